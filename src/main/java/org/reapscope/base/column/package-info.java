/** Columns of numbers that grow without being copied: what traces and searches keep their millions of rows in. */
@NullMarked
package org.reapscope.base.column;

import org.jspecify.annotations.NullMarked;
