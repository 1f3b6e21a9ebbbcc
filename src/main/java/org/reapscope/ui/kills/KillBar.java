package org.reapscope.ui.kills;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.RssCurve;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.command.CommandMenus;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.OncePerPulse;

/** Over a timeline: which kill it shows, and how to come to another. */
public final class KillBar extends ToolBar {

    /** The share of the bar that the kill may take from the tools. */
    private static final double LARGEST = 0.6;

    private final CaptureModel capture;
    private final Button chooser = new Button();
    private final Tooltip details = new Tooltip();

    public KillBar(CaptureModel capture, CommandMenus menus) {
        this.capture = capture;
        getStyleClass().addAll("bar", "kill-bar");
        setMinWidth(0);
        Button previous = tool(menus, Command.PREVIOUS_KILL, "kills.previous");
        Button next = tool(menus, Command.NEXT_KILL, "kills.next");
        menus.dress(chooser, Command.CHOOSE_KILL);
        chooser.setTooltip(details);
        chooser.setMnemonicParsing(false);
        chooser.setMinWidth(0);
        chooser.getStyleClass().add("kill-chooser");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        getItems().setAll(chooser, previous, next, spring);
        widthProperty().addListener(o -> fit());
        chooser.fontProperty().addListener(o -> fit());
        OncePerPulse showing = new OncePerPulse(this, this::show);
        List.<Observable>of(capture.kill(), capture.kills(), capture.analysis(), capture.lanes()).forEach(o -> o.addListener(change -> showing.ask()));
        show();
    }

    /** Puts tools about the lanes to the right end. */
    public void add(ButtonBase... tools) {
        for (ButtonBase tool : tools) {
            tool.setMinWidth(USE_PREF_SIZE);
            getItems().add(tool);
        }
    }

    private static Button tool(CommandMenus menus, Command command, String textKey) {
        Button button = new Button(Messages.text(textKey));
        button.getStyleClass().add("icon");
        button.setMinWidth(USE_PREF_SIZE);
        menus.dress(button, command);
        return button;
    }

    private void show() {
        Kill kill = capture.kill().get();
        Lanes lanes = capture.lanes().get();
        String text = capture.analysis().get() == null ? Messages.text("kills.at-work")
                : kill == null || lanes == null ? Messages.text("kills.none") : words(kill, lanes);
        chooser.setText(text);
        fit();
        chooser.setAccessibleText(text);
        details.setText(kill == null ? text : kill.victim() + " " + kill.fate() + ".\n" + text + "\n" + Messages.text("kills.choose"));
    }

    /** As wide as its words, if that leaves room for the tools. */
    private void fit() {
        chooser.setPrefWidth(USE_COMPUTED_SIZE);
        double wanted = chooser.prefWidth(-1);
        chooser.setPrefWidth(getWidth() <= 0 ? USE_COMPUTED_SIZE : Math.min(wanted, getWidth() * LARGEST));
    }

    private String words(Kill kill, Lanes lanes) {
        KillLine line = KillLine.of(kill, new RssCurve(lanes.trace(), lanes));
        List<String> parts = new ArrayList<>();
        parts.add(Messages.text("kills.nth", capture.kills().indexOf(kill) + 1, capture.kills().size(), kill.victim()));
        add(parts, line.memory());
        add(parts, line.windowNs() < 0 ? null : Messages.text("kills.window", ClockFigures.of(lanes.trace()).length(line.windowNs())));
        add(parts, line.result().words());
        return String.join("  ·  ", parts) + "  ▾";
    }

    private static void add(List<String> parts, @Nullable String part) {
        if (part != null && !part.isEmpty()) {
            parts.add(part);
        }
    }
}
