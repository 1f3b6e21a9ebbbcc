package org.reapscope.run;

/**
 * A property at the present step.
 *
 * @param name its name in scenarios
 * @param holds whether it holds
 * @param since the step since which it holds, from 1; 0 if from the beginning; -1 if it does not hold on this branch at all
 */
public record PropertyNow(String name, boolean holds, int since) {}
