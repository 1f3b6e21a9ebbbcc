/**
 * Small concurrent programs without a kernel, written as text in a scenario file: shared variables, locks, threads and
 * their steps. {@link org.reapscope.scenario.litmus.LitmusFile} reads one, {@link org.reapscope.scenario.litmus.LitmusSystem}
 * makes a machine of it, which everything else treats as any other.
 */
@NullMarked
package org.reapscope.scenario.litmus;

import org.jspecify.annotations.NullMarked;
