/** One final class for each phenomenon of the teardown race; found by its registry, held by one contract test. */
@NullMarked
package org.reapscope.analysis.detector;

import org.jspecify.annotations.NullMarked;
