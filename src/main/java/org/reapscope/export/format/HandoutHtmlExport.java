package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.reapscope.export.Handout;
import org.reapscope.export.Style;
import org.reapscope.export.report.HandoutHtml;

/** A handout for any browser, offline. */
final class HandoutHtmlExport extends HandoutExporter {

    @Override
    public String id() {
        return "handout-html";
    }

    @Override
    public String ending() {
        return "handout.html";
    }

    @Override
    public String title() {
        return "handout, answers apart (HTML)";
    }

    @Override
    void write(Handout handout, Style style, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        HandoutHtml.write(handout, style, text);
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
