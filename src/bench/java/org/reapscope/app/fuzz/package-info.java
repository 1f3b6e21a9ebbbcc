/** Opens what nobody meant to write: files of every kind, changed at random, to see that each is read or refused in one line. */
@NullMarked
package org.reapscope.app.fuzz;

import org.jspecify.annotations.NullMarked;
