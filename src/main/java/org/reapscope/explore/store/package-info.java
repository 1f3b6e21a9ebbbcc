/** Where searches keep their states: exact, packed, each state once, in the order in which they were found. */
@NullMarked
package org.reapscope.explore.store;

import org.jspecify.annotations.NullMarked;
