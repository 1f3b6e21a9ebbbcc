package org.reapscope.base.words;

/** Whole numbers for people. */
public final class Digits {

    private static final int GROUP = 1000;

    private Digits() {}

    /** With a comma between groups of three: {@code 103,028}. */
    public static String grouped(long number) {
        if (number > -GROUP && number < GROUP) {
            return Long.toString(number);
        }
        return grouped(number / GROUP) + "," + String.valueOf(Math.abs(number % GROUP) + GROUP).substring(1);
    }
}
