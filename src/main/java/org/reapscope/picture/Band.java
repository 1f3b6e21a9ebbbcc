package org.reapscope.picture;

/**
 * A span of time that concerns all lanes: the -ESRCH window.
 *
 * @param startNs where it opens
 * @param endNs where it closes
 * @param text what its label says
 */
public record Band(long startNs, long endNs, String text) {}
