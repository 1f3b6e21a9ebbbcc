package org.reapscope.lesson.challenge;

import java.util.Arrays;

import org.reapscope.kernel.Machine;
import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.Challenge.Others;
import org.reapscope.lesson.LessonException;
import org.reapscope.lesson.Stage;
import org.reapscope.lesson.goal.Goal;

/**
 * A challenge as a game: where it begins, what it wants and whose turn it is in which state. Immutable.
 *
 * @param challenge what is played
 * @param stage where it begins
 * @param goal what is to be brought about
 * @param steered the tasks that the learner may let run, as bits
 */
public record Game(Challenge challenge, Stage stage, Goal goal, long steered) {

    /** Nobody can take a step by itself. */
    static final int NOBODY = -1;

    /**
     * The game of a challenge on its page's stage.
     *
     * @throws LessonException if the goal or a task's name cannot be understood
     */
    public static Game of(Challenge challenge, Stage page) {
        Stage stage = page.of(challenge);
        long steered = 0;
        for (String name : challenge.rules().steer()) {
            steered |= 1L << stage.task(name);
        }
        int tasks = stage.machine().tasks();
        return new Game(challenge, stage, Goal.of(stage.scenario(), challenge.goal()),
                steered == 0 ? (tasks == Long.SIZE ? -1L : (1L << tasks) - 1) : steered);
    }

    /** The machine that knows the goal. */
    Machine machine() {
        return goal.machine();
    }

    /** The state in which it begins. */
    long[] start() {
        return goal.after(stage.taken());
    }

    /** The task that now steps by itself, or {@link #NOBODY} if it is the learner's turn, or nobody can. */
    int forced(long[] state) {
        long enabled = machine().enabledMask(state, 0);
        long others = enabled & ~steered;
        boolean theirs = others != 0 && (challenge.rules().others() == Others.EAGER || (enabled & steered) == 0);
        return theirs ? Long.numberOfTrailingZeros(others) : NOBODY;
    }

    /** The tasks that the learner may choose from, as bits. */
    long choices(long[] state) {
        return forced(state) == NOBODY ? machine().enabledMask(state, 0) & steered : 0;
    }

    /** Whether choosing {@code task} preempts {@code last}, the learner's choice before. */
    boolean preempts(long[] state, int last, int task) {
        return last >= 0 && last != task && machine().enabled(state, 0, last);
    }

    /** The whole schedule: the page's, then these moves. */
    public int[] schedule(int[] moves) {
        int[] taken = stage.taken();
        int[] all = Arrays.copyOf(taken, taken.length + moves.length);
        System.arraycopy(moves, 0, all, taken.length, moves.length);
        return all;
    }
}
