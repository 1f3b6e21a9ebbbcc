package org.reapscope.explore.report;

import java.io.IOException;
import java.io.Writer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Report;

/**
 * An exploration for programs: {@code {"scenario","profile","patches","exact","states","transitions","depth","seconds",
 * "method","why","bound","properties":[{"name","verdict","probability","value","holds","shortest":{"steps","preemptions","schedule",
 * "decisive":{"step","task","function","id","text"}},"fewestPreemptions":{..},"avoiding":{"steps","preemptions","schedule","cycle"},"causes":[..],"moreCauses"}]}}. What is not known is null;
 * for {@code inevitable(e)} {@code avoiding} is a schedule that never comes to it, and {@code cycle} the steps after it that
 * may be repeated for ever; {@code holds} says whether the property, read as a demand, is met.
 */
public final class ExplorationJson {

    private final JsonGenerator json;

    private ExplorationJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes it. */
    public static void write(ExplorationReport exploration, double seconds, Writer out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        new ExplorationJson(json).write(exploration, seconds);
        json.close();
        out.write('\n');
    }

    private void write(ExplorationReport exploration, double seconds) throws IOException {
        Report report = exploration.report();
        json.writeStartObject();
        json.writeStringField("scenario", exploration.scenario().id());
        json.writeStringField("profile", exploration.scenario().profile().id());
        json.writeArrayFieldStart("patches");
        for (String patch : exploration.scenario().patches()) {
            json.writeString(patch);
        }
        json.writeEndArray();
        json.writeBooleanField("exact", report.exact());
        json.writeNumberField("states", report.states());
        json.writeNumberField("transitions", report.transitions());
        json.writeNumberField("depth", report.depth());
        json.writeNumberField("seconds", Math.round(seconds * 1000) / 1000.0);
        json.writeStringField("method", report.method().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        json.writeStringField("why", report.why());
        ProvedBound bound = ProvedBound.of(exploration.scenario());
        json.writeObjectFieldStart("bound");
        json.writeNumberField("threads", bound.threads());
        json.writeNumberField("tables", bound.tables());
        json.writeNumberField("readers", bound.readers());
        json.writeEndObject();
        json.writeArrayFieldStart("properties");
        for (AnswerReport finding : exploration.findings()) {
            property(finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void property(AnswerReport finding) throws IOException {
        Answer answer = finding.answer();
        json.writeStartObject();
        json.writeStringField("name", finding.property());
        json.writeStringField("verdict", ReportWords.of(answer.verdict()));
        number("probability", answer.probability());
        number("value", answer.value());
        Boolean holds = answer.holds();
        if (holds == null) {
            json.writeNullField("holds");
        } else {
            json.writeBooleanField("holds", holds);
        }
        ShownJson.write(json, "shortest", finding.shortest());
        ShownJson.write(json, "fewestPreemptions", finding.fewestPreemptions());
        avoiding(finding.avoiding());
        json.writeArrayFieldStart("causes");
        for (Shown cause : finding.causes()) {
            ShownJson.write(json, cause);
        }
        json.writeEndArray();
        json.writeNumberField("moreCauses", finding.moreCauses());
        json.writeEndObject();
    }

    private void avoiding(@Nullable ShownAvoidance around) throws IOException {
        if (around == null) {
            json.writeNullField("avoiding");
            return;
        }
        json.writeObjectFieldStart("avoiding");
        json.writeNumberField("steps", around.avoidance().stem());
        json.writeNumberField("preemptions", around.avoidance().way().preemptions());
        json.writeStringField("schedule", around.stem());
        if (around.avoidance().cycle() == 0) {
            json.writeNullField("cycle");
        } else {
            json.writeStringField("cycle", around.cycle());
        }
        json.writeEndObject();
    }

    private void number(String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
