/**
 * The kernel machine: micro-steps as data, programs made of them, and a machine that takes one step of one task.
 *
 * <p>To build a machine, write {@link org.reapscope.kernel.Program}s of {@link org.reapscope.kernel.MicroStep}s over
 * {@link org.reapscope.kernel.expr.Field}s, name the tasks and what they run in a {@link org.reapscope.kernel.MachineSpec}
 * and call {@link org.reapscope.kernel.MachineSpec#build}. To run it, take {@link org.reapscope.kernel.Machine#initial},
 * ask {@link org.reapscope.kernel.Machine#enabled} and call {@link org.reapscope.kernel.Machine#step}. A proposed kernel
 * change is a list of {@link org.reapscope.kernel.Edit}s, applied to the {@link org.reapscope.kernel.Programs} before.
 */
@NullMarked
package org.reapscope.kernel;

import org.jspecify.annotations.NullMarked;
