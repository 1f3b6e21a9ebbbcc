/** The kernel paths of the unpatched kernel, one class each, over one vocabulary of fields. */
@NullMarked
package org.reapscope.kernel.path;

import org.jspecify.annotations.NullMarked;
