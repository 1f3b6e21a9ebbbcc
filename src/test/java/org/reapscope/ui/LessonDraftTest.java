package org.reapscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.base.job.Progress;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Question;
import org.reapscope.ui.lesson.edit.DraftCheck;
import org.reapscope.ui.lesson.edit.LessonDraft;
import org.reapscope.ui.lesson.edit.PageEdits;

/** Writing a lesson. */
final class LessonDraftTest {

    private static final Path SAMPLES = Path.of("samples");

    @TempDir
    private Path folder;

    @Test
    void everyShippedLesson_isSavedAsItIs() throws IOException {
        try (var lessons = Files.list(SAMPLES.resolve("lessons"))) {
            for (Path lesson : lessons.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                LessonDraft draft = LessonDraft.of(lesson);
                Path copy = folder.resolve(lesson.getFileName());
                draft.draft().save(copy);
                assertEquals(LessonFile.read(lesson), LessonFile.read(copy));
            }
        }
    }

    @Test
    void pagesAreAddedMovedAndTakenAway_andUndone() {
        LessonDraft draft = LessonDraft.create();
        draft.addPage();
        draft.changePage(p -> PageEdits.title(p, "Second"));
        draft.movePage(-1);
        assertEquals(List.of("Second", "First page"), titles(draft));
        draft.removePage();
        assertEquals(List.of("First page"), titles(draft));
        draft.removePage();
        assertEquals(List.of("First page"), titles(draft), "the last page stays");
        draft.draft().history().undo();
        assertEquals(List.of("Second", "First page"), titles(draft));
        assertTrue(draft.draft().unsaved().get());
    }

    @Test
    void savedIsNotUnsaved_untilTheNextChange() throws IOException {
        LessonDraft draft = LessonDraft.create();
        draft.changePage(p -> PageEdits.text(p, "Look."));
        draft.draft().save(folder.resolve("mine.json"));
        assertFalse(draft.draft().unsaved().get());
        draft.changePage(p -> PageEdits.notes(p, "Slowly."));
        assertTrue(draft.draft().unsaved().get());
        draft.draft().history().undo();
        assertFalse(draft.draft().unsaved().get());
    }

    @Test
    void aQuestionIsWorkedOut_andAWrongOneIsToldByItsPage() {
        LessonDraft draft = LessonDraft.create();
        draft.changePage(p -> PageEdits.exhibit(p, new LessonExhibit.Run("kill-then-mrelease", "", List.of(), "", 0)));
        draft.changePage(p -> PageEdits.questions(p, list -> list.add(
                new Question("q", Question.Kind.RETURNS, "", "lmkd", "", List.of(), "", -1))));
        DraftCheck fine = DraftCheck.of(draft.lesson().get(), folder, SAMPLES, Progress.NONE);
        assertEquals(List.of(), fine.problems());
        assertEquals(1, fine.questions());
        draft.changePage(p -> PageEdits.questions(p, list -> list.set(0,
                new Question("q", Question.Kind.RETURNS, "", "nobody", "", List.of(), "", -1))));
        DraftCheck wrong = DraftCheck.of(draft.lesson().get(), folder, SAMPLES, Progress.NONE);
        assertEquals(1, wrong.problems().size());
        assertTrue(wrong.problems().getFirst().startsWith("Page 1, q: "), wrong.problems()::getFirst);
    }

    private static List<String> titles(LessonDraft draft) {
        return draft.lesson().get().pages().stream().map(p -> p.title()).toList();
    }
}
