/** Documents to be read without the program: reports of captures and handouts for classes, as HTML that needs no script, and as PDF. */
@NullMarked
package org.reapscope.export.report;

import org.jspecify.annotations.NullMarked;
