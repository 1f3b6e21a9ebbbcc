/** What a person wrote about moments and spans of a capture: a list of it, and the editor of one. */
@NullMarked
package org.reapscope.ui.notes;

import org.jspecify.annotations.NullMarked;
