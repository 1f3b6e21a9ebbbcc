package org.reapscope.document;

/**
 * What somebody wrote about a span of time. A bookmark is a note whose ends are equal.
 *
 * @param startNs where it begins
 * @param endNs where it ends, not before {@code startNs}
 * @param text what was written
 */
public record Note(long startNs, long endNs, String text) {}
