package org.reapscope.picture;

/**
 * An axis that counts the steps of a run.
 *
 * @param startNs the time before the first step
 * @param stepNs the time from one step to the next
 */
public record StepAxis(long startNs, long stepNs) implements Axis {

    @Override
    public long origin() {
        return startNs;
    }

    @Override
    public long step(double atLeast) {
        return Axis.super.step(atLeast / stepNs) * stepNs;
    }

    @Override
    public String label(long value, long step) {
        return value < startNs ? "" : "step " + (value - startNs) / stepNs;
    }
}
