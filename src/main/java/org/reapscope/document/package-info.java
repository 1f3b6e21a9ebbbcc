/** What can be opened, and what a person added to it. */
@NullMarked
package org.reapscope.document;

import org.jspecify.annotations.NullMarked;
