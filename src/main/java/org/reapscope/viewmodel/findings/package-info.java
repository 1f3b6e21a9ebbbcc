/** What the findings pane shows of a capture. */
@NullMarked
package org.reapscope.viewmodel.findings;

import org.jspecify.annotations.NullMarked;
