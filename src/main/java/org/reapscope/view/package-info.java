/** What the views of all panes share: texts, FXML files, and how both come together. */
@NullMarked
package org.reapscope.view;

import org.jspecify.annotations.NullMarked;
