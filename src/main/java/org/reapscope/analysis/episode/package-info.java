/** A kill in steps. */
@NullMarked
package org.reapscope.analysis.episode;

import org.jspecify.annotations.NullMarked;
