/** Observable state for the panes; no controls. All of it belongs to the JavaFX application thread. */
@NullMarked
package org.reapscope.viewmodel;

import org.jspecify.annotations.NullMarked;
