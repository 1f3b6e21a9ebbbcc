package org.reapscope.analysis.sentence;

/**
 * What one event says.
 *
 * @param happened one sentence in plain words, with the names of tasks and figures
 * @param meaning why that matters to somebody who waits for memory; empty where nothing can be added
 * @param code the kernel function that emitted the event and its file: {@code exit_mm()  kernel/exit.c}; empty where
 *         that is not known
 */
public record EventSentence(String happened, String meaning, String code) {

    EventSentence(String happened, Source source) {
        this(happened, "", source.text());
    }

    EventSentence(String happened, String meaning, Source source) {
        this(happened, meaning, source.text());
    }

    EventSentence meaning(String newMeaning) {
        return new EventSentence(happened, newMeaning, code);
    }

    /** Both sentences, for a narrator. */
    public String spoken() {
        return meaning.isEmpty() ? happened : happened + " " + meaning;
    }
}
