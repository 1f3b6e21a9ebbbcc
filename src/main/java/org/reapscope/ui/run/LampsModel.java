package org.reapscope.ui.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Background;
import org.reapscope.base.job.EnoughFound;
import org.reapscope.explore.graph.OutcomeSpace;
import org.reapscope.explore.graph.TooManyStates;
import org.reapscope.explore.report.LampRow;
import org.reapscope.run.Choice;
import org.reapscope.run.RunPath;
import org.reapscope.scenario.Scenario;

/**
 * The lamps of a run: what is still possible at each of its steps. Every edit of the scenario, its kernel or its patches
 * makes them invalid at once, and they are computed anew in the background. {@link #revision} counts what changes.
 */
public final class LampsModel {

    /** More states than these are looked at only when a person asks for it. */
    public static final int UNASKED = 200_000;

    private static final int ALL = Integer.MAX_VALUE;

    /** How the lamps stand to the scenario that is stepped. */
    public enum Standing {
        /** They are being computed. */
        COMPUTING,
        /** They hold. */
        READY,
        /** They were ended: possible and certain hold, what was not found is unknown; {@link LampsModel#computeAll} looks at all. */
        SO_FAR,
        /** There are more states than {@link #UNASKED}; {@link LampsModel#computeAll} looks at them all the same. */
        TOO_LARGE,
        /** They cannot be computed; {@link LampsModel#words} says why. */
        FAILED
    }

    private final RunModel run;
    private final Background background;
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private Scenario wanted;
    private Standing standing = Standing.COMPUTING;
    private String words = "";
    private @Nullable OutcomeSpace space;
    private Runnable cancel = () -> {};
    private AtomicBoolean enough = new AtomicBoolean();
    private int[] walked = new int[0];
    private int[] states = {0};
    private List<LampRow> rows = List.of();

    /** Begins to compute. */
    public LampsModel(RunModel run, Background background) {
        this.run = run;
        this.background = background;
        wanted = run.scenario();
        run.revision().addListener((o, was, is) -> follow());
        compute(UNASKED);
    }

    /** Counts every change of anything that is shown. */
    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    public Standing standing() {
        return standing;
    }

    /** Whether what {@link #rows} shows was computed for another version of the scenario. */
    public boolean outdated() {
        return space != null && !space.scenario().equals(run.scenario());
    }

    /** How the lamps stand, in a sentence. */
    public String words() {
        return words;
    }

    /** The space that holds for the scenario that is stepped, null while there is none. */
    public @Nullable OutcomeSpace space() {
        return outdated() ? null : space;
    }

    /** One row for each property; empty while nothing is known. */
    public List<LampRow> rows() {
        return rows;
    }

    /** The state of {@link #space} at a depth of the branch, -1 if nobody knows. */
    public int state(int depth) {
        return space() == null || depth >= states.length ? -1 : states[depth];
    }

    /** What a task's step from here keeps possible; nothing if that is unknown. */
    public ChoiceOutlook outlook(int task) {
        OutcomeSpace now = space();
        int state = state(run.depth());
        List<Integer> choices = run.choices().stream().map(Choice::task).toList();
        return now == null || state < 0 || !choices.contains(task) ? new ChoiceOutlook(List.of())
                : ChoiceOutlook.of(now, state, task, choices);
    }

    /** The next best move from here towards a property; empty if there is none or it is unknown. */
    public Optional<NextMove> hint(String property) {
        OutcomeSpace now = space();
        int state = state(run.depth());
        if (now == null || state < 0) {
            return Optional.empty();
        }
        int fact = now.properties().indexOf(property);
        List<Integer> best = now.bestTasks(state, fact);
        return best.isEmpty() ? Optional.empty() : Optional.of(new NextMove(now.steps(state, fact), best));
    }

    /** The tasks on a shortest way to a property from a depth of the branch; empty if there is none or it is unknown. */
    public int[] way(String property, int depth) {
        OutcomeSpace now = space();
        int state = state(depth);
        return now == null || state < 0 ? new int[0] : now.way(state, now.properties().indexOf(property));
    }

    /** Looks at all states although they are many. */
    public void computeAll() {
        compute(ALL);
    }

    /** Ends what is being computed and keeps what was found so far. */
    public void cancel() {
        enough.set(true);
    }

    private void follow() {
        if (!run.scenario().equals(wanted)) {
            wanted = run.scenario();
            compute(UNASKED);
        } else if (walk()) {
            revision.set(revision.get() + 1);
        }
    }

    private void compute(int limit) {
        cancel.run();
        Scenario scenario = wanted;
        AtomicBoolean heard = new AtomicBoolean();
        enough = heard;
        changed(Standing.COMPUTING, space == null ? "Looking at every schedule \u2026"
                : "Computed for another version; looking at every schedule of this one \u2026");
        cancel = background.start(progress -> OutcomeSpace.of(scenario, limit, (done, total) -> {
            progress.report(done, total);
            if (heard.get()) {
                throw new EnoughFound();
            }
        }), this::found, e -> {
            space = null;
            rows = List.of();
            changed(e instanceof TooManyStates ? Standing.TOO_LARGE : Standing.FAILED, e instanceof TooManyStates
                    ? "Not computed unasked: " + e.getMessage() + "." : String.valueOf(e.getMessage()));
        }, share -> {});
    }

    private void found(OutcomeSpace result) {
        space = result;
        walked = new int[0];
        states = new int[] {0};
        show();
        if (!result.complete()) {
            changed(Standing.SO_FAR, soFar(result));
            return;
        }
        changed(Standing.READY, ready(result));
        cancel = background.start(result::measured, measured -> {
            space = measured;
            show();
            revision.set(revision.get() + 1);
        }, e -> changed(Standing.FAILED, String.valueOf(e.getMessage())), share -> {});
    }

    private static String soFar(OutcomeSpace space) {
        return String.format(Locale.ROOT, "So far: %,d states, ended before all were found. What is possible stays so; what was not found is unknown.",
                space.states());
    }

    private static String ready(OutcomeSpace space) {
        return String.format(Locale.ROOT, "%,d states, %,d steps between them: every schedule was looked at.",
                space.states(), space.lookahead().graph().transitions());
    }

    private void changed(Standing newStanding, String newWords) {
        standing = newStanding;
        words = newWords;
        revision.set(revision.get() + 1);
    }

    private void show() {
        OutcomeSpace now = space();
        if (now != null) {
            RunPath path = run.path();
            walked = IntStream.range(0, path.length()).map(path::task).toArray();
            states = now.walk(walked);
            rows = IntStream.range(0, now.properties().size()).mapToObj(p -> LampRow.of(now, p, states)).toList();
        }
    }

    /** Follows the branch if it has changed; whether it has. */
    private boolean walk() {
        RunPath path = run.path();
        boolean same = path.length() == walked.length && IntStream.range(0, walked.length).allMatch(k -> path.task(k) == walked[k]);
        if (!same && space() != null) {
            show();
        }
        return !same;
    }
}
