/** Drawing that knows no toolkit: a timeline at any zoom, into pixels or into SVG, and what lies under a point of it. */
@NullMarked
package org.reapscope.picture;

import org.jspecify.annotations.NullMarked;
