package org.reapscope.view.lesson;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.reapscope.lesson.Markup;

/** The text of a page as nodes that wrap. */
final class LessonText {

    private LessonText() {}

    static List<Node> of(List<String> text) {
        return Markup.read(text).stream().map(LessonText::block).toList();
    }

    private static Node block(Markup.Block block) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().addAll("lesson-block", switch (block.kind()) {
            case PARAGRAPH -> "paragraph";
            case HEADING -> "subheading";
            case ITEM -> "item";
            case QUOTATION -> "quotation";
            case CODE -> "code-block";
        });
        if (block.kind() == Markup.Kind.ITEM) {
            flow.getChildren().add(span("•  ", "lesson-text"));
        }
        block.spans().forEach(s -> flow.getChildren().add(span(s.text(), switch (s.style()) {
            case PLAIN -> block.kind() == Markup.Kind.CODE ? "lesson-code" : "lesson-text";
            case EMPHASIS -> "lesson-emphasis";
            case CODE -> "lesson-code";
        })));
        return flow;
    }

    private static Text span(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }
}
