package org.reapscope.run;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalInt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;

/**
 * A run for programs: {@code {"scenario","name","profile","patches","threads","tables","readers","policy","seed","schedule",
 * "replay":[argument,...],"steps":[{"n","task","id","function","text","changes":[{"cell",
 * "before","after"}]}],"facts":{name:bool},"finished"}}. What was not said is null; {@code replay} are the
 * arguments that take the same steps again.
 */
public final class RunJson {

    private RunJson() {}

    /** Writes the run of a schedule, all of whose steps can be taken. */
    public static void write(RunOrigin origin, Machine machine, int[] path, Writer out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        origin(json, origin, ScheduleText.format(machine, path));
        json.writeArrayFieldStart("steps");
        long[] state = machine.initial();
        for (int i = 0; i < path.length; i++) {
            long[] after = state.clone();
            machine.step(after, 0, path[i]);
            step(json, machine, i, path[i], state, after);
            state = after;
        }
        json.writeEndArray();
        json.writeObjectFieldStart("facts");
        for (Fact fact : machine.spec().facts()) {
            json.writeBooleanField(fact.name(), machine.holds(fact.name(), state, 0));
        }
        json.writeEndObject();
        json.writeBooleanField("finished", machine.finished(state, 0));
        json.writeEndObject();
        json.close();
        out.write('\n');
    }

    private static void origin(JsonGenerator json, RunOrigin origin, String schedule) throws IOException {
        json.writeStringField("scenario", origin.scenario().id());
        json.writeStringField("name", origin.name());
        json.writeStringField("profile", origin.scenario().profile().id());
        texts(json, "patches", origin.scenario().patches());
        size(json, "threads", origin.threads());
        size(json, "tables", origin.tables());
        size(json, "readers", origin.readers());
        json.writeStringField("policy", origin.policy().isEmpty() ? null : origin.policy());
        json.writeFieldName("seed");
        if (origin.seed().isPresent()) {
            json.writeNumber(origin.seed().getAsLong());
        } else {
            json.writeNull();
        }
        json.writeStringField("schedule", schedule);
        texts(json, "replay", origin.again(schedule));
    }

    private static void size(JsonGenerator json, String field, OptionalInt size) throws IOException {
        json.writeFieldName(field);
        if (size.isPresent()) {
            json.writeNumber(size.getAsInt());
        } else {
            json.writeNull();
        }
    }

    private static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void step(JsonGenerator json, Machine machine, int i, int task, long[] before, long[] after)
            throws IOException {
        LinkedStep step = machine.next(before, 0, task).orElseThrow();
        json.writeStartObject();
        json.writeNumberField("n", i + 1);
        json.writeStringField("task", machine.spec().tasks().get(task).name());
        json.writeStringField("id", step.step().id());
        json.writeStringField("function", step.step().function());
        json.writeStringField("text", machine.sentence(before, after, task));
        json.writeArrayFieldStart("changes");
        for (Change change : Change.between(machine, before, after)) {
            json.writeStartObject();
            json.writeStringField("cell", change.name());
            json.writeNumberField("before", change.before());
            json.writeNumberField("after", change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
