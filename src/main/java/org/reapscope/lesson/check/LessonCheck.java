package org.reapscope.lesson.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.FindingKind;
import org.reapscope.base.job.Progress;
import org.reapscope.explore.Request;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.compare.Cell;
import org.reapscope.explore.compare.Matrix;
import org.reapscope.explore.compare.Variant;
import org.reapscope.explore.property.PropertyException;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.LessonException;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.Pointer;
import org.reapscope.lesson.Question;
import org.reapscope.lesson.Stage;
import org.reapscope.lesson.challenge.Game;
import org.reapscope.lesson.challenge.Par;
import org.reapscope.lesson.challenge.Way;
import org.reapscope.lesson.predict.CellName;
import org.reapscope.lesson.predict.Posed;
import org.reapscope.lesson.predict.Questions;
import org.reapscope.run.ScheduleText;
import org.reapscope.scenario.Scenario;
import org.reapscope.trace.Lines;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/**
 * Takes a lesson from the first page to the last: every file it names is there, every schedule can be run, what is pointed
 * at exists, every question has an answer, every challenge is solved or proved to have no solution.
 */
public final class LessonCheck {

    private final Library library;
    private final Progress progress;
    private final List<Problem> problems = new ArrayList<>();
    private int number;

    private LessonCheck(Library library, Progress progress) {
        this.library = library;
        this.progress = progress;
    }

    /**
     * Works a lesson out.
     *
     * @throws org.reapscope.base.job.Cancelled if {@code progress} says so
     */
    public static AnswerSheet of(Lesson lesson, Library library, Progress progress) {
        LessonCheck check = new LessonCheck(library, progress);
        List<AnswerSheet.Worked> pages = new ArrayList<>();
        for (Page page : lesson.pages()) {
            check.number = pages.size();
            pages.add(check.page(page));
        }
        return new AnswerSheet(lesson, pages, check.problems);
    }

    private AnswerSheet.Worked page(Page page) {
        AnswerSheet.Worked empty = new AnswerSheet.Worked(page, List.of(), List.of(), List.of());
        if (page.exhibit().isEmpty()) {
            return empty;
        }
        try {
            return switch (page.exhibit().get()) {
                case LessonExhibit.Run run -> run(page, Stage.of(run, library));
                case LessonExhibit.Capture capture -> capture(page, capture);
                case LessonExhibit.Comparison table -> comparison(page, table);
            };
        } catch (LessonException | IOException e) {
            problem("", e);
            return empty;
        }
    }

    private AnswerSheet.Worked run(Page page, Stage stage) {
        page.pointers().forEach(p -> pointer(p, stage));
        List<Posed> posed = new ArrayList<>();
        for (Question question : page.questions()) {
            attempt(question.id(), () -> posed.add(Questions.pose(question, stage, progress)));
        }
        List<AnswerSheet.Solved> solved = new ArrayList<>();
        for (Challenge challenge : page.challenges()) {
            attempt(challenge.id(), () -> solved.add(solved(Game.of(challenge, stage))));
        }
        return new AnswerSheet.Worked(page, posed, solved, List.of());
    }

    private AnswerSheet.Solved solved(Game game) {
        if (game.goal().reached(game.goal().after(game.stage().taken()))) {
            throw new LessonException(game.challenge().id() + ": the goal is reached before the first move; begin at an earlier step");
        }
        Par par = Par.of(game, progress);
        return new AnswerSheet.Solved(game, par, par.fewestSteps().map(w -> schedule(game, w)), par.fewestPreemptions().map(w -> schedule(game, w)));
    }

    private static String schedule(Game game, Way way) {
        return ScheduleText.format(game.stage().machine(), game.schedule(way.tasks()));
    }

    private void pointer(Pointer pointer, Stage stage) {
        attempt(pointer.name(), () -> {
            switch (pointer.kind()) {
                case TASK -> stage.task(pointer.name());
                case FIELD -> CellName.of(stage.machine(), pointer.name());
                case LOCK -> lock(pointer.name(), stage);
                case ADDRESS -> address(pointer.name(), stage.scenario());
                case LANE -> { }
                case FINDING -> throw new LessonException("a finding is pointed at, but the page shows a run, not a capture");
            }
        });
    }

    private static void lock(String name, Stage stage) {
        List<String> locks = stage.machine().spec().programs().all().stream().flatMap(p -> p.lines().stream())
                .flatMap(line -> line instanceof org.reapscope.kernel.MicroStep step ? step.locks().stream() : java.util.stream.Stream.empty())
                .map(action -> action.lock().name()).distinct().toList();
        if (!locks.contains(name)) {
            throw new LessonException("no lock is called '" + name + "'; there are " + String.join(", ", locks));
        }
    }

    private static void address(String text, Scenario scenario) {
        long address;
        try {
            address = Long.decode(text);
        } catch (NumberFormatException e) {
            throw new LessonException("'" + text + "' is no address; write 0x7f2c00000000");
        }
        if (scenario.processes().stream().flatMap(p -> p.vmas().stream()).noneMatch(v -> v.start() <= address && address < v.end())) {
            throw new LessonException("no VMA of the scenario has the address " + text);
        }
    }

    private AnswerSheet.Worked capture(Page page, LessonExhibit.Capture capture) throws IOException {
        Trace trace = Captures.open(library.capture(capture.file()));
        try (Lines _ = trace.lines()) {
            Analysis analysis = Analysis.of(trace, Lanes.of(trace, progress), progress);
            if (capture.kill() > analysis.kills().size()) {
                problem("", new LessonException("the capture has " + analysis.kills().size() + " kills, not " + capture.kill()));
            }
            page.pointers().forEach(p -> attempt(p.name(), () -> pointer(p, analysis)));
            List<Posed> posed = new ArrayList<>();
            for (Question question : page.questions()) {
                attempt(question.id(), () -> posed.add(Questions.pose(question, capture, analysis)));
            }
            return new AnswerSheet.Worked(page, posed, List.of(), List.of());
        }
    }

    private static void pointer(Pointer pointer, Analysis analysis) {
        if (pointer.kind() == Pointer.Kind.FINDING && analysis.findings().stream().noneMatch(f -> f.kind().id().equals(pointer.name()))) {
            throw new LessonException("the capture shows no '" + pointer.name() + "'; it shows "
                    + String.join(", ", analysis.findings().stream().map(f -> f.kind()).distinct().map(FindingKind::id).toList()));
        }
    }

    private AnswerSheet.Worked comparison(Page page, LessonExhibit.Comparison table) {
        List<List<String>> lines = new ArrayList<>();
        attempt("", () -> lines.addAll(lines(table, library)));
        List<Posed> posed = new ArrayList<>();
        for (Question question : page.questions()) {
            attempt(question.id(), () -> posed.add(Questions.pose(question, table, library, progress)));
        }
        return new AnswerSheet.Worked(page, posed, List.of(), lines);
    }

    /** What can happen on each kernel of a comparison, as a table: its heads first. Takes as long as the searches behind it. */
    public static List<List<String>> lines(LessonExhibit.Comparison table, Library library) {
        Scenario scenario = library.scenario(table.scenario(), table.profile(), List.of());
        List<Variant> variants = table.kernels().stream().flatMap(set -> Variant.all(List.of(scenario.profile()), set).stream()).toList();
        Matrix matrix = Matrix.of(scenario, variants, table.properties(), new Request(false, false, 0, true), Budget.standard(), Matrix.Listener.NONE);
        List<List<String>> lines = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of("property"));
        variants.forEach(v -> heads.add(v.patchSet()));
        lines.add(heads);
        for (int row = 0; row < table.properties().size(); row++) {
            List<String> line = new ArrayList<>(List.of(table.properties().get(row)));
            for (int column = 0; column < variants.size(); column++) {
                line.add(text(matrix.cell(row, column)));
            }
            lines.add(line);
        }
        return lines;
    }

    private static String text(Cell cell) {
        String verdict = cell.verdict().name().toLowerCase(Locale.ROOT);
        return cell.verdict() == Verdict.UNKNOWN ? "unknown" + (cell.why().isEmpty() ? "" : " (" + cell.why() + ")")
                : cell.shortest() == null ? verdict : verdict + ", " + cell.shortest().steps() + " steps";
    }

    private void attempt(String item, Runnable work) {
        try {
            work.run();
        } catch (LessonException | ModelException | PropertyException e) {
            problem(item, e);
        }
    }

    private void problem(String item, Throwable e) {
        problems.add(new Problem(number, item, String.valueOf(e.getMessage())));
    }
}
