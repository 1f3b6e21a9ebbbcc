package org.reapscope.explore.property;

/** A property that cannot be understood; the message says where, what was expected, and how it could be written. */
public final class PropertyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A message in words, with the column counted from 1. */
    public PropertyException(String text, int column, String what) {
        super("property \"" + text + "\", column " + column + ": " + what);
    }
}
