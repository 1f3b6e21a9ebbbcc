package org.reapscope.lesson.challenge;

import java.util.Optional;

import org.reapscope.base.job.Progress;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Request;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.witness.CostOrder;
import org.reapscope.lesson.LessonException;

/**
 * What the best play of a game is, proved. Nothing in it is estimated.
 *
 * @param fewestSteps a way with the fewest steps; nothing if the goal cannot be reached
 * @param fewestPreemptions a way with the fewest preemptions; nothing if the goal cannot be reached
 */
public record Par(Optional<Way> fewestSteps, Optional<Way> fewestPreemptions) {

    /**
     * Works out the par of a game.
     *
     * @throws LessonException if the scenario is too large to say
     * @throws org.reapscope.base.job.Cancelled if {@code progress} says so
     */
    public static Par of(Game game, Progress progress) {
        if (provedSafe(game, progress)) {
            return new Par(Optional.empty(), Optional.empty());
        }
        Optional<Way> steps = Solver.best(game, CostOrder.STEPS_THEN_PREEMPTIONS, progress);
        return new Par(steps, steps.isEmpty() ? steps : Solver.best(game, CostOrder.PREEMPTIONS_THEN_STEPS, progress));
    }

    /** Whether nobody can win: the explorer's reduced search sees that fastest where everything is allowed. */
    private static boolean provedSafe(Game game, Progress progress) {
        if (!game.challenge().rules().free() || game.stage().step() > 0) {
            return false;
        }
        Answer answer = Explorer.explore(game.goal().spec(), java.util.List.of(game.goal().text()), Request.VERDICTS, Budget.standard(),
                Status.Listener.of(progress)).answers().getFirst();
        return answer.verdict() == Verdict.NEVER;
    }

    /** Whether the goal can be reached within the rules. */
    public boolean solvable() {
        return fewestSteps.isPresent();
    }

    /** In one line, for people. */
    public String text() {
        if (fewestSteps.isEmpty() || fewestPreemptions.isEmpty()) {
            return "impossible: proved over every order within the rules";
        }
        Way quick = fewestSteps.get();
        Way calm = fewestPreemptions.get();
        String first = count(quick.steps(), "step") + " with " + count(quick.preemptions(), "preemption");
        return calm.steps() == quick.steps() && calm.preemptions() == quick.preemptions() ? first
                : first + ", or " + count(calm.preemptions(), "preemption") + " in " + count(calm.steps(), "step");
    }

    static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
