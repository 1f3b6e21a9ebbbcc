/** How far a search may go, and how far it is. */
@NullMarked
package org.reapscope.explore.base;

import org.jspecify.annotations.NullMarked;
