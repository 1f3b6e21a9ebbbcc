package org.reapscope.export;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.export.picture.Sheet;

/**
 * Paper for a class: parts with text, lanes, a diagram and questions; the answers come apart, on pages of their own.
 *
 * @param title one line
 * @param introduction paragraphs
 * @param parts in order
 * @param provenance lines at the end: from what it was made
 */
public record Handout(String title, List<String> introduction, List<Part> parts, List<String> provenance) {

    public Handout {
        introduction = List.copyOf(introduction);
        parts = List.copyOf(parts);
        provenance = List.copyOf(provenance);
    }

    /**
     * A part.
     *
     * @param title one line
     * @param text paragraphs
     * @param picture lanes, null for none
     * @param caption what the picture shows
     * @param diagram lines of a diagram of fixed width; empty for none
     * @param questions numbered through the whole handout
     */
    public record Part(String title, List<String> text, Sheet.@Nullable Content picture, String caption, List<String> diagram,
            List<Question> questions) {

        public Part {
            text = List.copyOf(text);
            diagram = List.copyOf(diagram);
            questions = List.copyOf(questions);
        }
    }

    /**
     * A question.
     *
     * @param prompt what is asked
     * @param options to be ticked; none to leave lines to write on
     * @param right the numbers, from 0, of the options that are right
     * @param explanation for the answer sheet
     */
    public record Question(String prompt, List<String> options, List<Integer> right, List<String> explanation) {

        public Question {
            options = List.copyOf(options);
            right = List.copyOf(right);
            explanation = List.copyOf(explanation);
        }

        /** The right options in words. */
        public List<String> answers() {
            return right.stream().map(options::get).toList();
        }
    }
}
