package org.reapscope.lesson.handout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Kill;
import org.reapscope.base.job.Progress;
import org.reapscope.export.Exhibits;
import org.reapscope.export.RunExhibit;
import org.reapscope.export.SystemCall;
import org.reapscope.export.TraceDiagram;
import org.reapscope.export.picture.Sheet;
import org.reapscope.export.report.Handout;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.TraceEvent;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Markup;
import org.reapscope.lesson.Stage;
import org.reapscope.lesson.predict.Posed;
import org.reapscope.picture.Picture;
import org.reapscope.scenario.Scenario;
import org.reapscope.trace.Lines;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/** Makes handouts of runs and of lessons. Every answer is what the machine says. */
public final class Handouts {

    private static final List<ReturnValue> RETURNS = List.of(ReturnValue.OK, ReturnValue.ESRCH, ReturnValue.EINVAL, ReturnValue.EAGAIN);

    private Handouts() {}

    /** A handout of one run: the lanes, the diagram, what each system call returns, what comes to hold. */
    public static Handout of(Scenario scenario, Machine machine, int[] path) throws IOException {
        RunExhibit run = RunExhibit.of(scenario, machine, path);
        List<Handout.Question> questions = new ArrayList<>(returns(machine, path));
        questions.add(facts(machine, path));
        Handout.Part part = new Handout.Part("The run", List.of("A run of the model: an order of steps, not a measurement."),
                withoutVerdicts(lanes(run)), "What the tasks do, step by step.",
                RunExhibit.mailWithBlanks(scenario, machine, path).lines().toList(), questions);
        return new Handout(scenario.title(), List.of(scenario.story()), List.of(part), run.provenance());
    }

    /** A handout of a lesson that has been worked out. */
    public static Handout of(org.reapscope.lesson.check.AnswerSheet lesson, Library library) throws IOException {
        List<Handout.Part> parts = new ArrayList<>();
        for (org.reapscope.lesson.check.AnswerSheet.Worked page : lesson.pages()) {
            List<String> text = page.page().blocks().stream().filter(b -> b.kind() != Markup.Kind.CODE)
                    .map(b -> (b.kind() == Markup.Kind.ITEM ? "\u2022 " : "") + b.text()).toList();
            List<String> code = page.page().blocks().stream().filter(b -> b.kind() == Markup.Kind.CODE).map(Markup.Block::text).toList();
            Shown shown = shown(page.page().exhibit(), library);
            List<String> diagram = new ArrayList<>(code);
            diagram.addAll(shown.diagram());
            parts.add(new Handout.Part(page.page().title(), text, shown.lanes(), shown.caption(), diagram,
                    page.questions().stream().map(Handouts::question).toList()));
        }
        return new Handout(lesson.lesson().title(), List.of(lesson.lesson().summary()), parts, List.of("Made by Reapscope."));
    }

    private record Shown(Sheet.@Nullable Content lanes, String caption, List<String> diagram) {}

    private static Shown shown(Optional<LessonExhibit> exhibit, Library library) throws IOException {
        if (exhibit.isEmpty()) {
            return new Shown(null, "", List.of());
        }
        return switch (exhibit.get()) {
            case LessonExhibit.Run run -> {
                Stage stage = Stage.of(run, library);
                if (stage.step() == 0) {
                    yield new Shown(null, "", List.of());
                }
                yield new Shown(lanes(RunExhibit.of(stage.scenario(), stage.machine(), stage.taken())),
                        stage.scenario().title() + ", the first " + stage.step() + " steps",
                        RunExhibit.mail(stage.scenario(), stage.machine(), stage.taken()).lines().toList());
            }
            case LessonExhibit.Capture capture -> ofCapture(Captures.open(library.capture(capture.file())), capture.kill());
            case LessonExhibit.Comparison ignored -> new Shown(null, "", List.of());
        };
    }

    private static Shown ofCapture(Trace trace, int number) throws IOException {
        try (Lines _ = trace.lines()) {
            Lanes lanes = Lanes.of(trace, Progress.NONE);
            Analysis analysis = Analysis.of(trace, lanes, Progress.NONE);
            Kill kill = number < 1 || number > analysis.kills().size() ? null : analysis.kills().get(number - 1);
            var exhibit = Exhibits.of(lanes, analysis, null, new Exhibits.Wish(kill, null, null, List.of()));
            Kill meant = exhibit.kill();
            return new Shown(exhibit.sheet(), "From the capture " + trace.source().name(),
                    meant == null ? List.of() : TraceDiagram.of(trace, meant).toString().lines().toList());
        }
    }

    private static Sheet.Content lanes(RunExhibit run) {
        Sheet.Content sheet = run.exhibit().sheet();
        return new Sheet.Content(sheet.picture(), sheet.startNs(), sheet.endNs(), sheet.title(), List.of(), List.of(), List.of());
    }

    /** Marks and bands would give the answers away. */
    private static Sheet.Content withoutVerdicts(Sheet.Content sheet) {
        Picture p = sheet.picture();
        return new Sheet.Content(new Picture(p.trace(), p.lanes(), p.rows(), List.of(), List.of(), p.axis(), p.sticky()), sheet.startNs(),
                sheet.endNs(), sheet.title(), sheet.remarks(), sheet.cursors(), sheet.provenance());
    }

    private static Handout.Question question(Posed posed) {
        return new Handout.Question(posed.prompt(), posed.options(), List.copyOf(posed.right()), posed.explanation().sentences());
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
