package org.reapscope.explore.report;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

/** A schedule in JSON: {@code {"steps","preemptions","schedule","decisive":{"step","task","function","id","text"}}}. */
final class ShownJson {

    private ShownJson() {}

    static void write(JsonGenerator json, String name, @Nullable Shown shown) throws IOException {
        json.writeFieldName(name);
        write(json, shown);
    }

    static void write(JsonGenerator json, @Nullable Shown shown) throws IOException {
        if (shown == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberField("steps", shown.witness().steps());
        json.writeNumberField("preemptions", shown.witness().preemptions());
        json.writeStringField("schedule", shown.schedule());
        Shown.Decision decision = shown.decision();
        if (decision == null) {
            json.writeNullField("decisive");
        } else {
            json.writeObjectFieldStart("decisive");
            json.writeNumberField("step", decision.step());
            json.writeStringField("task", decision.task());
            json.writeStringField("function", decision.function());
            json.writeStringField("id", decision.id());
            json.writeStringField("text", decision.sentence());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
