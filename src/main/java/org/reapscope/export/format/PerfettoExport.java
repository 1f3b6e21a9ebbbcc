package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;

import org.reapscope.export.Exhibit;
import org.reapscope.export.Style;
import org.reapscope.export.perfetto.PerfettoTrace;

/** The whole trace for ui.perfetto.dev and other readers of the Trace Event Format. */
final class PerfettoExport extends LaneExporter {

    @Override
    public String id() {
        return "perfetto";
    }

    @Override
    public String ending() {
        return "perfetto.json";
    }

    @Override
    public String title() {
        return "trace for Perfetto (JSON)";
    }

    @Override
    protected void write(Exhibit exhibit, Style style, OutputStream out) throws IOException {
        PerfettoTrace.write(exhibit, out);
    }
}
