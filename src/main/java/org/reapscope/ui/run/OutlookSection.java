package org.reapscope.ui.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.reapscope.explore.graph.Lamp;
import org.reapscope.explore.report.LampRow;
import org.reapscope.explore.report.LampText;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.kit.Clicks;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.OncePerPulse;
import org.reapscope.ui.kit.Texts;

/** What is still possible at the present step, property by property: the lamps in words, with the next best move. */
public final class OutlookSection {

    private final RunModel run;
    private final LampsModel lamps;
    private final AppContext context;
    private final Runnable toPicture;
    private final VBox card = new VBox();
    private final CheckBox hints = new CheckBox(Messages.text("explore.hints"));
    private final Button all = new Button(Messages.text("explore.look-at-all"));
    private final Button stop = new Button(Messages.text("explore.stop"));

    /**
     * Fills {@code slot}.
     *
     * @param toPicture gives the keyboard to the picture, where Space steps
     */
    public OutlookSection(RunModel run, LampsModel lamps, AppContext context, VBox slot, Runnable toPicture) {
        this.toPicture = toPicture;
        this.run = run;
        this.lamps = lamps;
        this.context = context;
        card.getStyleClass().addAll("card", "outlook");
        hints.getStyleClass().addAll("small", "outlook-hints");
        hints.setWrapText(true);
        hints.setMinWidth(0);
        slot.getChildren().setAll(Texts.label(Messages.text("explore.still-possible"), "heading"), card, hints);
        hints.setSelected(context.preferences().settings().get().hints());
        hints.setOnAction(e -> context.preferences().change(s -> s.withHints(hints.isSelected())));
        all.setOnAction(e -> lamps.computeAll());
        stop.setOnAction(e -> lamps.cancel());
        OncePerPulse showing = new OncePerPulse(card, this::show);
        run.revision().addListener((o, was, is) -> showing.ask());
        lamps.revision().addListener((o, was, is) -> showing.ask());
        context.preferences().settings().addListener((o, was, is) -> showing.ask());
        context.presenting().answersHidden().addListener((o, was, is) -> showing.ask());
        show();
    }

    private void show() {
        card.getChildren().clear();
        hints.setSelected(context.preferences().settings().get().hints());
        if (context.presenting().answersHidden().get()) {
            card.getChildren().add(Texts.wrapped(Messages.text("presentation.answers-hidden"), "dim"));
            return;
        }
        if (!lamps.outdated()) {
            lamps.rows().forEach(row -> card.getChildren().add(row(row)));
        }
        card.getChildren().add(Texts.wrapped(lamps.words(), "dim", "small", "standing"));
        switch (lamps.standing()) {
            case TOO_LARGE, SO_FAR -> card.getChildren().add(all);
            case COMPUTING -> card.getChildren().add(stop);
            case READY, FAILED -> { }
        }
    }

    private VBox row(LampRow row) {
        int depth = run.depth();
        Lamp lamp = row.at(depth);
        HBox title = new HBox(Texts.label(LampText.sign(lamp), "sign"), Texts.wrapped(PropertyText.title(row.property()), "what"));
        HBox.setHgrow(title.getChildren().getLast(), Priority.ALWAYS);
        title.getStyleClass().add("lamp-title");
        VBox box = new VBox(title, Texts.wrapped(standing(row, depth), "lamp-words"));
        if (context.preferences().settings().get().hints() && lamp == Lamp.POSSIBLE) {
            lamps.hint(row.property()).ifPresent(hint -> box.getChildren().add(hint(hint)));
        }
        ways(row).ifPresent(box.getChildren()::add);
        box.getStyleClass().addAll("lamp", LampText.tone(lamp, row.property()).style());
        if (row.decisive() > 0 && row.decisive() != depth) {
            box.getStyleClass().add("clickable-row");
            Clicks.on(box, () -> run.jump(row.decisive()));
        }
        box.setAccessibleText(PropertyText.title(row.property()) + ": " + standing(row, depth));
        return box;
    }

    /** Links that lay the shortest schedule to the property before the run, from here and from the start. */
    private Optional<FlowPane> ways(LampRow row) {
        int depth = run.depth();
        FlowPane links = new FlowPane();
        links.getStyleClass().add("ways");
        int[] here = lamps.way(row.property(), depth);
        if (here.length > 0 && depth > 0) {
            links.getChildren().add(way(Messages.text("explore.way-here", here.length), row, depth, here));
        }
        int[] start = lamps.way(row.property(), 0);
        if (start.length > 0) {
            links.getChildren().add(way(Messages.text("explore.way-start", start.length), row, 0, start));
        }
        return links.getChildren().isEmpty() ? Optional.empty() : Optional.of(links);
    }

    private Hyperlink way(String words, LampRow row, int depth, int[] way) {
        String title = PropertyText.title(row.property());
        Hyperlink link = new Hyperlink(words);
        link.getStyleClass().addAll("small", "way");
        link.setAccessibleText(title + ": " + words);
        link.setTooltip(new Tooltip(Messages.text("explore.way-does")));
        link.setOnAction(e -> {
            run.layAhead(depth, way, Messages.text("explore.way-laid", title, way.length));
            toPicture.run();
        });
        return link;
    }

    private static String standing(LampRow row, int depth) {
        int decisive = row.decisive();
        return LampText.now(row, depth).substring(2) + (decisive == 0 ? Messages.text("explore.from-beginning") : decisive < 0 ? ""
                : Messages.text(decisive <= depth ? "explore.since-step" : "explore.settled-at-step", decisive));
    }

    private VBox hint(NextMove hint) {
        List<Integer> tasks = hint.tasks();
        String who = tasks.stream().map(t -> run.tasks().get(t).name()).collect(Collectors.joining(Messages.text("explore.or")));
        VBox line = new VBox(Texts.wrapped(Messages.text("explore.hint", hint.steps(), who), "hint"));
        line.getStyleClass().add("clickable-row");
        Clicks.on(line, () -> run.step(tasks.getFirst()));
        return line;
    }
}
