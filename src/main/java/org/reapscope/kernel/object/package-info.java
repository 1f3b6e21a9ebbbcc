/**
 * The kernel objects that the paths act on: fields of tasks, thread groups, address spaces, VMAs and page tables; the
 * builder of a system of them; small read-only views of a state.
 */
@NullMarked
package org.reapscope.kernel.object;

import org.jspecify.annotations.NullMarked;
