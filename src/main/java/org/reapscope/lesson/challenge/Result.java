package org.reapscope.lesson.challenge;

import java.util.Arrays;

/**
 * How a game ended.
 *
 * @param end whether it was won, claimed to be impossible, ...
 * @param moves the tasks that the learner chose, in order
 * @param steps how many
 * @param preemptions how often one was left that could have gone on
 * @param hints how many hints were taken
 * @param stars 0 to 3: three for the best possible without a hint, or for a true claim
 */
public record Result(End end, int[] moves, int steps, int preemptions, int hints, int stars) {

    /** How a game stands. */
    public enum End {
        /** It goes on. */
        OPEN,
        /** The goal is reached. */
        WON,
        /** Nobody can step any more, or the rules allow no more steps, and the goal is not reached. */
        OVER,
        /** The learner said that nobody can win, and that is so. */
        CLAIM_TRUE,
        /** The learner said that nobody can win, and somebody can. */
        CLAIM_FALSE
    }

    public Result {
        moves = moves.clone();
    }

    @Override
    public int[] moves() {
        return moves.clone();
    }

    /** Whether the challenge is done. */
    public boolean success() {
        return end == End.WON || end == End.CLAIM_TRUE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Result r && end == r.end && hints == r.hints && stars == r.stars && steps == r.steps
                && preemptions == r.preemptions && Arrays.equals(moves, r.moves);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(moves);
    }

    /** The stars of a win. */
    static int stars(Par par, int steps, int preemptions, int hints) {
        Way quick = par.fewestSteps().orElseThrow();
        Way calm = par.fewestPreemptions().orElseThrow();
        boolean best = steps <= quick.steps() || preemptions <= calm.preemptions() && steps <= calm.steps();
        boolean good = steps <= quick.steps() + Math.max(2, quick.steps() / 2) || preemptions <= calm.preemptions();
        int stars = best ? 3 : good ? 2 : 1;
        return hints > 0 ? Math.min(2, stars) : stars;
    }
}
