package org.reapscope.analysis;

/**
 * The RSS of an mm became 0.
 *
 * @param task task id of who unmapped the last page
 * @param label its {@code comm-tid}
 * @param at the rss_stat that says so
 */
public record Emptied(int task, String label, Moment at) {}
