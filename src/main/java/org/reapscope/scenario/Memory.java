package org.reapscope.scenario;

/**
 * Numbers of the whole system, in pages.
 *
 * @param free free at the start
 * @param demand what somebody asks for
 * @param lowWatermark kswapd works while fewer pages than this are free; 0 for always
 * @param batch pages that fill an mmu_gather; 0 for never
 * @param processAcct whether CONFIG_BSD_PROCESS_ACCT is set
 */
public record Memory(int free, int demand, int lowWatermark, int batch, boolean processAcct) {

    /** Nobody asks for anything. */
    public static final Memory PLENTY = new Memory(0, 0, 0, 0, false);
}
