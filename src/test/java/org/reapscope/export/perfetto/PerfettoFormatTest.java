package org.reapscope.export.perfetto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.export.Exhibited;

/** Holds what we write to the rules of the Trace Event Format, by a validator that knows nothing of how it was written. */
final class PerfettoFormatTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Set<String> PHASES = Set.of("M", "X", "i", "C", "s", "t", "f", "T");

    private record Slice(BigDecimal start, BigDecimal end) {}

    @ParameterizedTest
    @ValueSource(strings = {"lmkd-smaps", "oom-reaper", "many-threads", "memcg-oom", "mm-sharer", "file-mapped"})
    void theRulesOfTheFormatHold(String sample) throws IOException {
        List<JsonNode> events = events(sample);
        Set<String> named = new HashSet<>();
        Set<Long> processes = new HashSet<>();
        Map<String, List<Slice>> slices = new HashMap<>();
        for (JsonNode event : events) {
            String phase = event.path("ph").asText();
            assertTrue(PHASES.contains(phase), phase);
            assertTrue(event.path("name").isTextual() && event.path("pid").isIntegralNumber() && event.path("tid").isIntegralNumber(), event.toString());
            switch (phase) {
                case "M" -> {
                    named.add(track(event));
                    if (event.path("name").asText().equals("process_name")) {
                        assertTrue(processes.add(event.path("pid").asLong()), "a process has one name: " + event);
                    }
                    assertTrue(event.path("args").has("name") || event.path("args").has("sort_index"), event.toString());
                }
                case "X" -> slices.computeIfAbsent(track(event), t -> new ArrayList<>()).add(new Slice(ts(event), ts(event).add(dur(event))));
                case "T" -> assertTrue(dur(event).signum() > 0, event.toString());
                case "i" -> assertEquals("t", event.path("s").asText());
                case "C" -> event.path("args").forEach(value -> assertTrue(value.isNumber(), event.toString()));
                default -> assertTrue(event.path("id").isIntegralNumber() && event.path("cat").isTextual(), event.toString());
            }
            if (!phase.equals("M")) {
                assertTrue(ts(event).signum() >= 0 && ts(event).scale() <= 3, "microseconds, to the nanosecond: " + event);
                assertTrue(processes.contains(event.path("pid").asLong()), "of a named process: " + event);
            }
        }
        slices.forEach((track, on) -> {
            assertTrue(named.contains(track), "a track with slices has a name: " + track);
            assertNested(track, on);
        });
        assertArrowsBind(events, slices);
    }

    @Test
    void theRaceOfTheFirstSampleCanBeRead() throws IOException {
        List<JsonNode> events = events("lmkd-smaps");
        assertTrue(events.stream().anyMatch(e -> e.path("name").asText().equals("process_mrelease = -ESRCH") && ts(e).compareTo(new BigDecimal("346439859")) == 0));
        assertTrue(events.stream().anyMatch(e -> e.path("name").asText().equals("-ESRCH window") && dur(e).compareTo(new BigDecimal("5793")) == 0));
        assertTrue(events.stream().anyMatch(e -> e.path("name").asText().equals("W smaps-reader-3299")));
        assertTrue(events.stream().filter(e -> e.path("ph").asText().equals("T") && e.path("name").asText().equals("Running"))
                .allMatch(e -> e.path("args").path("cpu").isInt()));
    }

    @Test
    void whereACounterIsNotTold_aSliceSaysSo() throws IOException {
        assertTrue(events("file-mapped").stream().anyMatch(e -> e.path("name").asText().equals("not told by rss_stat")
                && e.path("args").path("before").asLong() == 56L << 20 && e.path("args").path("after").asLong() == 4L << 20));
        assertTrue(events("lmkd-smaps").stream().noneMatch(e -> e.path("name").asText().equals("not told by rss_stat")), "every change is recorded");
    }

    @Test
    void aSpanThatReachesOutOfTheOneAroundItIsCut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TraceEvents events = new TraceEvents(out, "x", "ns")) {
            ThreadSlices slices = new ThreadSlices();
            TraceEvents.Track track = new TraceEvents.Track(1, 1);
            slices.add(track, "a", "inner", 5_000, 5_001, Map.of());
            slices.add(track, "a", "outer", 1_000, 5_000, Map.of());
            slices.add(track, "a", "late", 4_000, 9_000, Map.of());
            slices.write(events);
        }
        List<Slice> slices = new ArrayList<>();
        JSON.readTree(out.toByteArray()).path("traceEvents").forEach(e -> slices.add(new Slice(ts(e), ts(e).add(dur(e)))));
        assertNested("1/1", slices);
        assertFalse(slices.contains(new Slice(new BigDecimal("4.000"), new BigDecimal("9.000"))));
    }

    private static void assertNested(String track, List<Slice> slices) {
        List<Slice> sorted = new ArrayList<>(slices);
        sorted.sort(Comparator.comparing(Slice::start).thenComparing(Comparator.comparing(Slice::end).reversed()));
        Deque<BigDecimal> ends = new ArrayDeque<>();
        for (Slice slice : sorted) {
            while (!ends.isEmpty() && ends.peek().compareTo(slice.start) <= 0) {
                ends.pop();
            }
            assertTrue(ends.isEmpty() || ends.peek().compareTo(slice.end) >= 0, track + ": " + slice + " reaches out of one that ends at " + ends.peek());
            ends.push(slice.end);
        }
    }

    private static void assertArrowsBind(List<JsonNode> events, Map<String, List<Slice>> slices) {
        Map<String, List<JsonNode>> arrows = new TreeMap<>();
        for (JsonNode event : events) {
            if ("stf".contains(event.path("ph").asText())) {
                arrows.computeIfAbsent(event.path("cat").asText() + "/" + event.path("name").asText() + "/" + event.path("id"), k -> new ArrayList<>()).add(event);
                boolean bound = slices.getOrDefault(track(event), List.of()).stream()
                        .anyMatch(s -> s.start.compareTo(ts(event)) <= 0 && s.end.compareTo(ts(event)) >= 0);
                assertTrue(bound, "no slice to bind to: " + event);
            }
        }
        assertFalse(arrows.isEmpty());
        arrows.forEach((id, ends) -> {
            assertEquals("s", ends.getFirst().path("ph").asText(), id);
            assertEquals("f", ends.getLast().path("ph").asText(), id);
            assertEquals("e", ends.getLast().path("bp").asText(), id);
            for (int i = 1; i < ends.size(); i++) {
                assertTrue(ts(ends.get(i)).compareTo(ts(ends.get(i - 1))) >= 0, id + " goes back in time");
            }
        });
    }

    private static List<JsonNode> events(String sample) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PerfettoTrace.write(Exhibited.of(Path.of("samples/captures/" + sample + ".txt.gz")), out);
        List<JsonNode> events = new ArrayList<>();
        JSON.readTree(out.toByteArray()).path("traceEvents").forEach(events::add);
        assertTrue(events.size() > 100);
        return events;
    }

    private static String track(JsonNode event) {
        return event.path("pid") + "/" + event.path("tid");
    }

    private static BigDecimal ts(JsonNode event) {
        return event.path("ts").decimalValue();
    }

    private static BigDecimal dur(JsonNode event) {
        return event.path("dur").decimalValue();
    }
}
