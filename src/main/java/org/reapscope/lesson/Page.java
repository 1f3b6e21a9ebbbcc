package org.reapscope.lesson;

import java.util.List;
import java.util.Optional;

/**
 * A page of a lesson.
 *
 * @param title one line
 * @param text blocks as {@link Markup} reads them
 * @param exhibit what is shown beside the text, if anything
 * @param pointers what of it to point at
 * @param questions predictions that the learner makes here
 * @param challenges what the learner plays here
 * @param notes for the teacher; not shown to learners
 */
public record Page(String title, List<String> text, Optional<LessonExhibit> exhibit, List<Pointer> pointers,
        List<Question> questions, List<Challenge> challenges, String notes) {

    public Page {
        text = List.copyOf(text);
        pointers = List.copyOf(pointers);
        questions = List.copyOf(questions);
        challenges = List.copyOf(challenges);
    }

    /** The text, read. */
    public List<Markup.Block> blocks() {
        return Markup.read(text);
    }
}
