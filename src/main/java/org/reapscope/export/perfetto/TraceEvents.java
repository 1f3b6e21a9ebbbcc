package org.reapscope.export.perfetto;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.reapscope.base.file.Untrusted;

/**
 * Writes events of the Trace Event Format ("Trace Event Format", Google, with the thread states that Perfetto's JSON importer
 * has known since 2026). Times are given in ns and written in microseconds with three decimals.
 */
final class TraceEvents implements AutoCloseable {

    private static final int NANOSECONDS = 3;

    /** Where an event stands. */
    record Track(long pid, long tid) {}

    private final JsonGenerator json;

    /**
     * Begins the file.
     *
     * @param source where the trace is from
     * @param unit what its times are in, since the format knows none but time: other numbers are written as if they were ns
     */
    TraceEvents(OutputStream out, String source, String unit) throws IOException {
        json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        json.writeStartObject();
        json.writeStringField("displayTimeUnit", "ns");
        json.writeObjectFieldStart("otherData");
        json.writeStringField("source", Untrusted.shown(source));
        json.writeStringField("writer", "Reapscope");
        if (!unit.equals("ns")) {
            json.writeStringField("clock", "no time: 1 ns is 1 of " + unit);
        }
        json.writeEndObject();
        json.writeArrayFieldStart("traceEvents");
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    /** Names a process, and says where among the others it stands. */
    void process(long pid, String name, int order) throws IOException {
        metadata("process_name", new Track(pid, 0), "name", name);
        begin("M", "process_sort_index", new Track(pid, 0));
        json.writeObjectFieldStart("args");
        json.writeNumberField("sort_index", order);
        json.writeEndObject();
        json.writeEndObject();
    }

    void thread(Track track, String name) throws IOException {
        metadata("thread_name", track, "name", name);
    }

    /** A state of a thread, for Perfetto's own thread state and CPU tracks; {@code cpu} -1 if it is on none. */
    void state(Track track, String state, long startNs, long endNs, int cpu) throws IOException {
        begin("T", state, track);
        span(startNs, endNs);
        json.writeObjectFieldStart("args");
        if (cpu >= 0) {
            json.writeNumberField("cpu", cpu);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Something that lasts. On one track such spans must nest. */
    void slice(Track track, String category, String name, long startNs, long endNs, Map<String, ?> args) throws IOException {
        begin("X", name, track);
        json.writeStringField("cat", category);
        span(startNs, endNs);
        args(args);
        json.writeEndObject();
    }

    /** Something at a moment. */
    void instant(Track track, String category, String name, long ns, Map<String, ?> args) throws IOException {
        begin("i", name, track);
        json.writeStringField("cat", category);
        time("ts", ns);
        json.writeStringField("s", "t");
        args(args);
        json.writeEndObject();
    }

    /** A counter of a process from now on. */
    void counter(long pid, String name, long ns, long bytes) throws IOException {
        begin("C", name, new Track(pid, 0));
        time("ts", ns);
        json.writeObjectFieldStart("args");
        json.writeNumberField("bytes", bytes);
        json.writeEndObject();
        json.writeEndObject();
    }

    /**
     * One end of an arrow, or a point that it goes through. It binds to the slice on its track that covers its time.
     *
     * @param phase {@code s} where it starts, {@code t} between, {@code f} where it ends
     */
    void flow(char phase, Track track, String category, String name, long id, long ns) throws IOException {
        begin(Character.toString(phase), name, track);
        json.writeStringField("cat", category);
        json.writeNumberField("id", id);
        time("ts", ns);
        if (phase == 'f') {
            json.writeStringField("bp", "e");
        }
        json.writeEndObject();
    }

    private void metadata(String kind, Track track, String field, String value) throws IOException {
        begin("M", kind, track);
        json.writeObjectFieldStart("args");
        json.writeStringField(field, Untrusted.shown(value));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void begin(String phase, String name, Track track) throws IOException {
        json.writeStartObject();
        json.writeStringField("ph", phase);
        json.writeStringField("name", Untrusted.shown(name));
        json.writeNumberField("pid", track.pid());
        json.writeNumberField("tid", track.tid());
    }

    private void span(long startNs, long endNs) throws IOException {
        time("ts", startNs);
        time("dur", Math.max(0, endNs - startNs));
    }

    private void time(String field, long ns) throws IOException {
        json.writeNumberField(field, BigDecimal.valueOf(ns, NANOSECONDS));
    }

    private void args(Map<String, ?> args) throws IOException {
        json.writeObjectFieldStart("args");
        // By name: the order of an immutable map differs from run to run.
        for (Map.Entry<String, ?> arg : new TreeMap<>(args).entrySet()) {
            if (arg.getValue() instanceof Number number) {
                json.writeNumberField(arg.getKey(), number.longValue());
            } else {
                json.writeStringField(arg.getKey(), Untrusted.shown(String.valueOf(arg.getValue())));
            }
        }
        json.writeEndObject();
    }
}
