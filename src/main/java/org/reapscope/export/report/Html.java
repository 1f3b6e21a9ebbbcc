package org.reapscope.export.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.reapscope.base.file.Untrusted;
import org.reapscope.picture.SvgPen;

/**
 * Writes HTML that is also well-formed XML, so that a parser can judge it. Text is escaped here and nowhere else: what is not
 * text comes through methods of its own.
 */
final class Html {

    private static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 15px/1.5 system-ui, sans-serif; color: #1a2027; background: #fff; max-width: 72em; margin: 2em auto; padding: 0 1.5em; overflow-wrap: anywhere; }
            h1 { font-size: 1.7em; margin: 0 0 .3em; } h2 { font-size: 1.25em; margin: 2em 0 .5em; border-bottom: 1px solid #c9ced6; }
            h3 { font-size: 1.05em; margin: 1.4em 0 .3em; }
            svg { width: 100%; height: auto; }
            table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 600; }
            td, th { padding: .25em .8em .25em 0; vertical-align: top; border-bottom: 1px solid #e4e8ee; }
            td.time { white-space: nowrap; font-variant-numeric: tabular-nums; text-align: right; } td.who { white-space: nowrap; max-width: 18em; overflow: hidden; text-overflow: ellipsis; }
            pre { font: 12.5px/1.45 ui-monospace, monospace; background: #f3f5f8; padding: .7em 1em; overflow-x: auto; white-space: pre; }
            .dim { color: #57606a; } .severe { border-left: .35em solid #a33c00; } .warning { border-left: .35em solid #9a6700; }
            .notice { border-left: .35em solid #0072b2; } .info { border-left: .35em solid #c9ced6; }
            .finding { padding: .1em 0 .1em 1em; margin: 1em 0; break-inside: avoid; } .tag { font-weight: 700; text-transform: uppercase; font-size: .8em; }
            .lines { height: 2em; border-bottom: 1px solid #8b949e; } .page { break-before: page; }
            @media print { body { max-width: none; margin: 0; font-size: 11pt; } h2 { break-after: avoid; } pre { white-space: pre-wrap; } }
            """;

    private final Appendable out;

    Html(Appendable out) {
        this.out = out;
    }

    /** Begins a document. */
    void begin(String title) {
        raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>")
                .text(title).raw("</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
    }

    void end() {
        raw("</body>\n</html>\n");
    }

    Html heading(int level, String text) {
        return raw("<h" + level + ">").text(text).raw("</h" + level + ">\n");
    }

    Html paragraph(String text) {
        return raw("<p>").text(text).raw("</p>\n");
    }

    Html dim(String text) {
        return raw("<p class=\"dim\">").text(text).raw("</p>\n");
    }

    /** Text whose line ends and blanks count. */
    Html preformatted(List<String> lines) {
        raw("<pre>");
        lines.forEach(line -> text(line).raw("\n"));
        return raw("</pre>\n");
    }

    /** A table row; each cell has a class, empty for none, before its text. */
    Html row(String... classesAndTexts) {
        raw("<tr>");
        for (int i = 0; i < classesAndTexts.length; i += 2) {
            raw(classesAndTexts[i].isEmpty() ? "<td>" : "<td class=\"" + classesAndTexts[i] + "\">").text(classesAndTexts[i + 1]).raw("</td>");
        }
        return raw("</tr>\n");
    }

    Html text(String text) {
        return raw(SvgPen.escape(Untrusted.shown(text)));
    }

    /** Markup made by this program. */
    Html raw(String markup) {
        try {
            out.append(markup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
