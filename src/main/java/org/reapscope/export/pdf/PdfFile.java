package org.reapscope.export.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/**
 * Pages into a PDF 1.4 file. Content streams are compressed; there is no date and no random identifier in it, so that the
 * same pages always give the same bytes.
 */
public final class PdfFile {

    private static final int CATALOG = 1;
    private static final int PAGES = 2;
    private static final int INFO = 3;
    private static final int REGULAR = 4;
    private static final int BOLD = 5;
    private static final int COURIER = 6;

    private final String title;
    private final List<PdfPage> pages = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    public PdfFile(String title) {
        this.title = title;
    }

    /** Adds a page of this size in points. */
    public PdfPage page(double width, double height) {
        PdfPage page = new PdfPage(width, height);
        pages.add(page);
        return page;
    }

    public List<PdfPage> pages() {
        return List.copyOf(pages);
    }

    /** The file. */
    public byte[] bytes() {
        out.reset();
        offsets.clear();
        print("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        List<Integer> kids = new ArrayList<>();
        int next = COURIER + 1;
        for (PdfPage page : pages) {
            kids.add(next);
            next += 2 + page.tiles().size();
        }
        object(CATALOG, "<< /Type /Catalog /Pages " + PAGES + " 0 R >>");
        object(PAGES, "<< /Type /Pages /Count " + pages.size() + " /Kids [" + String.join(" ", kids.stream().map(k -> k + " 0 R").toList()) + "] >>");
        object(INFO, "<< /Title (" + PdfPage.escaped(title) + ") /Producer (Reapscope) >>");
        object(REGULAR, font("Helvetica"));
        object(BOLD, font("Helvetica-Bold"));
        object(COURIER, font("Courier"));
        for (int i = 0; i < pages.size(); i++) {
            page(pages.get(i), kids.get(i));
        }
        int start = out.size();
        print("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> print(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        print("trailer\n<< /Size " + (offsets.size() + 1) + " /Root " + CATALOG + " 0 R /Info " + INFO + " 0 R >>\nstartxref\n" + start + "\n%%EOF\n");
        return out.toByteArray();
    }

    private static String font(String name) {
        return "<< /Type /Font /Subtype /Type1 /BaseFont /" + name + " /Encoding /WinAnsiEncoding >>";
    }

    private void page(PdfPage page, int number) {
        StringBuilder alphas = new StringBuilder();
        page.alphas().forEach((name, state) -> alphas.append('/').append(name).append(' ').append(state).append(' '));
        StringBuilder patterns = new StringBuilder();
        int tile = number + 2;
        for (PdfPage.Tile t : page.tiles().values()) {
            patterns.append('/').append(t.name()).append(' ').append(tile++).append(" 0 R ");
        }
        object(number, "<< /Type /Page /Parent " + PAGES + " 0 R /MediaBox [0 0 " + PdfPage.number(page.width()) + " "
                + PdfPage.number(page.height()) + "] /Contents " + (number + 1) + " 0 R /Resources << /Font << /F1 " + REGULAR
                + " 0 R /F2 " + BOLD + " 0 R /F3 " + COURIER + " 0 R >> /ExtGState << " + alphas + ">> /Pattern << " + patterns + ">> >> >>");
        stream(number + 1, "", page.content().toString());
        tile = number + 2;
        for (PdfPage.Tile t : page.tiles().values()) {
            stream(tile++, t.dictionary() + " /Resources << /ExtGState << " + alphas + ">> >>", t.drawing());
        }
    }

    private void object(int number, String body) {
        begin(number);
        print(body + "\nendobj\n");
    }

    private void stream(int number, String dictionary, String content) {
        byte[] packed = deflated(content.getBytes(StandardCharsets.ISO_8859_1));
        begin(number);
        print("<< " + dictionary + " /Filter /FlateDecode /Length " + packed.length + " >>\nstream\n");
        out.writeBytes(packed);
        print("\nendstream\nendobj\n");
    }

    private void begin(int number) {
        if (number != offsets.size() + 1) {
            throw new IllegalStateException("object " + number + " comes after " + offsets.size());
        }
        offsets.add(out.size());
        print(number + " 0 obj\n");
    }

    private void print(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 14];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
