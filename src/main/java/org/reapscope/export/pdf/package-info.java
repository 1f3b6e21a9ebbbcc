/**
 * Drawings and text as PDF, written by Apache PDFBox. Typefaces are embedded, of each only the letters that are used, so that
 * every name comes out and can be searched for.
 */
@NullMarked
package org.reapscope.export.pdf;

import org.jspecify.annotations.NullMarked;
