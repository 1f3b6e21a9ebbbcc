package org.reapscope.kernel.text;

import org.reapscope.base.syntax.Span;

/**
 * A comment of the text, which belongs to the step at whose label it stands.
 *
 * @param text without its marks, on one line
 */
record Comment(Kind kind, String text, Span span) {

    /** What it is for. */
    enum Kind {
        /** A double-starred comment: the sentence for whoever sees the step taken. */
        WORDS,
        /** An ordinary comment: the longer story. */
        WHY,
        /** The rest of a line behind two strokes: what the step does, in a few words. */
        TITLE
    }
}
