/** What the events of a trace say, one by one, in plain words. */
@NullMarked
package org.reapscope.analysis.sentence;

import org.jspecify.annotations.NullMarked;
