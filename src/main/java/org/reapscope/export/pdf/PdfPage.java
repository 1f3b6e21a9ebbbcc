package org.reapscope.export.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** One page of a {@link PdfFile}. Distances are points from the top left. */
public final class PdfPage {

    private final PdfFile file;
    private final PDPage page;
    private final double height;
    private final PDPageContentStream content;
    private @Nullable Integer alpha;
    private @Nullable Integer fill;
    private @Nullable Integer stroke;

    /** Something that is put on a page. */
    interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    PdfPage(PdfFile file, PDDocument document, double width, double height) {
        this.file = file;
        this.height = height;
        page = new PDPage(new PDRectangle((float) width, (float) height));
        document.addPage(page);
        try {
            content = new PDPageContentStream(document, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double height() {
        return height;
    }

    PDPage page() {
        return page;
    }

    PdfFile file() {
        return file;
    }

    /** Writes one line of text. */
    public void text(double x, double baseline, String text, double size, Typeface face, int argb) {
        write(Run.of(face, text), size, new Matrix(1, 0, 0, 1, (float) x, (float) (height - baseline)), argb);
    }

    /** Fills a rectangle. */
    public void fill(double x, double y, double w, double h, int argb) {
        inFill(argb);
        draw(content -> {
            content.addRect((float) x, (float) (height - y - h), (float) w, (float) h);
            content.fill();
        });
    }

    void write(List<Run> runs, double size, Matrix where, int argb) {
        inFill(argb);
        draw(content -> {
            content.beginText();
            content.setTextMatrix(where);
            for (Run run : runs) {
                content.setFont(file.font(run.font()), (float) size);
                content.showText(run.text());
            }
            content.endText();
        });
    }

    void draw(Drawing drawing) {
        try {
            drawing.on(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is filled from here on is of this colour. */
    void inFill(int argb) {
        if (fill == null || fill != argb) {
            opaque(argb >>> 24);
            draw(content -> content.setNonStrokingColor(part(argb, 16), part(argb, 8), part(argb, 0)));
            fill = argb;
            stroke = null;
        }
    }

    /** Lines from here on are of this colour. */
    void inStroke(int argb) {
        if (stroke == null || stroke != argb) {
            opaque(argb >>> 24);
            draw(content -> content.setStrokingColor(part(argb, 16), part(argb, 8), part(argb, 0)));
            stroke = argb;
            fill = null;
        }
    }

    /** Colours are set anew for what follows. */
    void forgetColours() {
        alpha = null;
        fill = null;
        stroke = null;
    }

    /** What is drawn from here on is this opaque, from 0 to 255. */
    void opaque(int value) {
        if (alpha == null || alpha != value) {
            draw(content -> content.setGraphicsStateParameters(file.opacity(value)));
            alpha = value;
        }
    }

    private static float part(int argb, int shift) {
        return (argb >>> shift & 0xff) / 255f;
    }

    void end() {
        draw(PDPageContentStream::close);
    }
}
