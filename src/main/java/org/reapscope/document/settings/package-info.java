/** What the program remembers: preferences, recent files, window, keys; written so that a crash loses nothing. */
@NullMarked
package org.reapscope.document.settings;

import org.jspecify.annotations.NullMarked;
