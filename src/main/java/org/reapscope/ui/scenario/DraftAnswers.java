package org.reapscope.ui.scenario;

import java.util.List;
import java.util.stream.IntStream;

import org.reapscope.base.job.Progress;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Request;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;

/**
 * What the machine says of a scenario that is being written.
 *
 * @param tasks how many there are
 * @param steps how many all programs have together
 * @param answers to its properties, as far as a quick look tells
 */
public record DraftAnswers(int tasks, int steps, List<Answer> answers) {

    private static final long BYTES = 256L << 20;

    public DraftAnswers {
        answers = List.copyOf(answers);
    }

    /**
     * Looks at all schedules, in bounded memory.
     *
     * @throws org.reapscope.kernel.expr.ModelException if its patches contradict each other or do not fit the kernel
     * @throws org.reapscope.base.job.Cancelled if progress says so
     */
    public static DraftAnswers of(Scenario scenario, Progress progress) {
        MachineSpec spec = ScenarioSystem.toExplore(scenario).spec();
        List<Answer> answers = Explorer.explore(spec, scenario.properties(), Request.VERDICTS, Budget.standard().withBytes(BYTES).withWorkers(1),
                Status.Listener.of(progress)).answers();
        Machine machine = spec.build();
        return new DraftAnswers(machine.tasks(), IntStream.range(0, machine.tasks()).map(t -> machine.program(t).size()).sum(), answers);
    }
}
