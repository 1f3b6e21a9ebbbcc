/**
 * Packed state and the small tree language over it: fields, expressions, effects; one interpreter, one compiler,
 * and footprints derived from the same trees.
 *
 * <p>Read {@link org.reapscope.kernel.expr.Field}, {@link org.reapscope.kernel.expr.Expr} and
 * {@link org.reapscope.kernel.expr.Effect} first: everything else in here takes such trees and says what they do.
 */
@NullMarked
package org.reapscope.kernel.expr;

import org.jspecify.annotations.NullMarked;
