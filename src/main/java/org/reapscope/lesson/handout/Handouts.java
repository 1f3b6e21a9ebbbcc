package org.reapscope.lesson.handout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Kill;
import org.reapscope.base.job.Progress;
import org.reapscope.export.Exhibits;
import org.reapscope.export.Handout;
import org.reapscope.export.RunExhibit;
import org.reapscope.export.TraceDiagram;
import org.reapscope.export.picture.Sheet;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Markup;
import org.reapscope.lesson.Stage;
import org.reapscope.lesson.predict.Posed;
import org.reapscope.trace.Lines;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/** Makes handouts of lessons. Every answer is what the machine says. */
public final class Handouts {

    private Handouts() {}

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
                RunExhibit taken = RunExhibit.of(stage.scenario(), stage.machine(), stage.taken());
                yield new Shown(lanes(taken),
                        stage.scenario().title() + ", the first " + stage.step() + " steps",
                        taken.mail().lines().toList());
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

    private static Handout.Question question(Posed posed) {
        return new Handout.Question(posed.prompt(), posed.options(), List.copyOf(posed.right()), posed.explanation().sentences());
    }

}
