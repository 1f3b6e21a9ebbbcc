package org.reapscope.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.reapscope.export.Handout;
import org.reapscope.export.RunExhibit;
import org.reapscope.export.SystemCall;
import org.reapscope.export.picture.Sheet;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.TraceEvent;
import org.reapscope.picture.Picture;

/** The handout of one run: the lanes, the diagram, what each system call returns, what comes to hold. Every answer is what the machine says. */
public final class RunHandout {

    private static final List<ReturnValue> RETURNS = List.of(ReturnValue.OK, ReturnValue.ESRCH, ReturnValue.EINVAL, ReturnValue.EAGAIN);

    private RunHandout() {}

    /** The handout of a run. */
    public static Handout of(RunExhibit run) {
        List<Handout.Question> questions = new ArrayList<>(returns(run.machine(), run.path()));
        questions.add(facts(run.machine(), run.path()));
        Handout.Part part = new Handout.Part("The run", List.of("A run of the model: an order of steps, not a measurement."),
                withoutVerdicts(run.exhibit().sheet()), "What the tasks do, step by step.",
                run.mailWithBlanks().lines().toList(), questions);
        return new Handout(run.scenario().title(), List.of(run.scenario().story()), List.of(part), run.provenance());
    }

    /** Marks, bands and what is said of facts would give the answers away. */
    private static Sheet.Content withoutVerdicts(Sheet.Content sheet) {
        Picture p = sheet.picture();
        return new Sheet.Content(new Picture(p.trace(), p.lanes(), p.rows(), List.of(), List.of(), p.axis(), p.sticky()), sheet.startNs(),
                sheet.endNs(), sheet.title(), List.of(), List.of(), List.of());
    }

    private static List<Handout.Question> returns(Machine machine, int[] path) {
        List<Handout.Question> questions = new ArrayList<>();
        long[] state = machine.initial();
        for (int i = 0; i < path.length; i++) {
            long[] after = state.clone();
            machine.step(after, 0, path[i]);
            for (TraceEvent event : machine.traces(state, after, path[i])) {
                if (SystemCall.of(event).orElse(null) instanceof SystemCall.Return(String call, ReturnValue result)) {
                    String who = machine.spec().tasks().get(path[i]).name();
                    List<ReturnValue> options = RETURNS.contains(result) ? RETURNS : List.of(ReturnValue.OK, ReturnValue.ESRCH, ReturnValue.EINVAL, result);
                    questions.add(new Handout.Question(who + " calls " + call + "(). What does the call return in this run?",
                            options.stream().map(ReturnValue::text).toList(), List.of(options.indexOf(result)),
                            List.of("Step " + (i + 1) + ": " + who + " " + machine.sentence(state, after, path[i]) + ".")));
                }
            }
            state = after;
        }
        return questions;
    }

    private static Handout.Question facts(Machine machine, int[] path) {
        List<String> names = machine.spec().facts().stream().map(Fact::name).toList();
        int[] since = new int[names.size()];
        long[] state = machine.initial();
        for (int i = 0; i < path.length; i++) {
            machine.step(state, 0, path[i]);
            for (int k = 0; k < since.length; k++) {
                since[k] = since[k] == 0 && machine.holds(names.get(k), state, 0) ? i + 1 : since[k];
            }
        }
        List<Integer> right = IntStream.range(0, since.length).filter(k -> since[k] > 0).boxed().toList();
        return new Handout.Question("Which of these come to hold in this run?", names, right,
                right.stream().map(k -> names.get(k) + ": from step " + since[k] + " on.").toList());
    }
}
