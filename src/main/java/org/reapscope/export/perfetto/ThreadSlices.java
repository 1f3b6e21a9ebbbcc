package org.reapscope.export.perfetto;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.export.perfetto.TraceEvents.Track;

/**
 * What threads do, collected so that it nests: on one track a span that begins within another must end within it. A clock
 * of microseconds gives many events one time, so a span is cut where the one around it ends.
 */
final class ThreadSlices {

    private record Slice(String category, String name, long startNs, long endNs, Map<String, ?> args) {}

    private static final Comparator<Slice> OUTER_FIRST = Comparator.comparingLong(Slice::startNs)
            .thenComparing(Comparator.comparingLong(Slice::endNs).reversed());

    private final Map<Track, List<Slice>> slices = new LinkedHashMap<>();

    void add(Track track, String category, String name, long startNs, long endNs, Map<String, ?> args) {
        slices.computeIfAbsent(track, t -> new ArrayList<>()).add(new Slice(category, name, startNs, endNs, args));
    }

    void write(TraceEvents out) throws IOException {
        for (Map.Entry<Track, List<Slice>> entry : slices.entrySet()) {
            List<Slice> sorted = new ArrayList<>(entry.getValue());
            sorted.sort(OUTER_FIRST);
            Deque<Long> ends = new ArrayDeque<>();
            for (Slice slice : sorted) {
                while (!ends.isEmpty() && ends.peek() <= slice.startNs()) {
                    ends.pop();
                }
                long end = ends.isEmpty() ? slice.endNs() : Math.min(slice.endNs(), ends.peek());
                out.slice(entry.getKey(), slice.category(), slice.name(), slice.startNs(), end, slice.args());
                ends.push(end);
            }
        }
    }
}
