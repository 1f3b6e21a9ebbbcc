package org.reapscope.lesson;

/** What a lesson refers to is not there or does not fit; the message says where and how to mend it. */
public final class LessonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LessonException(String message) {
        super(message);
    }
}
