/** What the event table shows of a capture: which rows, in what words, and where a search hits. */
@NullMarked
package org.reapscope.viewmodel.events;

import org.jspecify.annotations.NullMarked;
