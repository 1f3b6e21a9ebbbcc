/** What people hand to the program before anybody knows what is in it: files, pipes, standard input, and how text is encoded. */
@NullMarked
package org.reapscope.input;

import org.jspecify.annotations.NullMarked;
