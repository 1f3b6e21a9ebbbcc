/** Pictures that stand alone, with title, legend, cursors and where they are from: one draw list as SVG, PDF or pixels. */
@NullMarked
package org.reapscope.export.picture;

import org.jspecify.annotations.NullMarked;
