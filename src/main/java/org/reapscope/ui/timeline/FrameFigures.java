package org.reapscope.ui.timeline;

import java.util.Arrays;

/** How long the last frames took to make: in the background, and of the JavaFX thread's time. On the JavaFX thread. */
public final class FrameFigures {

    private static final int KEPT = 4096;

    private final long[] paintNs = new long[KEPT];
    private final long[] pulseNs = new long[KEPT];
    private int painted;
    private int pulses;

    FrameFigures() {}

    void painted(long ns) {
        paintNs[painted++ % KEPT] = ns;
    }

    void pulse(long ns) {
        pulseNs[pulses++ % KEPT] = ns;
    }

    /** Images made so far. */
    public int frames() {
        return painted;
    }

    /** Pulses so far in which something was drawn. */
    public int pulses() {
        return pulses;
    }

    /** Background time that one of the last images took, at this share of them: 0.99 for all but the slowest hundredth. */
    public long paintNs(double share) {
        return at(paintNs, painted, share);
    }

    /** The same of the JavaFX thread's time per pulse in which something was drawn. */
    public long pulseNs(double share) {
        return at(pulseNs, pulses, share);
    }

    private static long at(long[] figures, int count, double share) {
        int kept = Math.min(count, KEPT);
        if (kept == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(figures, kept);
        Arrays.sort(sorted);
        return sorted[Math.min(kept - 1, (int) (kept * share))];
    }
}
