package org.reapscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.reapscope.base.json.JsonValue;
import org.reapscope.document.DocumentKind;
import org.reapscope.document.Samples;
import org.reapscope.document.session.SessionFile;
import org.reapscope.lesson.LessonException;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Page;
import org.reapscope.trace.format.AddressSpaceSnapshot;

/** Which files a command reads when one is named: that file, and those that it names or that lie beside it. */
final class InputFiles {

    private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

    private final List<Path> files = new ArrayList<>();

    private InputFiles() {}

    /**
     * The files behind a capture, a session, a scenario or a lesson. What cannot be understood names none: whoever opens it
     * complains.
     *
     * @param text an option that may say {@code @FILE}; empty for none
     */
    static List<Path> of(Path file, String text) {
        InputFiles inputs = new InputFiles();
        inputs.files.add(file.toString().equals("-") ? STANDARD_INPUT : file);
        if (text.startsWith("@")) {
            inputs.files.add(Path.of(text.substring(1)));
        }
        try {
            inputs.behind(file);
        } catch (IOException | LessonException e) {
            return inputs.files;
        }
        return inputs.files;
    }

    private void behind(Path file) throws IOException {
        switch (DocumentKind.of(file)) {
            case SESSION -> SessionFile.capture(file, SessionFile.read(file).source()).ifPresent(files::add);
            case RUN -> { }
            case CAPTURE, SNAPSHOT -> files.addAll(AddressSpaceSnapshot.beside(file));
            case LESSON -> {
                Library library = Library.of(file, Samples.folder());
                for (Page page : LessonFile.read(file).pages()) {
                    if (page.exhibit().isPresent()) {
                        shown(page.exhibit().get(), library);
                    }
                }
            }
            case SCENARIO -> addressSpaces(file);
        }
    }

    private void shown(LessonExhibit exhibit, Library library) throws IOException {
        switch (exhibit) {
            case LessonExhibit.Run run -> scenario(library.scenario(run.scenario()));
            case LessonExhibit.Capture capture -> files.add(library.capture(capture.file()));
            case LessonExhibit.Comparison table -> scenario(library.scenario(table.scenario()));
        }
    }

    private void scenario(Path file) throws IOException {
        files.add(file);
        addressSpaces(file);
    }

    private void addressSpaces(Path scenario) throws IOException {
        for (JsonValue process : JsonValue.read(scenario).items("processes")) {
            if (process.has("addressSpace")) {
                files.add(scenario.resolveSibling(process.get("addressSpace").text("smaps", "")));
            }
        }
    }
}
