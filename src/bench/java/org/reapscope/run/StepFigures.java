package org.reapscope.run;

/**
 * How much processor time moves in a long run take, each with what is shown of it worked out anew.
 *
 * @param steps how many steps the run has
 * @param runMs taking them all, by the clock
 * @param jumpP99Ms to any step, 99 of 100 times at most
 * @param jumpWorstMs to any step, at most
 * @param stepP99Ms one step more at its end
 * @param branchP99Ms a step elsewhere from somewhere in it, and back to its end
 * @param bytesPerStep memory that a step keeps
 */
public record StepFigures(int steps, double runMs, double jumpP99Ms, double jumpWorstMs, double stepP99Ms, double branchP99Ms,
        double bytesPerStep) {}
