package org.reapscope.lesson;

import java.util.List;

/**
 * A lesson: pages in order. Its JSON form is described by {@code lesson.schema.json} beside this class and by
 * {@code samples/lessons/README.md}.
 *
 * @param id the file's name without ending
 * @param title one line
 * @param summary what it is about, for lists of lessons
 * @param notes for the teacher, about the whole lesson; not shown to learners
 * @param pages at least one
 */
public record Lesson(String id, String title, String summary, String notes, List<Page> pages) {

    public Lesson {
        pages = List.copyOf(pages);
    }

    /** All questions, in order. */
    public List<Question> questions() {
        return pages.stream().flatMap(p -> p.questions().stream()).toList();
    }

    /** All challenges, in order. */
    public List<Challenge> challenges() {
        return pages.stream().flatMap(p -> p.challenges().stream()).toList();
    }
}
