package org.reapscope.app.picture;

import java.io.IOException;
import java.io.OutputStream;

import org.reapscope.export.Exhibit;
import org.reapscope.export.Style;
import org.reapscope.export.format.LaneExporter;
import org.reapscope.export.picture.Sheet;

/** The lanes as pixels. The letters come from JavaFX, so that this format is not among those of the engine. */
public final class PngExport extends LaneExporter {

    private static final int LARGE = 4;

    private final boolean large;

    /** @param large for posters and projectors: whatever scale the style says, the largest */
    PngExport(boolean large) {
        this.large = large;
    }

    @Override
    public String id() {
        return large ? "png-4x" : "png";
    }

    @Override
    public String ending() {
        return large ? "4x.png" : "png";
    }

    @Override
    public String title() {
        return large ? "large picture (PNG, 4x)" : "picture (PNG)";
    }

    @Override
    protected void write(Exhibit exhibit, Style style, OutputStream out) throws IOException, InterruptedException {
        out.write(SheetPicture.png(new Sheet(exhibit.sheet(), style.palette(), style.width(), large ? LARGE : style.scale())));
    }
}
