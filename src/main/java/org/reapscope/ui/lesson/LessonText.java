package org.reapscope.ui.lesson;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.reapscope.lesson.Markup;

/** The text of a page as nodes that wrap. */
final class LessonText {

    private LessonText() {}

    static List<Node> of(List<String> text) {
        List<Node> nodes = new ArrayList<>();
        VBox code = null;
        for (Markup.Block block : Markup.read(text)) {
            if (block.kind() != Markup.Kind.CODE) {
                code = null;
                nodes.add(block(block));
                continue;
            }
            if (code == null) {
                code = new VBox();
                code.getStyleClass().add("code-blocks");
                nodes.add(code);
            }
            code.getChildren().add(block(block));
        }
        return nodes;
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
