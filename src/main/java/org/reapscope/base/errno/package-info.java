/** Numbers of errors and signals, and their names. */
@NullMarked
package org.reapscope.base.errno;

import org.jspecify.annotations.NullMarked;
