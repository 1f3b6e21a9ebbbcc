package org.reapscope.viewmodel.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.reapscope.job.Progress;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Task;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.object.KernelSystem;
import org.reapscope.kernel.object.Vma;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.schedule.BreakCondition;
import org.reapscope.schedule.Choice;
import org.reapscope.schedule.Policy;
import org.reapscope.schedule.PolicyText;
import org.reapscope.schedule.RunTree;
import org.reapscope.schedule.ScheduleException;
import org.reapscope.schedule.ScheduleText;
import org.reapscope.schedule.Stepper;

/**
 * A scenario that is being stepped: where it stands, every move from there, and what panes show of it. Whatever changes,
 * {@link #revision} counts; panes then ask anew. On one thread.
 */
public final class RunModel {

    /** A run to the end stops after so many steps, since daemons may go on for ever. */
    public static final int LONGEST_RUN = 10_000;

    private final Path file;
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<RunPolicy> policy = new SimpleObjectProperty<>(RunPolicy.STAY);
    private final LongProperty seed = new SimpleLongProperty(42);
    private final ObservableList<BreakCondition> breaks = FXCollections.observableArrayList();
    private Scenario scenario;
    private KernelSystem system;
    private Stepper stepper;
    private RunPath path;
    private List<RunTask> tasks = List.of();

    /**
     * At the beginning of the scenario.
     *
     * @param file where it was read from
     * @throws ModelException if its machine cannot be built; says why
     */
    public RunModel(Path file, Scenario scenario) {
        this.file = file;
        this.scenario = scenario;
        system = ScenarioSystem.toStep(scenario);
        stepper = new Stepper(system.spec().build());
        path = new RunPath(stepper.machine(), scenario.cpus());
        if (scenario.properties().contains("esrch-harmful")) {
            breaks.add(new BreakCondition.FactHolds("esrch-harmful"));
        }
        moved();
    }

    /** Takes the steps of a moment, and stands where it says. */
    void show(RunMoment moment) {
        if (!moment.schedule().isEmpty()) {
            stepper.replay(ScheduleText.parse(machine(), moment.schedule()));
            jump(moment.step().orElse(depth()));
        } else if (!moment.policy().isEmpty() || moment.step().isPresent()) {
            Policy first = PolicyText.parse(machine(), moment.policy().isEmpty() ? "round-robin" : moment.policy(), seed.get());
            stepper.run(first, List.of(), moment.step().orElse(LONGEST_RUN), Progress.NONE);
        }
        told("");
    }

    public Path file() {
        return file;
    }

    public Scenario scenario() {
        return scenario;
    }

    public Machine machine() {
        return stepper.machine();
    }

    public List<Vma> vmas() {
        return system.vmas();
    }

    /** Counts every change of anything that is shown. */
    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /** How the last run ended, empty after a single step. */
    public ReadOnlyStringProperty news() {
        return news.getReadOnlyProperty();
    }

    /** Why what was asked for last cannot be done: patches that contradict each other, a schedule that does not fit. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Who steps when nobody in particular is told to. */
    public ObjectProperty<RunPolicy> policy() {
        return policy;
    }

    public LongProperty seed() {
        return seed;
    }

    /** Where {@link #run} stops. */
    public ObservableList<BreakCondition> breaks() {
        return breaks;
    }

    /** The branch it stands on, beyond the present step too. */
    public RunPath path() {
        return path;
    }

    /** How many steps led here. */
    public int depth() {
        return stepper.depth();
    }

    /** The state here; not to be changed. */
    public long[] state() {
        return path.state(depth());
    }

    /** All tasks as they are here. */
    public List<RunTask> tasks() {
        return tasks;
    }

    /** What can happen next. */
    public List<Choice> choices() {
        return tasks.stream().map(RunTask::choice).filter(Choice::enabled).toList();
    }

    /** Whether some task can step. */
    public boolean canStep() {
        return tasks.stream().anyMatch(t -> t.choice().enabled());
    }

    /** The step that led here, empty at the beginning. */
    public Optional<Happened> happened() {
        return depth() == 0 ? Optional.empty() : Optional.of(Happened.at(path, depth()));
    }

    /** The step that leads to a depth of the branch, from 1. */
    public Happened happened(int depth) {
        return Happened.at(path, depth);
    }

    /** All properties here. */
    public List<PropertyNow> properties() {
        List<PropertyNow> result = new ArrayList<>();
        for (Fact fact : machine().spec().facts()) {
            result.add(new PropertyNow(fact.name(), machine().holds(fact.name(), state(), 0), path.since(fact.name())));
        }
        return result;
    }

    /** All address spaces here. */
    public List<RunMm> mms() {
        return IntStream.range(0, RunMm.count(machine())).mapToObj(mm -> RunMm.of(machine(), state(), mm)).toList();
    }

    /** The schedule that leads here, as text. */
    public String schedule() {
        return ScheduleText.format(machine(), stepper.path());
    }

    /** Lets a task take its next step; nothing happens if it cannot. */
    public void step(int task) {
        if (tasks.get(task).choice().enabled()) {
            stepper.step(task);
            told("");
        }
    }

    /** One step forward: along the branch if there is more of it, else as the scheduler says. */
    public void step() {
        boolean went = stepper.forward() || stepper.step(scheduler());
        told(went ? "" : ended());
    }

    public void back() {
        stepper.back();
        told("");
    }

    /** To the beginning. */
    public void rewind() {
        stepper.jump(0);
        told("");
    }

    /** To a depth of the branch, the nearest there is. */
    public void jump(int depth) {
        if (depth != depth()) {
            stepper.jump(depth);
            told("");
        }
    }

    /** Steps as the scheduler says until a break condition is met or nobody can step. */
    public void run() {
        run(List.copyOf(breaks));
    }

    /** Steps as the scheduler says until nobody can step. */
    public void runToEnd() {
        run(List.of());
    }

    /** Begins again and takes the steps of a schedule; where it does not fit, {@link #problem} says why, and the run stays where it was. */
    public void replay(String text) {
        int before = stepper.node();
        try {
            int[] schedule = ScheduleText.parse(machine(), text);
            stepper.select(RunTree.ROOT);
            stepper.replay(schedule);
            problem.set("");
            told("Replayed " + schedule.length + " steps.");
        } catch (ScheduleException e) {
            stepper.select(before);
            problem.set(String.valueOf(e.getMessage()));
            told("");
        }
    }

    /**
     * The same scenario on another kernel, with the same schedule as far as it goes there. If the kernel cannot be had,
     * {@link #problem} says why and nothing changes.
     */
    public void change(Profile profile, List<String> patches) {
        Scenario wanted = scenario.on(profile).patched(patches);
        KernelSystem newSystem;
        Machine machine;
        try {
            newSystem = ScenarioSystem.toStep(wanted);
            machine = newSystem.spec().build();
        } catch (ModelException e) {
            problem.set(String.valueOf(e.getMessage()));
            revision.set(revision.get() + 1);
            return;
        }
        List<String> schedule = names(stepper);
        scenario = wanted;
        system = newSystem;
        stepper = new Stepper(machine);
        path = new RunPath(machine, wanted.cpus());
        problem.set("");
        int taken = follow(schedule);
        told(schedule.isEmpty() ? "" : taken == schedule.size() ? "The same schedule fits: " + taken + " steps."
                : "The same schedule fits for " + taken + " of " + schedule.size() + " steps.");
    }

    private int follow(List<String> schedule) {
        for (int i = 0; i < schedule.size(); i++) {
            String name = schedule.get(i);
            int task = IntStream.range(0, machine().tasks())
                    .filter(t -> machine().spec().tasks().get(t).name().equals(name)).findFirst().orElse(-1);
            if (task < 0 || !machine().enabled(stepper.state(), 0, task)) {
                return i;
            }
            stepper.step(task);
        }
        return schedule.size();
    }

    private static List<String> names(Stepper stepper) {
        List<Task> all = stepper.machine().spec().tasks();
        return IntStream.of(stepper.path()).mapToObj(t -> all.get(t).name()).toList();
    }

    private void run(List<BreakCondition> conditions) {
        int before = depth();
        BreakCondition met = stepper.run(scheduler(), conditions, LONGEST_RUN, Progress.NONE);
        told(met != null ? "Step " + depth() + ": " + BreakText.of(met) + "."
                : depth() - before == LONGEST_RUN ? "Paused after " + LONGEST_RUN + " steps." : ended());
    }

    private String ended() {
        return machine().deadlocked(stepper.state(), 0) ? "Deadlock: nobody can step, and not everybody is done."
                : "End of the run: nobody can step.";
    }

    private Policy scheduler() {
        int depth = stepper.depth();
        @Nullable String last = depth == 0 ? null : machine().spec().tasks().get(stepper.tree().task(stepper.node())).name();
        return policy.get().policy(seed.get(), last == null ? List.of() : List.of(last), role("killer"), role("victim"));
    }

    private List<String> role(String role) {
        return machine().spec().tasks().stream().filter(t -> t.role().equals(role)).map(Task::name).toList();
    }

    private void told(String what) {
        news.set(what);
        moved();
    }

    private void moved() {
        path.follow(stepper);
        int depth = depth();
        List<Choice> choices = stepper.choices();
        tasks = choices.stream().map(c -> {
            Task task = machine().spec().tasks().get(c.task());
            return new RunTask(c.task(), task.name(), task.pid(), path.at(depth, c.task()),
                    depth == 0 ? -1 : path.cpu(c.task(), depth - 1), c);
        }).toList();
        revision.set(revision.get() + 1);
    }
}
