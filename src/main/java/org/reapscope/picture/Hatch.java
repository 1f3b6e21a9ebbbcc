package org.reapscope.picture;

/** A pattern that tells without colour. Its phase is fixed to the picture, so that neighbours join. */
public enum Hatch {
    /** Lines that rise to the right: waits for a lock. */
    RISING,
    /** Lines that fall to the right: exiting. */
    FALLING,
    /** Dots: waits for input or output. */
    DOTS,
    /** Sparse dots: unknown. */
    SPARSE
}
