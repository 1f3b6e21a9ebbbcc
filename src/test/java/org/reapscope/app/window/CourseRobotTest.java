package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Page;
import org.testfx.api.FxToolkit;

/** A learner takes each lesson of the course in the window, from the first page to the last, and answers every question. */
final class CourseRobotTest {

    @TempDir
    private Path folder;

    private OpenWindow window;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openWindow() {
        window = new OpenWindow(folder.resolve("config"));
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-threads-and-locks", "02-two-locks", "03-how-kill-ends-a-process", "04-the-esrch-window",
        "05-who-pins-the-memory", "06-two-walkers", "07-oom-reaper-and-freezer", "08-judge-the-patch", "09-a-real-capture"})
    void everyPageIsRead_andEveryQuestionAnswered(String name) throws Exception {
        Path file = Path.of("samples/lessons", name + ".json").toAbsolutePath();
        Lesson lesson = LessonFile.read(file);
        window.run(() -> window.main().open(List.of(file)));
        for (Page page : lesson.pages()) {
            window.await(() -> text(".page-title").equals(page.title()));
            window.await(() -> count(".question .options") == page.questions().size());
            assertEquals(page.challenges().size(), count(".challenge"));
            for (int question = 0; question < page.questions().size(); question++) {
                answer(question);
            }
            if (!page.questions().isEmpty()) {
                assertTrue(count(".question .explanation") >= page.questions().size(), page.title() + " explains every answer");
            }
            window.press(KeyCode.PAGE_DOWN);
        }
    }

    /** Ticks the first option; where several may be right, says so then. */
    private void answer(int question) {
        int before = count(".question .verdict");
        window.run(() -> {
            Node card = window.lookup(".question").get(question);
            ((Button) card.lookup(".option")).fire();
            if (card.lookup(".lesson-answer") instanceof Button answer) {
                answer.fire();
            }
        });
        window.await(() -> count(".question .verdict") == before + 1);
    }

    private int count(String selector) {
        return window.ask(() -> window.lookup(selector).size());
    }

    private String text(String selector) {
        return window.ask(() -> window.lookup(selector).isEmpty() ? "" : ((Label) window.lookup(selector).getFirst()).getText());
    }
}
