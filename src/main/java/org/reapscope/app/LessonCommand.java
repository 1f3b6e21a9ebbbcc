package org.reapscope.app;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.reapscope.job.Progress;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.challenge.HandIn;
import org.reapscope.lesson.challenge.Result;
import org.reapscope.lesson.check.LessonCheck;
import org.reapscope.lesson.check.Sheet;
import org.reapscope.lesson.check.SheetJson;
import org.reapscope.lesson.check.SheetText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a lesson and prints its answer sheet. */
@Command(name = "lesson", mixinStandardHelpOptions = true, description = {
    "Takes a lesson from the first page to the last and prints the answer sheet; every answer and par is computed.",
    "Exit status 1 if something in it does not work, or a code that was handed in is no success."})
final class LessonCommand implements Callable<Integer> {

    @Parameters(paramLabel = "LESSON", description = "A lesson file, or the name of one that comes with the program.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--student", description = "Print the sheet without answers and without notes for the teacher.")
    private boolean student;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Option(names = "--verify", paramLabel = "CODE", description = "Play the code that a learner handed in, and say what it is worth.")
    private @Nullable String code;

    @Override
    public Integer call() throws Exception {
        Path path = Samples.lesson(file);
        Lesson lesson = LessonFile.read(path);
        Library library = Library.of(path, Samples.folder());
        Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        int status = code == null ? sheet(LessonCheck.of(lesson, library, Progress.NONE), out)
                : verified(HandIn.verify(code, lesson, library, Progress.NONE), out);
        out.flush();
        return status;
    }

    private int sheet(Sheet sheet, Writer out) throws Exception {
        if (json) {
            SheetJson.write(sheet, !student, out);
        } else if (student) {
            SheetText.forStudent(sheet, out);
        } else {
            SheetText.forTeacher(sheet, out);
        }
        out.flush();
        sheet.problems().forEach(problem -> System.err.println("reapscope: " + file + ": " + problem));
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
