package org.reapscope.export.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.reapscope.picture.Hatch;

final class PdfFileTest {

    @Test
    void everyObjectStandsWhereTheTableOfReferencesSays() {
        byte[] file = sample();
        String text = new String(file, StandardCharsets.ISO_8859_1);
        Matcher start = Pattern.compile("startxref\n(\\d+)\n%%EOF\n$").matcher(text);
        assertTrue(text.startsWith("%PDF-1.4\n") && start.find());
        String table = text.substring(Integer.parseInt(start.group(1)));
        assertTrue(table.startsWith("xref\n0 "));
        Matcher entry = Pattern.compile("(\\d{10}) 00000 n \n").matcher(table);
        int number = 0;
        while (entry.find()) {
            number++;
            assertTrue(text.startsWith(number + " 0 obj\n", Integer.parseInt(entry.group(1))), "object " + number);
        }
        assertEquals(3 + 3 + 2 * 2 + 2, number, "catalog, pages, info; fonts; two pages with their contents; two patterns");
    }

    @Test
    void savedStatesAreRestored_andTheSamePagesGiveTheSameBytes() {
        assertArrayEquals(sample(), sample());
        for (String content : PdfReading.streams(sample())) {
            String operators = PdfReading.withoutStrings(content);
            assertEquals(count(operators, "q "), count(operators, "Q\n"), operators);
        }
    }

    @Test
    void textIsEscaped_andWhatTheEncodingLacksIsMarked() {
        assertEquals("a\\(b\\)\\\\ -> ?\\205", PdfPage.escaped("a(b)\\ \u2192 \u202e\u2026"));
        assertEquals(5.56, Helvetica.width("0", 10, false), 1e-9);
        assertTrue(Helvetica.width("process_mrelease", 10, true) > Helvetica.width("process_mrelease", 10, false));
    }

    private static byte[] sample() {
        PdfFile file = new PdfFile("two (2) pages");
        file.page(200, 100).text(10, 20, "first (page)", 12, true, 0xff000000);
        PdfPen pen = new PdfPen(file.page(300, 200), 0.75, 10, 10);
        pen.clip(0, 0, 50, 50);
        pen.hatch(0, 0, 20, 20, Hatch.RISING, 1, 0x80ff0000);
        pen.clip(5, 5, 20, 20);
        pen.hatch(0, 0, 20, 20, Hatch.DOTS, 2, 0xffff0000);
        pen.outline(1, 1, 30, 30, 2, 0xff00ff00);
        pen.line(0, 0, 10, 10, 1, 3, 0xff0000ff);
        pen.diamond(10, 10, 4, 0xff0000ff);
        pen.end();
        return file.bytes();
    }

    private static int count(String text, String what) {
        return (text.length() - text.replace(what, "").length()) / what.length();
    }
}
