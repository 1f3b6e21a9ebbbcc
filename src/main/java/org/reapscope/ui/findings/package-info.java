/** The findings pane: what the detectors found, and the way from each to where it happened. */
@NullMarked
package org.reapscope.ui.findings;

import org.jspecify.annotations.NullMarked;
