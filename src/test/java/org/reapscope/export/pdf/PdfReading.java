package org.reapscope.export.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads a PDF back as any reader would. */
public final class PdfReading {

    private PdfReading() {}

    /** The text of each page, as somebody would select it. */
    public static List<String> pages(byte[] pdf) {
        return read(pdf, document -> {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        });
    }

    /** All of the text. */
    public static String text(byte[] pdf) {
        return String.join("\n", pages(pdf));
    }

    /** How far the text of any page reaches to the right, in points. */
    public static double right(byte[] pdf) {
        double[] right = {0};
        read(pdf, document -> new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                right[0] = Math.max(right[0], text.getXDirAdj() + text.getWidthDirAdj());
            }
        }.getText(document));
        return right[0];
    }

    /** The names of the fonts; fails if one is not embedded. */
    public static List<String> fonts(byte[] pdf) {
        return read(pdf, document -> {
            List<String> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    if (!page.getResources().getFont(name).isEmbedded()) {
                        throw new AssertionError(name + " is not embedded");
                    }
                    fonts.add(page.getResources().getFont(name).getName());
                }
            }
            return fonts;
        });
    }

    /** The first page as pixels, one to a point. */
    public static BufferedImage image(byte[] pdf) {
        return read(pdf, document -> new PDFRenderer(document).renderImage(0));
    }

    private interface Question<T> {
        T ask(PDDocument document) throws IOException;
    }

    private static <T> T read(byte[] pdf, Question<T> question) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return question.ask(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
