/** One detector for each phenomenon of the teardown race, on any trace; what they find. */
@NullMarked
package org.reapscope.analysis;

import org.jspecify.annotations.NullMarked;
