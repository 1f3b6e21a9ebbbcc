/**
 * Kernel paths as text in the clothes of kernel C: read into declarations, and made into the micro-steps of a machine. A label
 * begins a step, which reaches to the next label.
 */
@NullMarked
package org.reapscope.kernel.text;

import org.jspecify.annotations.NullMarked;
