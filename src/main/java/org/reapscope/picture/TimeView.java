package org.reapscope.picture;

/**
 * The span of time on the screen.
 *
 * @param startNs left edge
 * @param endNs right edge, always after {@code startNs}
 */
public record TimeView(long startNs, long endNs) {

    public TimeView {
        if (endNs <= startNs) {
            endNs = startNs + 1;
        }
    }

    public long widthNs() {
        return endNs - startNs;
    }

    /** The same span, zoomed by {@code factor} (below 1 comes closer) so that {@code fixedNs} stays where it is. */
    public TimeView zoomed(double factor, long fixedNs) {
        long width = Math.max(1, Math.round(widthNs() * factor));
        double share = (double) (fixedNs - startNs) / widthNs();
        long start = fixedNs - Math.round(width * share);
        return new TimeView(start, start + width);
    }

    /** The same width, moved by {@code deltaNs}. */
    public TimeView moved(long deltaNs) {
        return new TimeView(startNs + deltaNs, endNs + deltaNs);
    }
}
