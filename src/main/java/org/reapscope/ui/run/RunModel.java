package org.reapscope.ui.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Background;
import org.reapscope.base.job.Job;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.TaskSpec;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.object.Vma;
import org.reapscope.run.BreakCondition;
import org.reapscope.run.Choice;
import org.reapscope.run.GhostRun;
import org.reapscope.run.Happened;
import org.reapscope.run.KernelRun;
import org.reapscope.run.Policy;
import org.reapscope.run.PropertyNow;
import org.reapscope.run.ReadSchedule;
import org.reapscope.run.RunMm;
import org.reapscope.run.RunMoment;
import org.reapscope.run.RunPath;
import org.reapscope.run.RunTree;
import org.reapscope.run.SavedRun;
import org.reapscope.run.ScheduleException;
import org.reapscope.run.ScheduleText;
import org.reapscope.run.Stepper;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;

/**
 * A scenario that is being stepped: where it stands, every move from there, and what panes show of it. Whatever changes,
 * {@link #revision} counts; panes then ask anew. On one thread.
 */
public final class RunModel {

    /** A run to the end stops after so many steps, since daemons may go on for ever. */
    public static final int LONGEST_RUN = Stepper.LONGEST_RUN;

    private static final int LONG_TREE = 20_000;

    private final Path file;
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final RunScheduler scheduler = new RunScheduler();
    private final LongMove longMove = new LongMove();
    private final Map<Scenario, KernelRun> others = new HashMap<>();
    private final Map<Integer, String> names = new TreeMap<>();
    /** The end of the run that tells the scenario's story, which was ready when it was opened; the root if there is none. */
    private int story = RunTree.ROOT;
    private KernelRun run;
    private List<RunTask> tasks = List.of();

    /** How a long move ended: where the run is now, and what there is to say. */
    private record Ended(KernelRun run, String news) {}

    /**
     * At the beginning of the scenario.
     *
     * @param file where it was read from
     * @throws ModelException if its machine cannot be built; says why
     */
    public RunModel(Path file, Scenario scenario) {
        this(file, KernelRun.of(scenario));
    }

    /** A run where it stands. */
    public RunModel(Path file, KernelRun run) {
        this.file = file;
        this.run = run;
        Scenario scenario = run.scenario();
        problem.set(run.remark());
        if (run.stepper().depth() == 0) {
            story = run.stepper().tip();
        }
        if (scenario.properties().contains("esrch-harmful")) {
            scheduler.breaks().add(new BreakCondition.FactHolds("esrch-harmful"));
        }
        moved();
    }

    /** A run that was kept, as it was or as far as it still fits. */
    public RunModel(Path file, SavedRun.Restored restored) {
        this(file, restored.run());
        story = restored.story();
        names.putAll(restored.names());
        if (!restored.remark().isEmpty()) {
            problem.set("The scenario has changed since the run was saved: " + restored.remark() + ".");
        }
    }

    /** The run with every branch, to be kept. */
    public SavedRun saved() {
        return SavedRun.of(run, story, names);
    }

    /** Where moves are worked out that take their time: here and now, until this is called. */
    public void runLongMovesOn(Background background) {
        longMove.runOn(background);
    }

    public Path file() {
        return file;
    }

    public Scenario scenario() {
        return run.scenario();
    }

    public Machine machine() {
        return run.machine();
    }

    public List<Vma> vmas() {
        return run.system().vmas();
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

    /** Who steps when nobody in particular is told to, and where {@link #run} stops. */
    public RunScheduler scheduler() {
        return scheduler;
    }

    public ObjectProperty<RunPolicy> policy() {
        return scheduler.policy();
    }

    public LongProperty seed() {
        return scheduler.seed();
    }

    /** Where {@link #run} stops. */
    public ObservableList<BreakCondition> breaks() {
        return scheduler.breaks();
    }

    /** The move that is being worked out, if there is one; meanwhile the run stays where it is and can be looked at. */
    public LongMove longMove() {
        return longMove;
    }

    /** The second patch set over this run. */
    public Optional<GhostRun> ghost() {
        return Optional.ofNullable(run.ghost());
    }

    /** Every run that was tried on this kernel. */
    public RunTree tree() {
        return run.stepper().tree();
    }

    /** Where it stands in the tree. */
    public int node() {
        return run.stepper().node();
    }

    /** The end of the branch it stands on. */
    public int tip() {
        return run.stepper().tip();
    }

    /** What a person calls a node of the tree; empty if nothing. */
    public String nameOf(int node) {
        return names.getOrDefault(node, "");
    }

    /** Names a node of the tree; empty text takes the name away. */
    public void name(int node, String name) {
        if (name.isBlank()) {
            names.remove(node);
        } else {
            names.put(node, name.strip());
        }
        revision.set(revision.get() + 1);
    }

    /** The branch it stands on, beyond the present step too. */
    public RunPath path() {
        return run.path();
    }

    /** How many steps led here. */
    public int depth() {
        return run.stepper().depth();
    }

    /** The state here; not to be changed. */
    public long[] state() {
        return path().state(depth());
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
        return depth() == 0 ? Optional.empty() : Optional.of(Happened.at(path(), depth()));
    }

    /** The step that leads to a depth of the branch, from 1. */
    public Happened happened(int depth) {
        return Happened.at(path(), depth);
    }

    /** All properties here. */
    public List<PropertyNow> properties() {
        List<PropertyNow> result = new ArrayList<>();
        for (Fact fact : machine().spec().facts()) {
            result.add(new PropertyNow(fact.name(), machine().holds(fact.name(), state(), 0), path().since(fact.name())));
        }
        return result;
    }

    /** All address spaces here. */
    public List<RunMm> mms() {
        return IntStream.range(0, RunMm.count(machine())).mapToObj(mm -> RunMm.of(machine(), state(), mm)).toList();
    }

    /** The schedule that leads here, as text. */
    public String schedule() {
        return ScheduleText.format(machine(), run.stepper().path());
    }

    /** Lets a task take its next step; nothing happens if it cannot. */
    public void step(int task) {
        if (tasks.get(task).choice().enabled()) {
            move(stepper -> {
                stepper.step(task);
                return "";
            });
        }
    }

    /** One step forward: along the branch if there is more of it, else as the scheduler says. */
    public void step() {
        move(stepper -> stepper.forward() || stepper.step(scheduler.at(stepper)) ? "" : ended(stepper));
    }

    public void back() {
        move(stepper -> {
            stepper.back();
            return "";
        });
    }

    /** To the beginning. */
    public void rewind() {
        jump(0);
    }

    /** To a depth of the branch, the nearest there is. */
    public void jump(int depth) {
        if (depth != depth()) {
            move(stepper -> {
                stepper.jump(depth);
                return "";
            });
        }
    }

    /** To a node of the tree; its branch becomes the one that the run stands on. A long move if another long branch is to be shown. */
    public void select(int node) {
        boolean elsewhere = depthOf(node) > path().length() || tree().at(tip(), depthOf(node)) != node;
        if (elsewhere && tree().size() > LONG_TREE) {
            KernelRun copy = run.copy();
            begin(progress -> {
                copy.stepper().select(node);
                return new Ended(copy, "");
            });
            return;
        }
        move(stepper -> {
            stepper.select(node);
            return "";
        });
    }

    /**
     * Goes to a depth of the branch and lays these steps before it, as a branch that {@link #step} and {@link #run} follow.
     * They must be possible there.
     */
    public void layAhead(int depth, int[] way, String what) {
        move(stepper -> {
            stepper.jump(depth);
            int here = stepper.node();
            stepper.replay(way);
            story = stepper.node();
            stepper.stand(story, here);
            return what;
        });
    }

    /** Steps as the scheduler says until a break condition is met or nobody can step. A long move. */
    public void run() {
        run(List.copyOf(breaks()));
    }

    /** Steps as the scheduler says until nobody can step. A long move. */
    public void runToEnd() {
        run(List.of());
    }

    /**
     * Begins again and takes the steps of a schedule, which may come out of a mail: {@link #news} tells the lines that could
     * not be read. Where it does not fit, {@link #problem} says why, and the run stays
     * where it was. A long move.
     */
    public void replay(String text) {
        KernelRun copy = run.copy();
        begin(progress -> {
            ReadSchedule schedule = ScheduleText.read(copy.machine(), text);
            copy.stepper().select(RunTree.ROOT);
            try {
                copy.stepper().replay(schedule.tasks(), progress);
            } catch (ScheduleException e) {
                throw new ScheduleException((e.getMessage() + ". " + schedule.remark()).strip());
            }
            return new Ended(copy, ("Replayed " + schedule.tasks().length + " steps. " + schedule.remark()).strip());
        });
    }

    /**
     * The same scenario on another kernel, with the same schedule as far as it goes there; branches that were tried there
     * before are there again. If the kernel cannot be had, {@link #problem} says why and nothing changes. A long move.
     */
    public void change(Profile profile, List<String> patches) {
        Scenario wanted = scenario().on(profile).patched(patches);
        List<String> ghost = ghost().map(GhostRun::patches).orElse(null);
        List<String> schedule = run.names();
        KernelRun known = others.get(wanted);
        KernelRun here = run;
        KernelRun before = known == null ? null : known.copy();
        begin(progress -> {
            KernelRun other = before == null ? here.elsewhere(profile, patches) : before;
            other.haunt(ghost);
            other.stepper().select(RunTree.ROOT);
            int taken = other.follow(schedule, progress);
            return new Ended(other, schedule.isEmpty() ? "" : taken == schedule.size()
                    ? "The same schedule fits: " + taken + " steps."
                    : "The same schedule fits for " + taken + " of " + schedule.size() + " steps.");
        });
    }

    /**
     * Reads the scenario anew and takes the run again on it, with all its branches, as far as they fit; {@link #news} says how
     * far that is. What was chosen in the window, kernel, patches and ghost, stays. If the file cannot be read, {@link #problem}
     * says why and nothing changes. A long move.
     */
    public void reload() {
        KernelRun now = run.copy();
        boolean untouched = now.stepper().depth() == 0 && now.stepper().tip() == story && names.isEmpty();
        SavedRun kept = saved();
        longMove.start(progress -> {
            Scenario written = ScenarioFile.read(file);
            boolean otherKernel = now.scenario().profile() != now.written().profile();
            boolean otherPatches = !now.scenario().patches().equals(now.written().patches());
            SavedRun wanted = kept.on(otherKernel ? kept.profile() : written.profile(), otherPatches ? kept.patches() : written.patches());
            return untouched && !otherKernel && !otherPatches && wanted.ghost().isEmpty() ? fresh(file) : wanted.on(written);
        }, restored -> {
            boolean same = restored.run().written().equals(run.written());
            others.clear();
            names.clear();
            names.putAll(restored.names());
            story = restored.story();
            run = restored.run();
            problem.set(run.remark());
            told(restored.remark().isEmpty() ? same ? "Reloaded: the scenario has not changed." : depth() == 0 ? "Reloaded." : "Reloaded: the run fits as it is."
                    : "Reloaded: " + restored.remark() + ".");
        }, this::failed);
    }

    private static SavedRun.Restored fresh(Path file) throws IOException {
        KernelRun run = RunMoment.BEGINNING.of(file);
        return new SavedRun.Restored(run, run.stepper().tip(), Map.of(), "");
    }

    /**
     * Begins again on a kernel and takes the steps of a schedule for it. If the kernel cannot be had or the schedule does not
     * fit, {@link #problem} says why and nothing changes. A long move.
     *
     * @param schedule tasks by their index
     */
    public void replayOn(Profile profile, List<String> patches, int[] schedule) {
        Scenario wanted = scenario().on(profile).patched(patches);
        List<String> ghost = ghost().map(GhostRun::patches).orElse(null);
        KernelRun known = wanted.equals(scenario()) ? run : others.get(wanted);
        KernelRun here = run;
        KernelRun before = known == null ? null : known.copy();
        begin(progress -> {
            KernelRun other = before == null ? here.elsewhere(profile, patches) : before;
            other.haunt(ghost);
            other.stepper().select(RunTree.ROOT);
            other.stepper().replay(schedule, progress);
            return new Ended(other, "Replayed " + schedule.length + " steps.");
        });
    }

    /**
     * Puts a ghost over the run: the same schedule with other patches; takes it away for null. If that kernel cannot be
     * had, {@link #problem} says why and nothing changes. A long move.
     */
    public void haunt(@Nullable List<String> patches) {
        KernelRun copy = run.copy();
        begin(progress -> {
            copy.haunt(patches);
            return new Ended(copy, "");
        });
    }

    private int depthOf(int node) {
        return tree().depth(node);
    }

    private void run(List<BreakCondition> conditions) {
        KernelRun copy = run.copy();
        Policy policy = scheduler.at(copy.stepper());
        begin(progress -> {
            Stepper stepper = copy.stepper();
            int before = stepper.depth();
            boolean told = stepper.tip() == story && stepper.node() != story;
            BreakCondition met = told ? stepper.follow(conditions) : stepper.run(policy, conditions, LONGEST_RUN, progress);
            return new Ended(copy, met != null ? "Step " + stepper.depth() + ": " + BreakText.of(met) + "."
                    : told ? "Here the story ends, at step " + stepper.depth() + "; from here on the scheduler chooses."
                    : stepper.depth() - before == LONGEST_RUN ? "Paused after " + LONGEST_RUN + " steps." : ended(stepper));
        });
    }

    private void begin(Job<Ended> work) {
        longMove.start(progress -> {
            Ended ended = work.run(progress);
            ended.run().settle();
            return ended;
        }, this::take, this::failed);
    }

    private void failed(Exception e) {
        problem.set(String.valueOf(e.getMessage()));
        revision.set(revision.get() + 1);
    }

    private void take(Ended ended) {
        problem.set("");
        if (!ended.run().scenario().equals(scenario())) {
            others.put(scenario(), run);
            names.clear();
            story = RunTree.ROOT;
        }
        run = ended.run();
        told(ended.news());
    }

    /** A move that is done at once; not while a long one is under way, which would undo it. */
    private void move(Function<Stepper, String> act) {
        if (!longMove.running().get()) {
            told(act.apply(run.stepper()));
        }
    }

    private static String ended(Stepper stepper) {
        return stepper.machine().deadlocked(stepper.state(), 0) ? "Deadlock: nobody can step, and not everybody is done."
                : "End of the run: nobody can step.";
    }

    private void told(String what) {
        news.set(what);
        moved();
    }

    private void moved() {
        run.settle();
        int depth = depth();
        tasks = run.stepper().choices().stream().map(c -> {
            TaskSpec task = machine().spec().tasks().get(c.task());
            return new RunTask(c.task(), task.name(), task.pid(), path().at(depth, c.task()),
                    depth == 0 ? -1 : path().cpu(c.task(), depth - 1), c);
        }).toList();
        revision.set(revision.get() + 1);
    }
}
