/** The address space of a process, as a /proc snapshot beside the capture has it. */
@NullMarked
package org.reapscope.ui.addresses;

import org.jspecify.annotations.NullMarked;
