/**
 * A scenario file: who runs, on which address space, on which kernel, with which patches, and what must come out.
 * {@link org.reapscope.scenario.ScenarioFile} reads one, {@link org.reapscope.scenario.ScenarioSystem} makes a machine of it.
 */
@NullMarked
package org.reapscope.scenario;

import org.jspecify.annotations.NullMarked;
