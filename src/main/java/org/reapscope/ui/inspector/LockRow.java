package org.reapscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.moment.LockNow;
import org.reapscope.ui.kit.Messages;

/** A lock with who holds it and who waits; a click on one of them leads to the event with which that began. */
final class LockRow extends VBox {

    private final IntConsumer jump;
    private final Label name = new Label();

    LockRow(IntConsumer jump) {
        this.jump = jump;
        getStyleClass().add("lock-row");
        name.getStyleClass().add("name");
        name.setWrapText(true);
        name.setMinWidth(0);
    }

    void show(ClockFigures clock, LockNow lock) {
        List<Node> lines = new ArrayList<>();
        name.setText(lock.name());
        lines.add(name);
        if (!lock.holdersKnown()) {
            lines.add(dim(Messages.text("inspector.holder-unknown")));
        }
        lock.holders().items().forEach(party -> lines.add(link(words(clock, party), party.write() ? "writer" : "reader", party.row())));
        more(lines, lock.holders().more(), "inspector.more-holders");
        lock.waiters().items().forEach(party -> lines.add(link(Messages.text("inspector.waits") + " " + words(clock, party), "waiter", party.row())));
        more(lines, lock.waiters().more(), "inspector.more-waiters");
        getChildren().setAll(lines);
    }

    private static void more(List<Node> lines, int more, String words) {
        if (more > 0) {
            lines.add(dim(Messages.text(words, more)));
        }
    }

    /** {@code R smaps-reader-3299, for 16 µs}. */
    static String words(ClockFigures clock, LockNow.Party party) {
        String mode = Messages.text(party.write() ? "inspector.write" : "inspector.read");
        return party.sinceNs() < 0 ? Messages.text("inspector.holds-unknown", mode, party.label())
                : Messages.text("inspector.holds", mode, party.label(), clock.length(party.sinceNs()));
    }

    private Hyperlink link(String text, String style, int row) {
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add(style);
        link.setWrapText(true);
        link.setMinWidth(0);
        link.setOnAction(e -> {
            link.setVisited(false);
            jump.accept(row);
        });
        return link;
    }

    private static Label dim(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("dim");
        return label;
    }
}
