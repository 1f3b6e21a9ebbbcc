package org.reapscope.export;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MicroStep;
import org.reapscope.run.Placement;

/** The steps of a run as a table. */
final class RunTable {

    private RunTable() {}

    /** Writes a line for each step of a schedule, all of which can be taken: who did what where, in words, and which facts hold then. */
    static void write(Machine machine, int[] path, int cpus, Csv csv) throws IOException {
        csv.row(List.of("step", "task", "cpu", "id", "function", "title", "says", "facts"));
        Placement placement = Placement.of(machine, path, cpus);
        long[] state = machine.initial();
        for (int i = 0; i < path.length; i++) {
            MicroStep step = machine.next(state, 0, path[i]).orElseThrow().step();
            long[] after = state.clone();
            machine.step(after, 0, path[i]);
            csv.row(List.of(i + 1, machine.spec().tasks().get(path[i]).name(), placement.cpu(i), step.id(), step.function(), step.title(),
                    machine.sentence(state, after, path[i]), machine.spec().facts().stream().map(Fact::name)
                            .filter(fact -> machine.holds(fact, after, 0)).collect(Collectors.joining(" "))));
            state = after;
        }
    }
}
