package org.reapscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Prints what there is of one kind: a name and what it stands for, or all that is known of each as JSON. */
final class Listing {

    /** Writes the fields of one thing. */
    interface Fields<T> {
        void write(T thing, JsonGenerator json) throws IOException;
    }

    private Listing() {}

    static <T> void json(List<T> things, Fields<T> fields) throws IOException {
        PrintWriter out = Output.toTerminal(true);
        try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartArray();
            for (T thing : things) {
                json.writeStartObject();
                fields.write(thing, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.println();
        out.flush();
    }

    /** Two columns. */
    static <T> void text(List<T> things, Function<T, String> name, Function<T, String> title, PrintWriter out) {
        int width = things.stream().mapToInt(t -> name.apply(t).length()).max().orElse(0);
        things.forEach(t -> out.println(name.apply(t) + " ".repeat(width - name.apply(t).length() + 2) + title.apply(t)));
    }

    static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
