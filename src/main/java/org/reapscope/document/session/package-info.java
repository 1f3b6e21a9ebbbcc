/** What a person did with a capture, as a {@code .reapscope.json} file and as a journal that survives a crash. */
@NullMarked
package org.reapscope.document.session;

import org.jspecify.annotations.NullMarked;
