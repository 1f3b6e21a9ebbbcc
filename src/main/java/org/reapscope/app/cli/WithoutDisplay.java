package org.reapscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.reapscope.analysis.Figures;
import org.reapscope.app.window.Shot;
import org.reapscope.app.window.WindowPicture;
import org.reapscope.base.file.AtomicFile;
import org.reapscope.base.file.InputFile;
import org.reapscope.document.DocumentKind;
import org.reapscope.document.session.Session;
import org.reapscope.document.session.SessionFile;
import org.reapscope.document.settings.ConfigFolder;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.LessonFile;
import org.reapscope.run.RunText;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;

/** Opens a file where no window can be shown: prints what is in it, and draws the window into a picture. */
final class WithoutDisplay {

    private static final Path PICTURE = Path.of("reapscope-window.png");

    private WithoutDisplay() {}

    static void open(Path given) throws Exception {
        draw(print(given));
    }

    /** Prints what is in a file, and returns what a window would show of it. */
    static Path print(Path given) throws Exception {
        Path file = InputFile.of(given);
        DocumentKind kind = DocumentKind.of(file);
        String told = switch (kind) {
            case SCENARIO, LESSON, RUN -> "described";
            case CAPTURE, SNAPSHOT, SESSION -> "analysed";
        };
        System.out.println("There is no display (DISPLAY is not set): " + InputFile.shown(file) + " is " + told + " here instead.\n");
        return switch (kind) {
            case SESSION -> session(file);
            case RUN -> run(file);
            case LESSON -> {
                Lesson lesson = LessonFile.read(file);
                yield describe(file, lesson.title(), lesson.summary(), "Its answers: reapscope lesson ");
            }
            case SCENARIO -> {
                Scenario scenario = ScenarioFile.read(file);
                yield describe(file, scenario.title(), scenario.story(), "Its steps: reapscope step ", "Its outcomes: reapscope explore ");
            }
            case CAPTURE, SNAPSHOT -> {
                AnalyzeCommand.print(file, false);
                yield file;
            }
        };
    }

    /** Tells the run of a session. */
    private static Path run(Path file) throws IOException {
        RunOfSession saved = RunOfSession.of(file);
        PrintWriter out = Output.toTerminal();
        RunText.write(saved.scenario().title(), saved.stepper().machine(), saved.stepper().path(), out);
        if (!saved.remark().isEmpty()) {
            out.println("\nThe scenario has changed since: " + saved.remark() + ".");
        }
        out.flush();
        return file;
    }

    /** Analyses the capture of a session and prints its notes; returns what to draw. */
    private static Path session(Path file) throws Exception {
        Session session = SessionFile.read(file);
        Path at = InputFile.isCopy(file) ? Path.of(String.valueOf(file.getFileName())).toAbsolutePath() : file;
        Path there = SessionFile.capture(at, session.source()).orElse(null);
        if (there == null && session.source().excerpt().isEmpty()) {
            throw new IOException(InputFile.shown(file) + ": its capture " + session.source().name() + " is neither at "
                    + session.source().path() + " nor beside it; put it there and open the session again");
        }
        Path capture = there != null ? there
                : InputFile.holding(session.source().excerpt().orElseThrow().getBytes(StandardCharsets.UTF_8), session.source().name());
        AnalyzeCommand.print(capture, false);
        PrintWriter out = Output.toTerminal();
        if (!session.notes().isEmpty()) {
            out.println("\nNotes of the session");
        }
        for (Session.Note note : session.notes()) {
            long start = note.span().startNs();
            long end = note.span().endNs();
            out.println("  " + Figures.clock(start) + (end > start ? " to " + Figures.clock(end) : "") + "  " + note.text());
        }
        out.flush();
        return there == null ? capture : file;
    }

    private static Path describe(Path file, String title, String text, String... more) {
        PrintWriter out = Output.toTerminal();
        out.println(title + "\n" + text + "\n");
        for (String verb : more) {
            out.println(verb + InputFile.shown(file));
        }
        out.flush();
        return file;
    }

    /**
     * Writes among the settings alone: nobody who opens a file expects another one beside it, or in the folder where they are.
     * What was asked for has been printed, so a picture that cannot be made is no failure.
     */
    private static void draw(Path file) throws InterruptedException {
        try {
            Path picture = ConfigFolder.ofThisUser().toAbsolutePath().resolve(PICTURE);
            AtomicFile.write(picture, WindowPicture.of(Shot.of(file)));
            System.out.println("\nA picture of the window is in " + picture);
        } catch (IOException e) {
            System.err.println("reapscope: there is no picture of the window: " + Complaint.of(e));
        }
    }
}
