/** What the operators of an expression mean, the same in every language that people write here. */
@NullMarked
package org.reapscope.scenario.term;

import org.jspecify.annotations.NullMarked;
