package org.reapscope.kernel;

/** One line of a program: a step of its own, or a call of another program. */
public sealed interface Line permits MicroStep, Call {

    /** The line's id, unique within its program: {@code P5}, {@code V14}. */
    String id();
}
