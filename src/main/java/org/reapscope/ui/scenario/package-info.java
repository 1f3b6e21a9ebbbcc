/** The form in which a scenario is written, beside its text and what the machine says of it. */
@NullMarked
package org.reapscope.ui.scenario;

import org.jspecify.annotations.NullMarked;
