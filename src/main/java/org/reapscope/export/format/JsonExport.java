package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import org.reapscope.analysis.AnalysisJson;
import org.reapscope.export.Exhibit;
import org.reapscope.export.Style;

/** Kills and findings for programs. */
final class JsonExport extends LaneExporter {

    private static final Pattern FORMAT = Pattern.compile("\\p{Cf}");

    @Override
    public String id() {
        return "json";
    }

    @Override
    public String ending() {
        return "json";
    }

    @Override
    public String title() {
        return "findings (JSON)";
    }

    @Override
    protected void write(Exhibit exhibit, Style style, OutputStream out) throws IOException {
        StringWriter text = new StringWriter();
        AnalysisJson.write(exhibit.analysis(), text);
        // Names stay what they are for programs, but do not turn the direction of writing in an editor.
        String json = FORMAT.matcher(text.toString()).replaceAll(found -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
        out.write(json.getBytes(StandardCharsets.UTF_8));
    }
}
