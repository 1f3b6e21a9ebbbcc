package org.reapscope.run;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;

/**
 * A run for programs: {@code {"scenario","patches","steps":[{"n","task","id","function","text","changes":[{"cell",
 * "before","after"}]}],"facts":{name:bool},"finished","schedule"}}.
 */
public final class RunJson {

    private RunJson() {}

    /** Writes the run of a schedule, all of whose steps can be taken. */
    public static void write(String scenario, List<String> patches, Machine machine, int[] path, Writer out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("scenario", scenario);
        json.writeArrayFieldStart("patches");
        for (String patch : patches) {
            json.writeString(patch);
        }
        json.writeEndArray();
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
        json.writeStringField("schedule", ScheduleText.format(machine, path));
        json.writeEndObject();
        json.close();
        out.write('\n');
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
