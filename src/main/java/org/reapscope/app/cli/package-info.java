/** The command line. */
@NullMarked
package org.reapscope.app.cli;

import org.jspecify.annotations.NullMarked;
