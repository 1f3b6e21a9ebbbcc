/** What is known of everything at one moment of a capture, and between two. */
@NullMarked
package org.reapscope.analysis.moment;

import org.jspecify.annotations.NullMarked;
