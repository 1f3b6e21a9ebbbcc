package org.reapscope.explore.report;

import java.util.Locale;

import org.reapscope.explore.Answer;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.witness.Avoidance;
import org.reapscope.explore.witness.Witness;

/** The words that reports use, for people and for programs. */
public final class ReportWords {

    private ReportWords() {}

    /** {@code never}, {@code possible}, {@code always} or {@code unknown}. */
    public static String of(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The answer in a word: the verdict; for a demand such as {@code always(..)} whether it {@code holds} or {@code fails}; the
     * number, where one was asked for.
     */
    public static String of(Answer answer) {
        if (answer.value() != null) {
            return Numbers.plain(answer.value());
        }
        Boolean holds = answer.holds();
        return switch (answer.property().kind()) {
            case REACH, DEADLOCK, PROBABILITY -> of(answer.verdict());
            case NEVER, ALWAYS, INEVITABLE, AFTER -> holds == null ? of(answer.verdict()) : holds ? "holds" : "fails";
            case MAX, MIN, MEAN -> "unknown";
        };
    }

    /** {@code 31 steps, 2 preemptions}, or {@code 4 steps, then 2 steps that may go round for ever}. */
    public static String of(Avoidance avoidance) {
        return avoidance.cycle() == 0 ? steps(avoidance.way())
                : count(avoidance.stem()) + ", then " + count(avoidance.cycle()) + " that may go round for ever";
    }

    private static String count(int steps) {
        return Numbers.count(steps) + (steps == 1 ? " step" : " steps");
    }

    /** {@code 31 steps, 2 preemptions}. */
    public static String steps(Witness witness) {
        return count(witness.steps()) + ", "
                + (witness.preemptions() == 0 ? "no preemption"
                        : witness.preemptions() + (witness.preemptions() == 1 ? " preemption" : " preemptions"));
    }
}
