/**
 * Expressions as people write them, read into a tree of positions and words. What the words mean is said by who asked:
 * {@link org.reapscope.base.syntax.Reader} knows no names, only how operators bind.
 */
@NullMarked
package org.reapscope.base.syntax;

import org.jspecify.annotations.NullMarked;
