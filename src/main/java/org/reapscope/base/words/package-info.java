/** Words and numbers for people: what may have been meant by a name that there is not, and figures that can be read. */
@NullMarked
package org.reapscope.base.words;

import org.jspecify.annotations.NullMarked;
