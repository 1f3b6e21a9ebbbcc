package org.reapscope.run;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.reapscope.base.words.Digits;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;

/** A run for people to read: every step in words, where it ends, and the schedule that replays it. */
public final class RunText {

    private static final int NUMBER = 5;

    private RunText() {}

    /** Writes the run of a schedule, all of whose steps can be taken. */
    public static void write(String title, Machine machine, int[] path, Appendable out) throws IOException {
        int widest = machine.spec().tasks().stream().mapToInt(t -> t.name().length()).max().orElse(0);
        out.append(title).append("\n\n");
        int number = Math.max(NUMBER, Digits.grouped(path.length).length());
        long[] state = machine.initial();
        for (int i = 0; i < path.length; i++) {
            long[] after = state.clone();
            LinkedStep step = machine.next(state, 0, path[i]).orElseThrow();
            machine.step(after, 0, path[i]);
            out.append(String.format(Locale.ROOT, "%," + number + "d  %-" + widest + "s  %-5s %-24s %s%n", i + 1,
                    machine.spec().tasks().get(path[i]).name(), step.step().id(), step.step().function(),
                    machine.sentence(state, after, path[i])));
            for (Fact fact : machine.spec().facts()) {
                if (machine.holds(fact.name(), after, 0) && !machine.holds(fact.name(), state, 0)) {
                    out.append(" ".repeat(number + 2)).append("*** ").append(fact.name()).append('\n');
                }
            }
            state = after;
        }
        end(machine, state, out);
        out.append("\nSchedule:\n").append(ScheduleText.format(machine, path)).append('\n');
    }

    private static void end(Machine machine, long[] state, Appendable out) throws IOException {
        List<Choice> choices = Choice.all(machine, state);
        out.append('\n');
        for (Choice choice : choices) {
            if (choice.step().isPresent()) {
                out.append(machine.spec().tasks().get(choice.task()).name()).append(choice.enabled()
                        ? " can run: " + choice.step().get().step().title() : " " + choice.obstacle()).append('\n');
            }
        }
        out.append("Held at the end: ").append(String.join(", ", machine.spec().facts().stream().map(Fact::name)
                .filter(f -> machine.holds(f, state, 0)).toList())).append('\n');
    }
}
