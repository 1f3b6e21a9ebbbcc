package org.reapscope.ui.lesson.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.Pointer;
import org.reapscope.lesson.Question;

/** Pages with one thing changed. */
public final class PageEdits {

    private PageEdits() {}

    public static Page title(Page p, String title) {
        return new Page(title, p.text(), p.exhibit(), p.pointers(), p.questions(), p.challenges(), p.notes());
    }

    /** A block of text a line. */
    public static Page text(Page p, String lines) {
        return new Page(p.title(), lines(lines), p.exhibit(), p.pointers(), p.questions(), p.challenges(), p.notes());
    }

    public static Page notes(Page p, String notes) {
        return new Page(p.title(), p.text(), p.exhibit(), p.pointers(), p.questions(), p.challenges(), notes);
    }

    public static Page exhibit(Page p, @Nullable LessonExhibit exhibit) {
        return new Page(p.title(), p.text(), Optional.ofNullable(exhibit), p.pointers(), p.questions(), p.challenges(), p.notes());
    }

    public static Page pointers(Page p, Consumer<List<Pointer>> edit) {
        return new Page(p.title(), p.text(), p.exhibit(), edited(p.pointers(), edit), p.questions(), p.challenges(), p.notes());
    }

    public static Page questions(Page p, Consumer<List<Question>> edit) {
        return new Page(p.title(), p.text(), p.exhibit(), p.pointers(), edited(p.questions(), edit), p.challenges(), p.notes());
    }

    public static Page challenges(Page p, Consumer<List<Challenge>> edit) {
        return new Page(p.title(), p.text(), p.exhibit(), p.pointers(), p.questions(), edited(p.challenges(), edit), p.notes());
    }

    /** The lines of a text area, without empty ones at its end. */
    public static List<String> lines(String text) {
        return text.isBlank() ? List.of() : List.of(text.stripTrailing().split("\n", -1));
    }

    /** Words between commas or spaces. */
    public static List<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+")).filter(w -> !w.isEmpty()).toList();
    }

    private static <T> List<T> edited(List<T> items, Consumer<List<T>> edit) {
        List<T> copy = new ArrayList<>(items);
        edit.accept(copy);
        return copy;
    }
}
