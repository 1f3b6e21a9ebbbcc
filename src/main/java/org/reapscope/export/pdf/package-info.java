/** PDF 1.4 (ISO 32000-1 without what came later): drawings and text in the two Helveticas that every reader has. */
@NullMarked
package org.reapscope.export.pdf;

import org.jspecify.annotations.NullMarked;
