package org.reapscope.export.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/**
 * Pages into a PDF. There is no date and no random identifier in it, so that the same pages with the same fonts always give
 * the same bytes.
 */
public final class PdfFile {

    private static final long SAME_FOR_ALL = 1;

    private final PDDocument document = new PDDocument();
    private final List<PdfPage> pages = new ArrayList<>();
    private final Map<TrueTypeFont, PDFont> fonts = new HashMap<>();
    private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();

    public PdfFile(String title) {
        document.setDocumentId(SAME_FOR_ALL);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Reapscope, by Apache PDFBox");
    }

    /** Adds a page of this size in points. */
    public PdfPage page(double width, double height) {
        PdfPage page = new PdfPage(this, document, width, height);
        pages.add(page);
        return page;
    }

    public List<PdfPage> pages() {
        return List.copyOf(pages);
    }

    /** The file; nothing can be added to it after that. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (document) {
            pages.forEach(PdfPage::end);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    PDFont font(TrueTypeFont font) {
        return fonts.computeIfAbsent(font, f -> {
            try {
                return PDType0Font.load(document, f, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The state in which everything is drawn this opaque, from 0 to 255. */
    PDExtendedGraphicsState opacity(int alpha) {
        return opacities.computeIfAbsent(alpha, a -> {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(a / 255f);
            state.setStrokingAlphaConstant(a / 255f);
            return state;
        });
    }
}
