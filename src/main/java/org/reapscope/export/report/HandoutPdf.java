package org.reapscope.export.report;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.base.file.Untrusted;
import org.reapscope.export.Handout;
import org.reapscope.export.Style;
import org.reapscope.export.pdf.PdfFile;
import org.reapscope.export.pdf.PdfPage;
import org.reapscope.export.pdf.PdfPen;
import org.reapscope.export.pdf.Typeface;
import org.reapscope.export.picture.Sheet;

/** A handout as PDF on A4, lanes as vectors. */
public final class HandoutPdf {

    private static final double WIDTH = 595;
    private static final double HEIGHT = 842;
    private static final double MARGIN = 50;
    private static final double ROOM = WIDTH - 2 * MARGIN;
    private static final double FOOT = HEIGHT - MARGIN - 20;
    private static final double BODY = 10.5;
    private static final double LINE = 1.4;
    private static final int INK = 0xff000000;
    private static final int DIM = 0xff57606a;

    private final Handout handout;
    private final Style style;
    private final PdfFile file;
    private PdfPage page;
    private double y;

    private HandoutPdf(Handout handout, Style style) {
        this.handout = handout;
        this.style = style;
        file = new PdfFile(Untrusted.shown(handout.title()));
        page = file.page(WIDTH, HEIGHT);
        y = MARGIN;
    }

    /** The handout, the answer sheet on pages of its own at the end. */
    public static byte[] bytes(Handout handout, Style style) {
        HandoutPdf pdf = new HandoutPdf(handout, style);
        pdf.questions();
        pdf.answers();
        pdf.feet();
        return pdf.file.bytes();
    }

    private void questions() {
        text(handout.title(), 18, Typeface.BOLD, INK, 0);
        handout.introduction().forEach(paragraph -> text(paragraph, BODY, Typeface.REGULAR, INK, 0));
        int number = 0;
        for (Handout.Part part : handout.parts()) {
            heading(part.title());
            part.text().forEach(paragraph -> text(paragraph, BODY, Typeface.REGULAR, INK, 0));
            Sheet.Content picture = part.picture();
            if (picture != null) {
                picture(new Sheet(picture, style.palette(), style.width(), 1));
                text(part.caption(), BODY - 1.5, Typeface.REGULAR, DIM, 0);
            }
            diagram(part.diagram());
            for (Handout.Question question : part.questions()) {
                question(++number, question);
            }
        }
        handout.provenance().forEach(line -> text(line, BODY - 2, Typeface.REGULAR, DIM, 0));
    }

    private void question(int number, Handout.Question question) {
        room(BODY * LINE * (2 + Math.max(3, question.options().size())));
        y += 6;
        text(number + ". " + question.prompt(), BODY, Typeface.BOLD, INK, 0);
        for (String option : question.options()) {
            room(BODY * LINE);
            box(MARGIN + 12, y + 2);
            text(option, BODY, Typeface.REGULAR, INK, 28);
        }
        for (int line = 0; question.options().isEmpty() && line < 3; line++) {
            room(26);
            y += 22;
            page.fill(MARGIN, y, ROOM, 0.5, DIM);
        }
    }

    private void answers() {
        turn();
        heading("Answers");
        int number = 0;
        for (Handout.Question question : handout.parts().stream().map(Handout.Part::questions).flatMap(List::stream).toList()) {
            text(++number + ". " + String.join("; ", question.answers()), BODY, Typeface.BOLD, INK, 0);
            question.explanation().forEach(sentence -> text(sentence, BODY, Typeface.REGULAR, INK, 14));
        }
    }

    /** An empty square to be ticked. */
    private void box(double x, double top) {
        page.fill(x, top, 8, 0.7, INK);
        page.fill(x, top + 8, 8, 0.7, INK);
        page.fill(x, top, 0.7, 8, INK);
        page.fill(x + 8, top, 0.7, 8.7, INK);
    }

    private void picture(Sheet sheet) {
        double scale = Math.min(ROOM / sheet.width(), (FOOT - MARGIN) / sheet.height());
        room(sheet.height() * scale + 4);
        PdfPen pen = new PdfPen(page, scale, MARGIN, y);
        sheet.paint(pen);
        pen.labels(sheet.labels(), sheet.palette());
        pen.end();
        y += sheet.height() * scale + 4;
    }

    private void diagram(List<String> lines) {
        double size = 8.5;
        y += lines.isEmpty() ? 0 : 6;
        for (String line : lines) {
            room(size * LINE);
            y += size * LINE;
            page.text(MARGIN + 8, y - size * 0.35, line, size, Typeface.CODE, INK);
        }
    }

    private void heading(String title) {
        room(80);
        y += 14;
        text(title, 13, Typeface.BOLD, INK, 0);
    }

    private void text(String paragraph, double size, Typeface face, int argb, double indent) {
        for (String line : lines(Untrusted.shown(paragraph), size, face, ROOM - indent)) {
            room(size * LINE);
            y += size * LINE;
            page.text(MARGIN + indent, y - size * 0.35, line, size, face, argb);
        }
        y += size * 0.35;
    }

    private static List<String> lines(String text, double size, Typeface face, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && face.width(line + " " + word, size) <= width) {
                line.append(' ').append(word);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            String rest = word;
            for (int fits = fitting(rest, size, face, width); fits < rest.length(); fits = fitting(rest, size, face, width)) {
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line = new StringBuilder(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** How much of a text fits on a line: at least one character. */
    private static int fitting(String text, double size, Typeface face, double width) {
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (end > 0 && face.width(text.substring(0, next), size) > width) {
                break;
            }
            end = next;
        }
        return end;
    }

    private void room(double height) {
        if (y + height > FOOT && y > MARGIN) {
            turn();
        }
    }

    private void turn() {
        page = file.page(WIDTH, HEIGHT);
        y = MARGIN;
    }

    private void feet() {
        List<PdfPage> pages = file.pages();
        for (int i = 0; i < pages.size(); i++) {
            String number = " - page " + (i + 1) + " of " + pages.size();
            String title = Untrusted.shown(handout.title());
            int fits = fitting(title, 8, Typeface.REGULAR, ROOM - Typeface.REGULAR.width(number + "…", 8));
            String foot = (fits < title.length() ? title.substring(0, fits) + "…" : title) + number;
            pages.get(i).text(MARGIN, HEIGHT - MARGIN + 10, foot, 8, Typeface.REGULAR, DIM);
        }
    }
}
