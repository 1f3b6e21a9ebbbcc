package org.reapscope.run;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.TaskSpec;
import org.reapscope.kernel.object.KernelSystem;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;

/**
 * A scenario on one kernel, as far as it was stepped, perhaps with a ghost beside it. Long work takes a {@link #copy},
 * works on that on its own thread, and gives it back whole.
 */
public final class KernelRun {

    private static final int REPORT_EVERY = 256;

    private final Scenario scenario;
    private final Scenario written;
    private final KernelSystem system;
    private final Stepper stepper;
    private final RunPath path;
    private @Nullable GhostRun ghost;
    private String remark = "";

    private KernelRun(Scenario scenario, Scenario written, KernelSystem system, Stepper stepper, RunPath path) {
        this.scenario = scenario;
        this.written = written;
        this.system = system;
        this.stepper = stepper;
        this.path = path;
    }

    /**
     * Before the first step.
     *
     * @throws org.reapscope.kernel.expr.ModelException if the machine cannot be built; says why
     */
    public static KernelRun of(Scenario scenario) {
        return of(scenario, scenario);
    }

    /** The same of a scenario that was written for another kernel or with other patches. */
    static KernelRun of(Scenario scenario, Scenario written) {
        KernelSystem system = ScenarioSystem.toStep(scenario);
        Stepper stepper = new Stepper(system.spec().build());
        return new KernelRun(scenario, written, system, stepper, new RunPath(stepper.machine(), scenario.cpus()));
    }

    public KernelRun copy() {
        KernelRun copy = new KernelRun(scenario, written, system, stepper.copy(), path.copy());
        copy.ghost = ghost == null ? null : ghost.copy(copy.path);
        return copy;
    }

    /** What there is to say of how it was begun; empty for nothing. */
    public String remark() {
        return remark;
    }

    void remark(String sentence) {
        remark = sentence;
    }

    public Scenario scenario() {
        return scenario;
    }

    /** The scenario as its file has it, whatever the kernel that it is stepped on. */
    public Scenario written() {
        return written;
    }

    /** The same steps' beginning on another kernel. */
    public KernelRun elsewhere(Profile profile, List<String> patches) {
        return of(written.on(profile).patched(patches), written);
    }

    public KernelSystem system() {
        return system;
    }

    public Machine machine() {
        return stepper.machine();
    }

    public Stepper stepper() {
        return stepper;
    }

    public RunPath path() {
        return path;
    }

    public @Nullable GhostRun ghost() {
        return ghost;
    }

    /**
     * Puts a ghost with other patches beside the run; none for null.
     *
     * @throws org.reapscope.kernel.expr.ModelException if its machine cannot be built; says why
     */
    public void haunt(@Nullable List<String> patches) {
        ghost = patches == null ? null : new GhostRun(patches,
                new Ghost(machine(), ScenarioSystem.toStep(scenario.patched(patches)).spec().build()), path);
    }

    /** Works out what is shown of the branch that the stepper stands on. */
    public void settle() {
        path.follow(stepper);
        if (ghost != null) {
            ghost.ghost().follow(path.tasks(), path::state);
        }
    }

    /** The names of the tasks that stepped, from the beginning. */
    public List<String> names() {
        List<TaskSpec> all = machine().spec().tasks();
        return IntStream.of(stepper.path()).mapToObj(t -> all.get(t).name()).toList();
    }

    /** Takes the steps of these tasks from where it stands as long as they can be taken; says how many those were. */
    public int follow(List<String> schedule, Progress progress) {
        List<String> all = machine().spec().tasks().stream().map(TaskSpec::name).toList();
        for (int i = 0; i < schedule.size(); i++) {
            int task = all.indexOf(schedule.get(i));
            if (task < 0 || !machine().enabled(stepper.state(), 0, task)) {
                return i;
            }
            stepper.step(task);
            if (i % REPORT_EVERY == 0) {
                progress.report(i, schedule.size());
            }
        }
        return schedule.size();
    }
}
