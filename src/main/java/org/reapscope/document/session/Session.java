package org.reapscope.document.session;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a person did with a capture: the content of a {@code .reapscope.json} file, whose schema is
 * {@code schema/session-1.json} among the resources. Times are ns of the trace's own clock.
 *
 * @param source the capture
 * @param view the span of time on the screen
 * @param cursors the moments marked
 * @param notes what was written about spans of time, in the order in which it was written
 * @param lanes keys of lanes that are pinned or hidden
 * @param findings what the detectors found when it was saved, for readers without this program
 */
public record Session(Source source, Optional<Span> view, Cursors cursors, List<Note> notes, Lanes lanes,
        List<SavedFinding> findings) {

    public Session {
        notes = List.copyOf(notes);
        findings = List.copyOf(findings);
    }

    /** This older session as the later one has it, and the notes of both, each once. */
    public Session withNotesOf(Session later) {
        return withNotesOf(later, List.of());
    }

    /** The same without older notes that somebody has deleted since. */
    public Session withNotesOf(Session later, Collection<Note> deleted) {
        Set<Note> all = new LinkedHashSet<>(notes);
        all.removeAll(deleted);
        all.addAll(later.notes);
        return new Session(later.source, later.view, later.cursors, List.copyOf(all), later.lanes, later.findings);
    }

    /**
     * The capture that the session speaks of: a file, or its own copy of the lines that matter.
     *
     * @param path where it was, relative to the session's folder if it lies in or below it, else empty; absolute in the journal
     * @param name its file name, for people
     * @param bytes its size
     * @param sha256 hash of its bytes, 64 hexadecimal digits
     * @param excerpt its lines, where the session is to be read without the file
     */
    public record Source(String path, String name, long bytes, String sha256, Optional<String> excerpt) {}

    /**
     * A span of time.
     *
     * @param startNs where it begins
     * @param endNs where it ends, not before {@code startNs}
     */
    public record Span(long startNs, long endNs) {}

    /**
     * The moments marked.
     *
     * @param at the cursor
     * @param a cursor A
     * @param b cursor B
     */
    public record Cursors(OptionalLong at, OptionalLong a, OptionalLong b) {}

    /**
     * What somebody wrote. A bookmark is a note on an instant.
     *
     * @param span what it is about
     * @param text what was written
     */
    public record Note(Span span, String text) {}

    /**
     * Lanes by key.
     *
     * @param pinned those at the top, in their order
     * @param hidden those not shown
     */
    public record Lanes(List<String> pinned, List<String> hidden) {

        public Lanes {
            pinned = List.copyOf(pinned);
            hidden = List.copyOf(hidden);
        }
    }

    /**
     * A finding as it was when the session was saved.
     *
     * @param kind id of its kind: {@code esrch-harmful}
     * @param severity {@code info}, {@code notice}, {@code warning} or {@code severe}
     * @param span its time
     * @param tasks its tasks as {@code comm-tid}
     * @param certainty {@code certain}, {@code inferred} or {@code order-unknown}
     * @param text the sentence
     */
    public record SavedFinding(String kind, String severity, Span span, List<String> tasks, String certainty, String text) {

        public SavedFinding {
            tasks = List.copyOf(tasks);
        }
    }
}
