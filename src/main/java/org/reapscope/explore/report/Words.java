package org.reapscope.explore.report;

import java.util.Locale;

import org.reapscope.explore.Verdict;
import org.reapscope.explore.witness.Witness;

/** The words that reports use, for people and for programs. */
public final class Words {

    private Words() {}

    /** {@code never}, {@code possible}, {@code always} or {@code unknown}. */
    public static String of(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** {@code 31 steps, 2 preemptions}. */
    public static String steps(Witness witness) {
        return witness.steps() + (witness.steps() == 1 ? " step, " : " steps, ")
                + (witness.preemptions() == 0 ? "no preemption"
                        : witness.preemptions() + (witness.preemptions() == 1 ? " preemption" : " preemptions"));
    }
}
