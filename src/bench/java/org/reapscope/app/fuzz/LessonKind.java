package org.reapscope.app.fuzz;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.reapscope.base.job.Cancelled;
import org.reapscope.base.job.Progress;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.LessonException;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.Question;
import org.reapscope.lesson.Stage;
import org.reapscope.lesson.check.LessonCheck;
import org.reapscope.lesson.check.SheetText;
import org.reapscope.lesson.predict.Questions;

/** Lessons: read, written again, their runs staged and the questions about the moment posed; some worked out for a while. */
final class LessonKind implements Kind {

    /** Working one out takes seconds, so only some are, and not for longer. */
    private static final int WORKED_OUT = 16;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(3);

    private final List<byte[]> seeds;
    private final Path samples;

    LessonKind(Path samples) throws IOException {
        this.samples = samples;
        seeds = Seeds.samples(samples.resolve("lessons"), ".*\\.json");
    }

    @Override
    public String id() {
        return "lesson";
    }

    @Override
    public String fileName() {
        return "course.json";
    }

    @Override
    public List<byte[]> seeds() {
        return seeds;
    }

    @Override
    public List<String> words() {
        return List.of("null", "true", "[]", "{}", "\"\"", "\"run\"", "\"capture\"", "\"comparison\"", "\"scenario\"", "\"kill-then-mrelease\"",
                "\"01-threads-and-locks\"", "\"schedule\"", "\"lmkd*9999999\"", "\"lmkd\"", "\"step\"", "100000", "\"ask\"", "\"returns\"", "\"runs\"",
                "\"blocked\"", "\"value\"", "\"outlook\"", "\"fewest\"", "\"kernels\"", "\"about\"", "\"esrch\"", "\"mm_users[victim]\"", "\"mm_users[\"",
                "\"task\"", "\"at\"", "\"lock\"", "\"address\"", "\"0x\"", "\"finding\"", "\"goal\"", "\"steer\"", "\"maxSteps\"", "\"others\"", "\"eager\"",
                "\"../../../etc/passwd\"", "\"\\u0000\"", "\"f,g\"", "\"# heading\"", "\"*\"", "\"`\"", "1");
    }

    @Override
    public List<Mutation> mutations() {
        return Mutation.OF_JSON;
    }

    @Override
    public void open(Path file) throws Exception {
        Lesson lesson = LessonFile.read(file);
        if (!LessonFile.parse(lesson.id(), LessonFile.text(lesson)).equals(lesson)) {
            throw new Broken("what is written does not read back equal");
        }
        Library library = Library.of(file, samples);
        for (Page page : lesson.pages()) {
            if (page.exhibit().orElse(null) instanceof LessonExhibit.Run run) {
                ask(page, run, library);
            }
        }
        if (Math.floorMod(Arrays.hashCode(Files.readAllBytes(file)), WORKED_OUT) == 0) {
            workOut(lesson, library);
        }
    }

    private static void ask(Page page, LessonExhibit.Run run, Library library) {
        try {
            Stage stage = Stage.of(run, library);
            for (Question question : page.questions()) {
                switch (question.kind()) {
                    case RETURNS, RUNS, BLOCKED, VALUE -> Questions.pose(question, stage, Progress.NONE);
                    case OUTLOOK, FEWEST, KERNELS, CAPTURE -> { }
                }
            }
        } catch (LessonException e) {
            // It is told beside the page, as what is wrong with a question.
        }
    }

    private static void workOut(Lesson lesson, Library library) throws IOException {
        long end = System.nanoTime() + PATIENCE_NS;
        try {
            SheetText.forTeacher(LessonCheck.of(lesson, library, (done, total) -> {
                if (System.nanoTime() > end) {
                    throw new Cancelled();
                }
            }), new StringWriter());
        } catch (Cancelled e) {
            // It takes longer than there is time for.
        }
    }
}
