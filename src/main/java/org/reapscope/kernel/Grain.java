package org.reapscope.kernel;

/** How much happens in one step of a machine. */
public enum Grain {
    /** Every line of the kernel paths is a step. */
    FINE,
    /** Steps that no other task can observe are taken together with their neighbour. Same outcomes, fewer states. */
    COARSE
}
