package org.reapscope.lesson.check;

import java.util.List;
import java.util.Optional;

import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.challenge.Game;
import org.reapscope.lesson.challenge.Par;
import org.reapscope.lesson.predict.Posed;

/**
 * A lesson with everything worked out.
 *
 * @param lesson the lesson
 * @param pages its pages, in order
 * @param problems what does not work; empty if everything does
 */
public record AnswerSheet(Lesson lesson, List<Worked> pages, List<Problem> problems) {

    public AnswerSheet {
        pages = List.copyOf(pages);
        problems = List.copyOf(problems);
    }

    /**
     * A page with its answers.
     *
     * @param questions those that could be posed
     * @param challenges those that could be solved
     * @param table for a page with a comparison: its lines, the heads first; empty for others
     */
    public record Worked(Page page, List<Posed> questions, List<Solved> challenges, List<List<String>> table) {

        public Worked {
            questions = List.copyOf(questions);
            challenges = List.copyOf(challenges);
            table = List.copyOf(table);
        }
    }

    /**
     * A challenge with its par.
     *
     * @param shortest the schedule of a way with the fewest steps, as text; empty if there is no way
     * @param calmest the schedule of a way with the fewest preemptions
     */
    public record Solved(Game game, Par par, Optional<String> shortest, Optional<String> calmest) {}
}
