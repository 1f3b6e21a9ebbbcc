/** One class for each format in which an exhibit leaves the program. */
@NullMarked
package org.reapscope.export.format;

import org.jspecify.annotations.NullMarked;
