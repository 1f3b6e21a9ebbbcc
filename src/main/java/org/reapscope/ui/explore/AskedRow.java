package org.reapscope.ui.explore;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;

/**
 * A question, with what is known of it.
 *
 * @param question as text
 * @param detail the answer; null as long as nobody has searched for it
 */
public record AskedRow(String question, Exploration.@Nullable Detail detail) {

    /** The answer, if there is one. */
    public Optional<Answer> answer() {
        return detail == null ? Optional.empty() : Optional.of(detail.answer());
    }
}
