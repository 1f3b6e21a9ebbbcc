package org.reapscope.export.report;

import java.util.List;

import org.reapscope.export.Handout;
import org.reapscope.export.Style;
import org.reapscope.export.picture.Sheet;

/** A handout as HTML, to be read or printed from any browser, offline. */
public final class HandoutHtml {

    private static final int LINES_TO_WRITE = 3;

    private HandoutHtml() {}

    /** Writes the handout, the answer sheet on a page of its own at the end. */
    public static void write(Handout handout, Style style, Appendable out) {
        Html html = new Html(out);
        html.begin(handout.title());
        html.heading(1, handout.title());
        handout.introduction().forEach(html::paragraph);
        int number = 0;
        for (Handout.Part part : handout.parts()) {
            html.heading(2, part.title());
            part.text().forEach(html::paragraph);
            Sheet.Content picture = part.picture();
            if (picture != null) {
                html.raw("<figure style=\"margin: 0\">\n" + new Sheet(picture, style.palette(), style.width(), 1).svg() + "<figcaption class=\"dim\">")
                        .text(part.caption()).raw("</figcaption>\n</figure>\n");
            }
            if (!part.diagram().isEmpty()) {
                html.preformatted(part.diagram());
            }
            for (Handout.Question question : part.questions()) {
                question(html, ++number, question);
            }
        }
        handout.provenance().forEach(html::dim);
        answers(html, handout);
        html.end();
    }

    private static void question(Html html, int number, Handout.Question question) {
        html.raw("<div class=\"finding info\">\n").paragraph(number + ". " + question.prompt());
        question.options().forEach(option -> html.paragraph("\u2610 " + option));
        if (question.options().isEmpty()) {
            html.raw("<div class=\"lines\"></div>\n".repeat(LINES_TO_WRITE));
        }
        html.raw("</div>\n");
    }

    private static void answers(Html html, Handout handout) {
        html.raw("<div class=\"page\">\n").heading(2, "Answers");
        int number = 0;
        for (Handout.Question question : handout.parts().stream().map(Handout.Part::questions).flatMap(List::stream).toList()) {
            html.raw("<p><b>").text(++number + ". " + String.join("; ", question.answers())).raw("</b></p>\n");
            question.explanation().forEach(html::paragraph);
        }
        html.raw("</div>\n");
    }
}
