package org.reapscope.export.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reapscope.picture.Hatch;

final class PdfFileTest {

    private static final int INK = 0xff000000;

    @Test
    void theSamePagesGiveTheSameBytes_withoutADate() {
        assertArrayEquals(sample(), sample());
        String text = new String(sample(), StandardCharsets.ISO_8859_1);
        assertTrue(!text.contains("/CreationDate") && !text.contains("/ModDate"), "no date");
    }

    @Test
    void namesInAnyScriptComeOut_andAreFound() {
        byte[] pdf = line("процесс-77 进程-12 プロセス-3 διεργασία-5 ⚠ → µs");
        assertEquals("процесс-77 进程-12 プロセス-3 διεργασία-5 ⚠ → µs", PdfReading.text(pdf).strip());
        assertTrue(PdfReading.fonts(pdf).stream().allMatch(name -> name.matches("[A-Z]{6}\\+.*")), "of each font only the letters that are used: " + PdfReading.fonts(pdf));
        assertTrue(pdf.length < 40_000, pdf.length + " bytes");
    }

    @Test
    void wordsThatAreWrittenToTheLeftStandThatWayRound() {
        List<Run> runs = Run.of(Typeface.REGULAR, "pid \u05d0\u05d1\u05d2");
        assertEquals("pid \u05d2\u05d1\u05d0", runs.getFirst().text(), "the first letter is at the right");
        assertTrue(PdfReading.text(line("\u0639\u0645\u0644\u064a\u0629-7")).contains("\u0639\u0645\u0644\u064a\u0629"), "and is found as it is spelt");
    }

    @Test
    void whatNoFontHasIsSeenToBeThere() {
        // A private letter, half a surrogate pair, a mark that turns the direction, and a script that hardly any font has.
        byte[] pdf = line("a\ue000b\ud83dc\u202ed\ud809\udc00e");
        assertTrue(PdfReading.text(pdf).strip().matches("a\ufffdb\ufffdc\ufffdd..?e"), PdfReading.text(pdf));
    }

    @Test
    void widthsAreThoseOfTheFonts() {
        assertTrue(Typeface.BOLD.width("process_mrelease", 10) > Typeface.REGULAR.width("process_mrelease", 10));
        assertEquals(6, Typeface.CODE.width("i", 10), 0.01);
        assertEquals(PdfReading.right(line("process_mrelease")), 10 + Typeface.REGULAR.width("process_mrelease", 10), 0.1);
    }

    @Test
    void linesRiseWhereSomebodyWaits_andFallWhereSomebodyExits() {
        assertEquals(1, slope(Hatch.RISING));
        assertEquals(-1, slope(Hatch.FALLING));
    }

    /** 1 if the lines of a hatch, as they are seen on the page, rise to the right; -1 if they fall. */
    private static int slope(Hatch hatch) {
        PdfFile file = new PdfFile("hatch");
        PdfPen pen = new PdfPen(file.page(64, 64), 1, 0, 0);
        pen.hatch(0, 0, 64, 64, hatch, 2, INK);
        pen.end();
        BufferedImage image = PdfReading.image(file.bytes());
        int rising = 0;
        int falling = 0;
        for (int y = 20; y < 44; y++) {
            for (int x = 20; x < 44; x++) {
                if (dark(image, x, y)) {
                    rising += dark(image, x + 8, y - 8) && dark(image, x + 4, y - 4) ? 1 : 0;
                    falling += dark(image, x + 8, y + 8) && dark(image, x + 4, y + 4) ? 1 : 0;
                }
            }
        }
        assertTrue(rising + falling > 50, "lines are drawn");
        return Integer.signum(rising - falling);
    }

    private static boolean dark(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xff) < 128;
    }

    private static byte[] line(String text) {
        PdfFile file = new PdfFile("line");
        file.page(500, 50).text(10, 20, text, 10, Typeface.REGULAR, INK);
        return file.bytes();
    }

    private static byte[] sample() {
        PdfFile file = new PdfFile("two (2) pages");
        file.page(200, 100).text(10, 20, "first (page) \u8fdb\u7a0b", 12, Typeface.BOLD, INK);
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
}
