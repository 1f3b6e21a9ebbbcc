/** JSON files that people write by hand, read so that a mistake is told by file, line and field. */
@NullMarked
package org.reapscope.base.json;

import org.jspecify.annotations.NullMarked;
