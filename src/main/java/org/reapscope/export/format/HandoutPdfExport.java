package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;

import org.reapscope.export.Handout;
import org.reapscope.export.Style;
import org.reapscope.export.report.HandoutPdf;

/** A handout for paper. */
final class HandoutPdfExport extends HandoutExporter {

    @Override
    public String id() {
        return "handout";
    }

    @Override
    public String ending() {
        return "handout.pdf";
    }

    @Override
    public String title() {
        return "handout, answers apart (PDF)";
    }

    @Override
    void write(Handout handout, Style style, OutputStream out) throws IOException {
        out.write(HandoutPdf.bytes(handout, style));
    }
}
