package org.reapscope.lesson;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a page. Every text of the list is a block: one that begins with {@code "- "} is an item of a list, with
 * {@code "> "} a quotation, with four blanks a line of code, with {@code "# "} a heading; any other is a paragraph.
 * Within a block {@code *words*} are emphasised and {@code `words`} are code; a backslash takes the meaning from the sign
 * behind it.
 */
public final class Markup {

    private static final String CODE_INDENT = "    ";

    private Markup() {}

    /** What a block is. */
    public enum Kind { PARAGRAPH, HEADING, ITEM, QUOTATION, CODE }

    /** How a part of a block looks. */
    public enum Style { PLAIN, EMPHASIS, CODE }

    /** A block. */
    public record Block(Kind kind, List<Span> spans) {

        public Block {
            spans = List.copyOf(spans);
        }

        /** Its words, without marks. */
        public String text() {
            return String.join("", spans.stream().map(Span::text).toList());
        }
    }

    /** A part of a block in one style. */
    public record Span(String text, Style style) {}

    /** The blocks of a text; marks that are not closed are ordinary signs. */
    public static List<Block> read(List<String> text) {
        return text.stream().map(Markup::block).toList();
    }

    private static Block block(String text) {
        if (text.startsWith(CODE_INDENT)) {
            return new Block(Kind.CODE, List.of(new Span(text.substring(CODE_INDENT.length()), Style.CODE)));
        }
        return switch (text.length() > 1 ? text.substring(0, 2) : "") {
            case "- " -> new Block(Kind.ITEM, spans(text.substring(2)));
            case "> " -> new Block(Kind.QUOTATION, spans(text.substring(2)));
            case "# " -> new Block(Kind.HEADING, spans(text.substring(2)));
            default -> new Block(Kind.PARAGRAPH, spans(text));
        };
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = c == '*' || c == '`' ? text.indexOf(c, i + 1) : -1;
            if (c == '\\' && i + 1 < text.length()) {
                plain.append(text.charAt(++i));
            } else if (end > i + 1) {
                add(spans, plain, Style.PLAIN);
                spans.add(new Span(text.substring(i + 1, end), c == '*' ? Style.EMPHASIS : Style.CODE));
                i = end;
            } else {
                plain.append(c);
            }
        }
        add(spans, plain, Style.PLAIN);
        return spans;
    }

    private static void add(List<Span> spans, StringBuilder text, Style style) {
        if (!text.isEmpty()) {
            spans.add(new Span(text.toString(), style));
            text.setLength(0);
        }
    }
}
