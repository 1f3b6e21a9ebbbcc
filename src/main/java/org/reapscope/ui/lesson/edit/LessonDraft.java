package org.reapscope.ui.lesson.edit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;

import org.jspecify.annotations.Nullable;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Page;
import org.reapscope.ui.edit.Draft;
import org.reapscope.ui.kit.Messages;

/**
 * A lesson that is being written, and the page of it that is. On one thread.
 */
public final class LessonDraft {

    private final Draft<Lesson> draft;
    private final IntegerProperty page = new SimpleIntegerProperty();

    private LessonDraft(Lesson lesson, @Nullable Path file) {
        draft = new Draft<>(lesson, file, LessonFile::write, () -> Messages.text("undo.lesson", page.get() + 1));
        draft.value().addListener((o, was, is) -> page.set(Math.clamp(page.get(), 0, is.pages().size() - 1)));
    }

    /** A lesson with one empty page, in no file yet. */
    public static LessonDraft create() {
        return new LessonDraft(new Lesson("new-lesson", "New lesson", "", "", List.of(emptyPage("First page"))), null);
    }

    /** The lesson of a file. */
    public static LessonDraft of(Path file) throws IOException {
        return new LessonDraft(LessonFile.read(file), file);
    }

    private static Page emptyPage(String title) {
        return new Page(title, List.of(), Optional.empty(), List.of(), List.of(), List.of(), "");
    }

    /** The draft with its file and its undo. */
    public Draft<Lesson> draft() {
        return draft;
    }

    public ReadOnlyObjectProperty<Lesson> lesson() {
        return draft.value();
    }

    /** The page that is being written, from 0. */
    public IntegerProperty page() {
        return page;
    }

    public Page currentPage() {
        List<Page> pages = lesson().get().pages();
        return pages.get(Math.clamp(page.get(), 0, pages.size() - 1));
    }

    /** Changes the lesson. */
    public void change(UnaryOperator<Lesson> edit) {
        draft.change(edit.apply(lesson().get()));
    }

    /** Changes the page that is being written. */
    public void changePage(UnaryOperator<Page> edit) {
        changePages(pages -> pages.set(index(), edit.apply(pages.get(index()))));
    }

    /** A new page after this one. */
    public void addPage() {
        int at = index() + 1;
        changePages(pages -> pages.add(at, emptyPage("Page " + (at + 1))));
        page.set(at);
    }

    /** Takes this page away; the last one stays. */
    public void removePage() {
        if (lesson().get().pages().size() > 1) {
            int at = index();
            changePages(pages -> pages.remove(at));
            page.set(Math.min(at, lesson().get().pages().size() - 1));
        }
    }

    /** Moves this page by so many places, as far as it goes. */
    public void movePage(int by) {
        int from = index();
        int to = Math.clamp(from + by, 0, lesson().get().pages().size() - 1);
        if (from != to) {
            changePages(pages -> Collections.swap(pages, from, to));
            page.set(to);
        }
    }

    private int index() {
        return Math.clamp(page.get(), 0, lesson().get().pages().size() - 1);
    }

    private void changePages(Consumer<List<Page>> edit) {
        change(l -> {
            List<Page> pages = new ArrayList<>(l.pages());
            edit.accept(pages);
            return new Lesson(l.id(), l.title(), l.summary(), l.notes(), pages);
        });
    }
}
