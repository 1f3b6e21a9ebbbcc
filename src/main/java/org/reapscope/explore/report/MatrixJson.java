package org.reapscope.explore.report;

import java.io.IOException;
import java.io.Writer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;
import org.reapscope.explore.compare.Cell;
import org.reapscope.explore.compare.Column;
import org.reapscope.explore.compare.Matrix;

/**
 * A comparison for programs: {@code {"scenario","patchSets":[..],"columns":[{"profile","patches","exact","states","refused"}],
 * "seconds","rows":[{"property","cells":[{"verdict","probability","steps","value","preemptions","schedule","refused"}]}]}}.
 * Patch sets, columns and cells are in the same order; what is not known is null.
 */
public final class MatrixJson {

    private final JsonGenerator json;

    private MatrixJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes it. */
    public static void write(Matrix matrix, double seconds, Writer out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        new MatrixJson(json).write(matrix, seconds);
        json.close();
        out.write('\n');
    }

    private void write(Matrix matrix, double seconds) throws IOException {
        json.writeStartObject();
        json.writeStringField("scenario", matrix.scenario().id());
        json.writeArrayFieldStart("patchSets");
        for (Column column : matrix.columns()) {
            json.writeString(column.variant().patchSet());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("columns");
        for (Column column : matrix.columns()) {
            column(column);
        }
        json.writeEndArray();
        json.writeNumberField("seconds", Math.round(seconds * 1000) / 1000.0);
        json.writeArrayFieldStart("rows");
        for (int row = 0; row < matrix.properties().size(); row++) {
            json.writeStartObject();
            json.writeStringField("property", matrix.properties().get(row));
            json.writeArrayFieldStart("cells");
            for (int column = 0; column < matrix.columns().size(); column++) {
                cell(matrix.cell(row, column));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void column(Column column) throws IOException {
        json.writeStartObject();
        json.writeStringField("profile", column.variant().profile().id());
        json.writeStringField("patches", column.variant().patchSet());
        json.writeBooleanField("exact", column.exact());
        if (column.report() == null) {
            json.writeNullField("states");
        } else {
            json.writeNumberField("states", column.report().states());
        }
        text("refused", column.refusal());
        json.writeEndObject();
    }

    private void cell(Cell cell) throws IOException {
        json.writeStartObject();
        json.writeStringField("verdict", ReportWords.of(cell.verdict()));
        number("probability", cell.probability());
        number("value", cell.answer() == null ? null : cell.answer().value());
        if (cell.shortest() == null) {
            json.writeNullField("steps");
            json.writeNullField("preemptions");
        } else {
            json.writeNumberField("steps", cell.shortest().steps());
            json.writeNumberField("preemptions", cell.shortest().preemptions());
        }
        text("schedule", cell.schedule());
        text("refused", cell.why());
        json.writeEndObject();
    }

    private void text(String name, String text) throws IOException {
        if (text.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, text);
        }
    }

    private void number(String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
