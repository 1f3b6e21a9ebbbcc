/** Everything a person can tell the window to do: menus, toolbar, palette, keys and key sheet come from one list. */
@NullMarked
package org.reapscope.ui.command;

import org.jspecify.annotations.NullMarked;
