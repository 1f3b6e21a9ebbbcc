package org.reapscope.picture;

/** An axis that counts the steps of a run. */
public record StepAxis() implements Axis {

    @Override
    public long origin() {
        return 0;
    }

    @Override
    public String label(long value, long step) {
        return "step " + value;
    }
}
