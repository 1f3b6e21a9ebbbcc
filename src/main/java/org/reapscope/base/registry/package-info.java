/** Finds everything of one kind, so that a new one of a kind is one new file. */
@NullMarked
package org.reapscope.base.registry;

import org.jspecify.annotations.NullMarked;
