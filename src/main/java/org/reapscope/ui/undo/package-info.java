/** What a person did in a document, so that it can be taken back and done again. */
@NullMarked
package org.reapscope.ui.undo;

import org.jspecify.annotations.NullMarked;
