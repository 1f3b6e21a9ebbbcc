/** What people hand to the program before anybody knows what is in it, and how files are written: pipes, standard input, encodings, and whole files or none. */
@NullMarked
package org.reapscope.base.file;

import org.jspecify.annotations.NullMarked;
