package org.reapscope.lesson.challenge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reapscope.base.job.Progress;
import org.reapscope.explore.witness.CostOrder;
import org.reapscope.kernel.Machine;
import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.Stage;
import org.reapscope.run.Choice;
import org.reapscope.run.ScheduleException;
import org.reapscope.run.ScheduleText;

/**
 * A game that is being played: the learner's moves, each with what the others did by themselves after it. Not thread-safe;
 * {@link #par}, {@link #hint} and {@link #claimImpossible} search and may take a second, the rest is immediate.
 */
public final class Play {

    private final Game game;
    private final List<Turn> turns = new ArrayList<>();
    private final long[] start;
    private final List<Integer> opening = new ArrayList<>();
    private Optional<Par> par = Optional.empty();
    private int hints;
    private Result.End claim = Result.End.OPEN;

    /** A move of the learner, with who stepped in it, and the state of the goal's machine behind it. */
    private record Turn(int task, boolean preempted, List<Integer> stepped, long[] state) {}

    private Play(Game game) {
        this.game = game;
        this.start = game.start();
        letOthersRun(start, opening);
    }

    /**
     * Begins a challenge on its page's stage.
     *
     * @throws org.reapscope.lesson.LessonException if the goal or a task's name cannot be understood
     */
    public static Play of(Challenge challenge, Stage stage) {
        return new Play(Game.of(challenge, stage));
    }

    private void letOthersRun(long[] state, List<Integer> stepped) {
        for (int task = game.forced(state); task != Game.NOBODY && !game.goal().reached(state); task = game.forced(state)) {
            game.machine().step(state, 0, task);
            stepped.add(task);
        }
    }

    public Challenge challenge() {
        return game.challenge();
    }

    public Stage stage() {
        return game.stage();
    }

    /** What every task would do next, on the machine that is shown; only those of {@link #mayStep} can be chosen. */
    public List<Choice> choices() {
        Machine shown = game.stage().machine();
        long[] state = shown.initial();
        for (int task : schedule()) {
            shown.step(state, 0, task);
        }
        return Choice.all(shown, state);
    }

    /** Whether the learner may let this task run now. */
    public boolean mayStep(int task) {
        boolean stepsLeft = challenge().rules().maxSteps() == 0 || turns.size() < challenge().rules().maxSteps();
        boolean switchAllowed = challenge().rules().maxPreemptions() < 0 || preemptions() < challenge().rules().maxPreemptions()
                || !game.preempts(state(), last(), task);
        return !reached() && stepsLeft && switchAllowed && (game.choices(state()) >>> task & 1) != 0;
    }

    /**
     * The learner lets a task step; the others follow as the rules say.
     *
     * @throws ScheduleException if it may not step now; says why
     */
    public void step(int task) {
        if (!mayStep(task)) {
            throw new ScheduleException(name(task) + " may not step now: " + whyNot(task));
        }
        long[] after = state().clone();
        boolean preempted = game.preempts(after, last(), task);
        List<Integer> stepped = new ArrayList<>(List.of(task));
        game.machine().step(after, 0, task);
        letOthersRun(after, stepped);
        turns.add(new Turn(task, preempted, stepped, after));
        claim = Result.End.OPEN;
    }

    private String whyNot(int task) {
        if (reached()) {
            return "the goal is reached";
        }
        if (challenge().rules().maxSteps() > 0 && turns.size() >= challenge().rules().maxSteps()) {
            return "no steps are left; take some back";
        }
        if ((game.steered() >>> task & 1) == 0) {
            return "the rules leave it to itself";
        }
        if (!game.machine().enabled(state(), 0, task)) {
            return "it " + choices().get(task).obstacle();
        }
        return "no preemptions are left; go on with " + name(last()) + ", or take some steps back";
    }

    /** Takes the last move back; false if there is none. */
    public boolean undo() {
        claim = Result.End.OPEN;
        return !turns.isEmpty() && turns.removeLast() != null;
    }

    /** To the beginning; hints taken still count. */
    public void restart() {
        turns.clear();
        claim = Result.End.OPEN;
    }

    /** The schedule from the scenario's beginning to here, for the window that shows the run. */
    public int[] schedule() {
        List<Integer> moves = new ArrayList<>(opening);
        turns.forEach(t -> moves.addAll(t.stepped));
        return game.schedule(moves.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The same as text. */
    public String scheduleText() {
        return ScheduleText.format(game.stage().machine(), schedule());
    }

    /** How many moves the learner has made. */
    public int steps() {
        return turns.size();
    }

    /** How often the learner left a task that could have gone on. */
    public int preemptions() {
        return (int) turns.stream().filter(Turn::preempted).count();
    }

    /** How many hints were taken. */
    public int hints() {
        return hints;
    }

    /** Whether the goal is reached. */
    public boolean reached() {
        return game.goal().reached(state());
    }

    /** The best that can be done, proved; worked out once. */
    public Par par(Progress progress) {
        Par known = par.orElseGet(() -> Par.of(game, progress));
        par = Optional.of(known);
        return known;
    }

    /** The next best move, or how far to go back; counts as a hint. */
    public Hint hint(Progress progress) {
        hints++;
        Optional<Way> way = wayFrom(turns.size(), progress);
        if (way.isPresent()) {
            int next = way.get().tasks().length == 0 ? Game.NOBODY : way.get().tasks()[0];
            int left = way.get().steps();
            return new Hint(next, left, 0, next == Game.NOBODY ? "The goal is reached."
                    : "Let " + name(next) + " step; " + (left == 1 ? "that is the last one." : left + " steps at least are left."));
        }
        int back = turns.size() - lastOpen(progress);
        if (back <= turns.size()) {
            return new Hint(Game.NOBODY, 0, back, "The goal cannot be reached from here any more. Take "
                    + (back == 1 ? "the last step" : "the last " + back + " steps") + " back: there it was decided.");
        }
        return new Hint(Game.NOBODY, 0, -1, "Is there a way at all? If you think that there is none, claim it.");
    }

    /** After how many moves the goal could be reached for the last time, -1 for never; halves, since what is lost stays lost. */
    private int lastOpen(Progress progress) {
        int open = -1;
        int lost = turns.size();
        while (lost - open > 1) {
            int middle = (open + lost) / 2;
            if (wayFrom(middle, progress).isPresent()) {
                open = middle;
            } else {
                lost = middle;
            }
        }
        return open;
    }

    private Optional<Way> wayFrom(int moves, Progress progress) {
        int preempted = (int) turns.subList(0, moves).stream().filter(Turn::preempted).count();
        return Solver.best(game, CostOrder.STEPS_THEN_PREEMPTIONS, moves == 0 ? start : turns.get(moves - 1).state,
                moves == 0 ? Game.NOBODY : turns.get(moves - 1).task, moves, preempted, progress);
    }

    /** The learner says that nobody can win: checked against every order within the rules. */
    public Result claimImpossible(Progress progress) {
        claim = par(progress).solvable() ? Result.End.CLAIM_FALSE : Result.End.CLAIM_TRUE;
        return result(progress);
    }

    /** How the game stands. */
    public Result result(Progress progress) {
        Result.End end = claim != Result.End.OPEN ? claim : reached() ? Result.End.WON
                : nothingLeft() ? Result.End.OVER : Result.End.OPEN;
        int stars = switch (end) {
            case WON -> Result.stars(par(progress), steps(), preemptions(), hints);
            case CLAIM_TRUE -> hints > 0 ? 2 : 3;
            case OPEN, OVER, CLAIM_FALSE -> 0;
        };
        return new Result(end, turns.stream().mapToInt(Turn::task).toArray(), steps(), preemptions(), hints, stars);
    }

    private boolean nothingLeft() {
        for (int task = 0; task < game.machine().tasks(); task++) {
            if (mayStep(task)) {
                return false;
            }
        }
        return true;
    }

    private long[] state() {
        return turns.isEmpty() ? start : turns.getLast().state;
    }

    private int last() {
        return turns.isEmpty() ? Game.NOBODY : turns.getLast().task;
    }

    private String name(int task) {
        return game.stage().machine().spec().tasks().get(task).name();
    }
}
