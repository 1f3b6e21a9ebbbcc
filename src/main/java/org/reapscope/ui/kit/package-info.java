/** What the views of all panes are built from: texts, FXML files, rows that are used again. */
@NullMarked
package org.reapscope.ui.kit;

import org.jspecify.annotations.NullMarked;
