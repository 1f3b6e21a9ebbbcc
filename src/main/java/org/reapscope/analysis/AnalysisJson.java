package org.reapscope.analysis;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import org.jspecify.annotations.Nullable;
import org.reapscope.base.errno.Errno;
import org.reapscope.base.errno.Signum;
import org.reapscope.trace.RejectedLines;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;

/**
 * An analysis for programs. Times are ns of the trace's clock, as integers; where {@code source.clock} is {@code count} or
 * {@code cycles} they are its counts, an order and no time; what is unknown is null. Tasks are thread
 * ids, an mm is the pointer that the kernel prints, {@code errno} is a name.
 */
public final class AnalysisJson {

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final Analysis analysis;
    private final Trace trace;
    private final JsonGenerator json;

    private AnalysisJson(Analysis analysis, JsonGenerator json) {
        this.analysis = analysis;
        this.trace = analysis.trace();
        this.json = json;
    }

    /** Writes the analysis as one JSON object and a line end; does not close {@code out}. */
    public static void write(Analysis analysis, Writer out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(INDENT));
            new AnalysisJson(analysis, json).root();
        }
        out.write('\n');
        out.flush();
    }

    private void root() throws IOException {
        json.writeStartObject();
        source();
        json.writeArrayFieldStart("kills");
        for (Kill kill : analysis.kills()) {
            if (kill.effect().killed()) {
                kill(kill);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notKilled");
        for (Kill kill : analysis.kills()) {
            if (!kill.effect().killed()) {
                kill(kill);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unattributedReaps");
        for (Reap reap : analysis.unattributed()) {
            reap(reap);
        }
        json.writeEndArray();
        locks(analysis.locks());
        json.writeArrayFieldStart("findings");
        for (Finding finding : analysis.findings()) {
            finding(finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void source() throws IOException {
        boolean empty = trace.size() == 0;
        json.writeObjectFieldStart("source");
        json.writeStringField("file", trace.source().name());
        json.writeStringField("format", trace.source().format());
        json.writeNumberField("events", trace.size());
        json.writeNumberField("tasks", trace.tasks().stream().filter(task -> task.id() != Task.IDLE).count());
        json.writeNumberField("cpus", trace.cpus());
        number("firstNs", empty ? null : trace.firstNs());
        number("lastNs", empty ? null : trace.lastNs());
        json.writeStringField("clock", trace.source().clock().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("lost", trace.lost());
        json.writeArrayFieldStart("remarks");
        for (String remark : trace.source().remarks()) {
            json.writeString(remark);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rejected");
        for (RejectedLines.Reason reason : trace.rejected()) {
            json.writeStartObject();
            json.writeStringField("reason", reason.reason());
            json.writeNumberField("count", reason.count());
            json.writeNumberField("firstLine", reason.lines().getFirst());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void kill(Kill kill) throws IOException {
        Teardown teardown = kill.teardown();
        json.writeStartObject();
        json.writeNumberField("victim", kill.tgid());
        json.writeStringField("comm", kill.comm());
        json.writeNumberField("by", kill.byTid());
        json.writeStringField("byComm", kill.byComm());
        json.writeStringField("effect", kill.effect().id());
        string("signal", kill.signal() == 0 ? null : Signum.name(kill.signal()));
        json.writeBooleanField("oom", kill.oom());
        json.writeNumberField("killedAtNs", kill.killed().ns());
        tids("threads", kill.threads().stream().map(VictimThread::tid).toList());
        json.writeBooleanField("threadsKnown", kill.threadsKnown());
        string("mm", kill.mm() < 0 ? null : trace.mms().get(kill.mm()).label());
        time("mmNullAtNs", kill.mmNull());
        time("emptiedAtNs", kill.emptied() == null ? null : kill.emptied().at());
        task("emptiedBy", kill.emptied() == null ? -1 : kill.emptied().task());
        time("tornDownAtNs", kill.tornDown());
        task("tornDownBy", teardown == null ? -1 : teardown.task());
        number("windowNs", kill.windowNs());
        json.writeArrayFieldStart("reaps");
        for (Reap reap : kill.reaps()) {
            reap(reap);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("holders");
        for (Holder holder : kill.holders()) {
            holder(holder);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void holder(Holder holder) throws IOException {
        json.writeStartObject();
        task("task", holder.task());
        time("fromNs", holder.from());
        time("toNs", holder.to());
        time("atMostToNs", holder.atMost());
        json.writeBooleanField("last", holder.last());
        json.writeEndObject();
    }

    private void task(String field, int task) throws IOException {
        if (task < 0) {
            json.writeNullField(field);
            return;
        }
        json.writeObjectFieldStart(field);
        json.writeNumberField("tid", trace.tasks().get(task).tid());
        json.writeStringField("comm", trace.tasks().get(task).comm());
        json.writeEndObject();
    }

    private void reap(Reap reap) throws IOException {
        Long ret = reap.ret();
        json.writeStartObject();
        json.writeNumberField("caller", reap.tid());
        number("pidfd", reap.entered() == null ? null : (long) reap.pidfd());
        json.writeStringField("victimBy", reap.victimBy().id());
        json.writeStringField("victimCertainty", reap.victimBy() == VictimBy.UNKNOWN ? "unknown" : reap.victimBy().certainty().id());
        time("enterNs", reap.entered());
        time("exitNs", reap.exited());
        number("ret", ret);
        string("errno", ret == null || ret >= 0 ? null : Errno.name(ret));
        string("outcome", reap.outcome() == null ? null : reap.outcome().id());
        json.writeEndObject();
    }

    private void locks(LockCounts locks) throws IOException {
        json.writeObjectFieldStart("locks");
        number("contentions", locks.contentions());
        number("pteCollisions", locks.pteCollisions());
        json.writeObjectFieldStart("pteCollisionsBy");
        for (Map.Entry<String, Long> by : locks.pteCollisionsBy().entrySet()) {
            json.writeNumberField(by.getKey(), by.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void finding(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", finding.kind().id());
        json.writeStringField("severity", finding.severity().id());
        json.writeNumberField("startNs", finding.startNs());
        json.writeNumberField("endNs", finding.endNs());
        tids("tasks", finding.tasks().stream().map(task -> trace.tasks().get(task).tid()).toList());
        json.writeStringField("certainty", finding.certainty().id());
        json.writeStringField("text", finding.text());
        json.writeArrayFieldStart("commands");
        for (String command : finding.commands()) {
            json.writeString(command);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tids(String field, List<Integer> tids) throws IOException {
        json.writeArrayFieldStart(field);
        for (int tid : tids) {
            json.writeNumber(tid);
        }
        json.writeEndArray();
    }

    private void time(String field, @Nullable Moment moment) throws IOException {
        number(field, moment == null ? null : moment.ns());
    }

    private void number(String field, @Nullable Long value) throws IOException {
        if (value == null) {
            json.writeNullField(field);
        } else {
            json.writeNumberField(field, value);
        }
    }

    private void string(String field, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, value);
        }
    }
}
