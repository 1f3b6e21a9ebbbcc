package org.reapscope.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Background;
import org.reapscope.base.job.EnoughFound;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.property.PropertyException;
import org.reapscope.explore.property.PropertyParser;
import org.reapscope.explore.property.Vocabulary;
import org.reapscope.explore.report.ReportWords;
import org.reapscope.explore.witness.Avoidance;
import org.reapscope.explore.witness.Minimiser;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.object.KernelFacts;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.run.RunModel;

/** Questions about all schedules of the scenario that is being stepped: asked, searched for, answered. On one thread. */
public final class ExploreModel {

    private static final int MEGA = 20;
    private static final long TENTH_NS = 95_000_000;
    private static final double NS = 1e9;

    private final RunModel run;
    private final Background background;
    private final ObservableList<String> asked = FXCollections.observableArrayList();
    private final IntegerProperty megabytes = new SimpleIntegerProperty((int) (Budget.standard().bytes() >> MEGA));
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable SearchProgress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exploration> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Reworked> reworked = new ReadOnlyObjectWrapper<>();
    private Runnable cancel = () -> {};
    private Latest last = new Latest();

    /** Asks for the scenario's own properties first. */
    public ExploreModel(RunModel run, Background background) {
        this.run = run;
        this.background = background;
        asked.setAll(run.scenario().properties());
        run.revision().addListener((o, was, is) -> age());
    }

    /** The names that can be asked for without writing anything. */
    public static List<String> named() {
        List<String> names = new ArrayList<>(KernelFacts.names());
        names.add(ScenarioSystem.DEADLOCK);
        return names;
    }

    /** The questions, as text. */
    public ObservableList<String> asked() {
        return asked;
    }

    /** The most memory that states may take. */
    public IntegerProperty megabytes() {
        return megabytes;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Whether what was found was found for another version of the scenario. */
    public ReadOnlyBooleanProperty outdated() {
        return outdated.getReadOnlyProperty();
    }

    /** Why the last question was not understood or the last search failed; empty if nothing is wrong. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** How far the search is, ten times a second; null before the first. */
    public ReadOnlyObjectProperty<@Nullable SearchProgress> progress() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exploration> found() {
        return found.getReadOnlyProperty();
    }

    /** The questions with their answers. */
    public List<AskedRow> rows() {
        Exploration now = found.get();
        return asked.stream().map(text -> new AskedRow(text, now == null ? null : now.details().stream()
                .filter(d -> d.answer().property().text().equals(text)).findFirst().orElse(null))).toList();
    }

    /** Adds a question; {@link #problem} says why if it is not understood. Whether it was added. */
    public boolean ask(String text) {
        String question = text.strip();
        if (question.isEmpty() || asked.contains(question)) {
            problem.set("");
            return !question.isEmpty();
        }
        try {
            PropertyParser.parse(question, new Vocabulary(ScenarioSystem.toExplore(run.scenario()).spec()));
        } catch (PropertyException e) {
            problem.set(String.valueOf(e.getMessage()));
            return false;
        }
        problem.set("");
        asked.add(question);
        return true;
    }

    /** Searches. */
    public void start(SearchMode mode) {
        cancel.run();
        if (asked.isEmpty()) {
            problem.set("Ask something first.");
            return;
        }
        Scenario scenario = run.scenario();
        List<String> questions = List.copyOf(asked);
        List<String> facts;
        try {
            facts = facts(scenario, questions);
        } catch (PropertyException e) {
            problem.set(String.valueOf(e.getMessage()));
            return;
        }
        Budget budget = Budget.standard().withBytes((long) megabytes.get() << MEGA);
        Latest now = new Latest();
        last = now;
        long begin = System.nanoTime();
        long[] told = {begin};
        problem.set("");
        progress.set(null);
        running.set(true);
        cancel = background.start(heard -> Search.of(scenario, questions, mode, budget, status -> {
            now.status = status;
            heard.report(status.transitions(), -1);
            if (now.ended) {
                throw new EnoughFound();
            }
        }), result -> {
            progress.set(SearchProgress.of(now.status, facts, (System.nanoTime() - begin) / NS));
            running.set(false);
            found.set(result);
            age();
            if (now.ended) {
                return;
            }
            cancel = background.start(heard -> Search.detailed(result, budget, heard), found::set,
                    e -> problem.set(String.valueOf(e.getMessage())), share -> {});
        }, e -> {
            running.set(false);
            problem.set(String.valueOf(e.getMessage()));
        }, share -> {
            long time = System.nanoTime();
            if (time - told[0] >= TENTH_NS) {
                told[0] = time;
                progress.set(SearchProgress.of(now.status, facts, (time - begin) / NS));
            }
        });
    }

    /**
     * Ends the search and keeps what it has found so far; a search that does not hear of it is given up by the second call,
     * and what was found before it stays.
     */
    public void cancel() {
        if (running.get() && !last.ended) {
            last.ended = true;
        } else if (running.get()) {
            cancel.run();
            running.set(false);
            problem.set("Cancelled.");
        }
    }

    /** Shows a witness of what was found in the stepper, on the kernel that it was found for. */
    public void open(Exploration of, Witness witness) {
        Witnesses.open(run, of.scenario(), witness.schedule());
    }

    /** Lays a schedule that never comes to what the question asks for before the run; on another kernel it is replayed there. */
    public void layAround(Exploration of, Property property, Avoidance around) {
        if (of.scenario().equals(run.scenario())) {
            run.layAhead(0, around.way().schedule(), Messages.text("explore.around-laid", property.text(), ReportWords.of(around)));
        } else {
            open(of, around.way());
        }
    }

    /** What the searching thread said last, and whether it is to end. */
    private static final class Latest {

        private volatile Status status = new Status(0, 0, 0, 0, 0, 0);
        private volatile boolean ended;
    }

    /** The person's own schedule beside one that was made out of it. */
    public record Reworked(String question, Witness yours, Witness smaller) {}

    /** What the last {@link #makeSmaller} came to; null if there is nothing. */
    public ReadOnlyObjectProperty<@Nullable Reworked> reworked() {
        return reworked.getReadOnlyProperty();
    }

    /**
     * Makes the schedule that leads to the present step smaller, so that it still shows what the question asks for;
     * {@link #problem} says so if it does not show it.
     */
    public void makeSmaller(Exploration of, Property property) {
        int[] schedule = IntStream.range(0, run.depth()).map(run.path()::task).toArray();
        List<Property> properties = of.details().stream().map(d -> d.answer().property()).toList();
        problem.set("");
        background.start(heard -> {
            Machine machine = of.spec().withFacts(Explorer.facts(properties, of.spec())).build();
            return new Reworked(property.text(), Witness.of(machine, schedule),
                    Minimiser.than(schedule, machine.fact(property.fact()), machine));
        }, reworked::set, e -> problem.set("Your schedule up to the present step does not show it."), share -> {});
    }

    private static List<String> facts(Scenario scenario, List<String> questions) {
        MachineSpec spec = ScenarioSystem.toExplore(scenario).spec();
        Vocabulary words = new Vocabulary(spec);
        List<Property> parsed = questions.stream().map(q -> PropertyParser.parse(q, words)).toList();
        return Explorer.facts(parsed, spec).stream().map(Fact::name).toList();
    }

    private void age() {
        Exploration now = found.get();
        outdated.set(now != null && !now.scenario().equals(run.scenario()));
    }
}
