package org.reapscope.app.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.file.InputFile;
import org.reapscope.base.job.Progress;
import org.reapscope.document.Samples;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.challenge.HandIn;
import org.reapscope.lesson.challenge.Result;
import org.reapscope.lesson.check.AnswerSheet;
import org.reapscope.lesson.check.LessonCheck;
import org.reapscope.lesson.check.Problem;
import org.reapscope.lesson.check.SheetJson;
import org.reapscope.lesson.check.SheetText;
import org.reapscope.lesson.predict.Questions;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a lesson and prints its answer sheet. */
@Command(name = "lesson", mixinStandardHelpOptions = true, description = {
    "Takes a lesson from the first page to the last and prints the answer sheet; every answer and par is computed.",
    "Exit status 1 if something in it does not work, or a code that was handed in is no success."})
final class LessonCommand implements Callable<Integer> {

    @Parameters(paramLabel = "LESSON", description = "A lesson file, - for standard input, or the name of one that comes with the program.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--student", description = "Print the sheet without answers and without notes for the teacher.")
    private boolean student;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Option(names = "--verify", paramLabel = "CODE", description = "Play the code that a learner handed in, and say what it is worth.")
    private @Nullable String code;

    @Option(names = "--quiz", paramLabel = "SEED", description = "LESSON is a scenario: print questions about it, others for each seed.")
    private @Nullable Long quiz;

    @Override
    public Integer call() throws Exception {
        Path path = Samples.lesson(file);
        if (quiz != null) {
            return quiz(quiz);
        }
        Lesson lesson = LessonFile.read(path);
        Library library = Library.of(path, Samples.folder());
        PrintWriter out = Output.toTerminal(json);
        int status = code == null ? sheet(LessonCheck.of(lesson, library, Progress.NONE), path, out)
                : verified(HandIn.verify(code, lesson, library, Progress.NONE), out);
        out.flush();
        return status;
    }

    private int quiz(long seed) throws Exception {
        Path path = Samples.named(file);
        Scenario scenario = ScenarioFile.read(path);
        Page page = new Page("Questions, seed " + seed, List.of(scenario.story()),
                Optional.of(new LessonExhibit.Run(InputFile.isCopy(path) ? scenario.id() : file.toString(), "", List.of(), "", 0)), List.of(), List.of(), List.of(), "");
        AnswerSheet sheet = new AnswerSheet(new Lesson(scenario.id(), scenario.title(), "", "", List.of(page)),
                List.of(new AnswerSheet.Worked(page, Questions.of(scenario, seed, Progress.NONE), List.of(), List.of())), List.of());
        PrintWriter out = Output.toTerminal(json);
        return sheet(sheet, path, out);
    }

    private int sheet(AnswerSheet sheet, Path path, Writer out) throws Exception {
        if (json) {
            SheetJson.write(sheet, !student, out);
        } else if (student) {
            SheetText.forStudent(sheet, out);
        } else {
            SheetText.forTeacher(sheet, out);
        }
        out.flush();
        for (Problem problem : sheet.problems()) {
            System.err.println("reapscope: " + LessonFile.complaint(path, problem.page(), problem.item(), problem.text()).getMessage());
        }
        return sheet.problems().isEmpty() ? 0 : ReapscopeCommand.NOT_SO;
    }

    private static int verified(HandIn.Verified verified, Writer out) throws Exception {
        Result result = verified.result();
        out.append("Challenge [").append(verified.challenge().id()).append("] ").append(verified.challenge().title()).append('\n');
        out.append(switch (result.end()) {
            case WON -> "Won in " + count(result.steps(), "step") + " with " + count(result.preemptions(), "preemption");
            case CLAIM_TRUE -> "Claimed that it is impossible, and it is";
            case CLAIM_FALSE -> "Claimed that it is impossible, and it is not";
            case OPEN, OVER -> "Not won";
        }).append(", ").append(count(result.hints(), "hint")).append(": ").append(count(result.stars(), "star")).append(" of 3.\n");
        out.append("Par: ").append(verified.par().text()).append(".\n");
        if (!verified.schedule().isEmpty()) {
            out.append("Schedule:\n").append(verified.schedule()).append('\n');
        }
        return result.success() ? 0 : ReapscopeCommand.NOT_SO;
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
