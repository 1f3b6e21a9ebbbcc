package org.reapscope.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number on the command line: whole, and within its bounds, so that no command has to look at it again. */
abstract sealed class WholeNumber<N extends Number> implements ITypeConverter<N> {

    private final long least;
    private final long most;

    private WholeNumber(long least, long most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public final N convert(String typed) {
        try {
            long value = Long.parseLong(typed);
            if (value >= least && value <= most) {
                return of(value);
            }
        } catch (NumberFormatException _) {
            // It is told below, as a number out of bounds is.
        }
        throw new TypeConversionException("expected a whole number" + (most == Integer.MAX_VALUE || most == Long.MAX_VALUE
                ? ", " + least + " or more" : " from " + least + " to " + most) + ", found '" + typed + "'");
    }

    abstract N of(long value);

    /** How many there are to be of something: at least one. */
    static sealed class Size extends WholeNumber<Integer> {

        Size() {
            this(1, Integer.MAX_VALUE);
        }

        private Size(int least, int most) {
            super(least, most);
        }

        @Override
        final Integer of(long value) {
            return Math.toIntExact(value);
        }
    }

    /** How many at most, where none is an answer. */
    static final class FromZero extends Size {
        FromZero() {
            super(0, Integer.MAX_VALUE);
        }
    }

    /** Percent of the text's usual size. */
    static final class TextPercent extends Size {
        TextPercent() {
            super(100, 300);
        }
    }

    /** Pixels across a picture. */
    static final class Width extends Size {
        Width() {
            super(400, 8000);
        }
    }

    /** Pixels for one of the width. */
    static final class Scale extends Size {
        Scale() {
            super(1, 4);
        }
    }

    /** A size that may be beyond all bounds. */
    static sealed class LongSize extends WholeNumber<Long> {

        LongSize() {
            this(1);
        }

        private LongSize(long least) {
            super(least, Long.MAX_VALUE);
        }

        @Override
        final Long of(long value) {
            return value;
        }
    }

    /** The same, counted from 0. */
    static final class LongFromZero extends LongSize {
        LongFromZero() {
            super(0);
        }
    }
}
