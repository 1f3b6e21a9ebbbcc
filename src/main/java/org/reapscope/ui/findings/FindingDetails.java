package org.reapscope.ui.findings;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.reapscope.analysis.Finding;
import org.reapscope.analysis.sentence.FindingText;
import org.reapscope.trace.Trace;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.RowMenu;

/** All of a finding but its sentence: how it is known, the events behind it, and what can be copied. */
final class FindingDetails extends VBox {

    private static final int MOST_EVENTS = 40;

    private final FindingsController pane;
    private final Label certainty = wrapped("dim");
    private final Label tasks = wrapped("dim");
    private final VBox events = new VBox();
    private final Label commands = wrapped("mono");
    private final Button copy = new Button(Messages.text("findings.copy"));
    private final Button copyCommands = new Button(Messages.text("findings.copy-commands"));

    FindingDetails(FindingsController pane) {
        this.pane = pane;
        getStyleClass().add("details");
        events.getStyleClass().add("events-behind");
        copyCommands.getStyleClass().add("primary");
        HBox buttons = new HBox(copy, copyCommands);
        buttons.getStyleClass().add("buttons");
        getChildren().setAll(certainty, tasks, events, commands, buttons);
    }

    void show(Trace trace, Finding finding) {
        List<String> advised = finding.commands();
        certainty.setText(finding.certainty().inFull());
        tasks.setText(Messages.text("findings.tasks", FindingText.tasks(trace, finding)));
        keep(tasks, !finding.tasks().isEmpty());
        commands.setText(String.join("\n", advised));
        keep(commands, !advised.isEmpty());
        keep(copyCommands, !advised.isEmpty());
        copy.setOnAction(e -> RowMenu.copy(FindingText.copy(trace, finding)));
        copyCommands.setOnAction(e -> RowMenu.copy(String.join("\n", advised) + "\n"));
        events.getChildren().clear();
        finding.rows().stream().limit(MOST_EVENTS).forEach(row -> {
            Hyperlink link = new Hyperlink(FindingText.event(trace, row));
            link.getStyleClass().add("mono");
            link.setOnAction(e -> pane.jumpTo(row));
            events.getChildren().add(link);
        });
        if (finding.rows().size() > MOST_EVENTS) {
            events.getChildren().add(wrapped("dim", Messages.text("findings.more-events", finding.rows().size() - MOST_EVENTS)));
        }
        keep(events, !finding.rows().isEmpty());
    }

    private static void keep(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Label wrapped(String style, String... words) {
        Label label = new Label(String.join("", words));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinWidth(0);
        return label;
    }
}
