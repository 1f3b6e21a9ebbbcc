package org.reapscope.explore.graph;

import java.util.Arrays;

/**
 * A scheduler for probabilities: of the tasks that can step, each is next with a chance in proportion to its speed.
 *
 * @param ofTask each task's speed, more than 0
 */
public record Speeds(double[] ofTask) {

    /** Keeps a copy; every speed must be a number above 0. */
    public Speeds {
        ofTask = ofTask.clone();
        for (double speed : ofTask) {
            if (!(speed > 0) || Double.isInfinite(speed)) {
                throw new IllegalArgumentException("a speed must be a number above 0, not " + speed);
            }
        }
    }

    /** All tasks equally fast. */
    public static Speeds uniform(int tasks) {
        double[] speeds = new double[tasks];
        Arrays.fill(speeds, 1);
        return new Speeds(speeds);
    }

    /** The same with another speed for one task. */
    public Speeds with(int task, double speed) {
        double[] speeds = ofTask.clone();
        speeds[task] = speed;
        return new Speeds(speeds);
    }

    double of(int task) {
        return ofTask[task];
    }

    /** The sum over the tasks in a mask. */
    double sum(long mask) {
        double sum = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            sum += ofTask[Long.numberOfTrailingZeros(rest)];
        }
        return sum;
    }

    @Override
    public double[] ofTask() {
        return ofTask.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Speeds s && Arrays.equals(ofTask, s.ofTask);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ofTask);
    }

    @Override
    public String toString() {
        return "speeds " + Arrays.toString(ofTask);
    }
}
