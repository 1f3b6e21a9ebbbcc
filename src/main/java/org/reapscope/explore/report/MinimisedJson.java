package org.reapscope.explore.report;

import java.io.IOException;
import java.io.Writer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * A schedule made smaller, for programs: {@code {"scenario","property","yours":{..},"smaller":{..},"shortest":{..},
 * "fewestPreemptions":{..},"contrast":{..}}}, each as the schedules in {@link ExplorationJson}.
 */
public final class MinimisedJson {

    private MinimisedJson() {}

    /** Writes it. */
    public static void write(Minimised minimised, Writer out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("scenario", minimised.scenario().id());
        json.writeStringField("property", minimised.property());
        ShownJson.write(json, "yours", minimised.own());
        ShownJson.write(json, "smaller", minimised.smaller());
        ShownJson.write(json, "shortest", minimised.shortest());
        ShownJson.write(json, "fewestPreemptions", minimised.fewestPreemptions());
        ShownJson.write(json, "contrast", minimised.contrast());
        json.writeEndObject();
        json.close();
        out.write('\n');
    }
}
