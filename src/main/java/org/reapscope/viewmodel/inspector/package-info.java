/** What is known of everything at one moment of a capture, and between two. */
@NullMarked
package org.reapscope.viewmodel.inspector;

import org.jspecify.annotations.NullMarked;
