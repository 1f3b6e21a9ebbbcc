/** Showing to a room: the picture alone, a caption in large type, and a clicker that steps. */
@NullMarked
package org.reapscope.ui.presentation;

import org.jspecify.annotations.NullMarked;
