/** What leaves the program: diagrams for mails, pictures, reports, tables. Same input, same bytes. */
@NullMarked
package org.reapscope.export;

import org.jspecify.annotations.NullMarked;
