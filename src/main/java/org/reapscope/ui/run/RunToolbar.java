package org.reapscope.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.run.GhostRun;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.kit.Messages;

/** The tools of a run: which kernel, which patches, and the moves. */
final class RunToolbar {

    private final RunModel model;
    private final MenuButton profile = new MenuButton();
    private final MenuButton patches = new MenuButton();
    private final MenuButton ghost = new MenuButton();
    private final List<Node> tools;

    RunToolbar(RunModel model, AppContext context) {
        this.model = model;
        patches.setMnemonicParsing(false);
        ghost.setMnemonicParsing(false);
        Button step = button(context, Command.STEP, "run.forward");
        step.getStyleClass().add("primary");
        tools = List.of(profile, patches, ghost,
                button(context, Command.REWIND, "run.rewind"), button(context, Command.STEP_BACK, "run.back"),
                step, button(context, Command.RUN, "run.run"), button(context, Command.RUN_TO_END, "run.to-end"));
        tools.forEach(tool -> tool.getStyleClass().add("run-tool"));
        model.revision().addListener((o, was, is) -> show());
        show();
    }

    List<Node> tools() {
        return tools;
    }

    private static Button button(AppContext context, Command command, String textKey) {
        Button button = new Button(Messages.text(textKey));
        context.menus().dress(button, command);
        button.setFocusTraversable(false);
        return button;
    }

    private void show() {
        Profile now = model.scenario().profile();
        List<String> applied = model.scenario().patches();
        String title = Messages.text("run.kernel", now.id());
        String patchTitle = applied.isEmpty() ? Messages.text("run.no-patches") : Messages.text("run.patches", String.join(", ", applied));
        String ghostTitle = model.ghost().map(g -> Messages.text("run.ghost", g.title())).orElse(Messages.text("run.ghost-off"));
        if (title.equals(profile.getText()) && patchTitle.equals(patches.getText()) && ghostTitle.equals(ghost.getText())
                && model.problem().get().isEmpty()) {
            return;
        }
        profile.setText(title);
        ghost.setText(ghostTitle);
        patches.setText(patchTitle);
        profile.getItems().setAll(List.of(Profile.values()).stream().map(p -> {
            RadioMenuItem item = new RadioMenuItem(Messages.text("run.kernel", p.id()));
            item.setSelected(p == now);
            item.setOnAction(e -> model.change(p, applied));
            return item;
        }).toList());
        patches.getItems().setAll(KernelPatches.all().stream().map(p -> item(p, applied, ids -> model.change(now, ids))).toList());
        haunts();
    }

    /** The second patch set, laid over the run. */
    private void haunts() {
        List<String> haunting = model.ghost().map(GhostRun::patches).orElse(List.of());
        MenuItem none = new MenuItem(Messages.text("run.ghost-none"));
        none.setDisable(model.ghost().isEmpty());
        none.setOnAction(e -> model.haunt(null));
        MenuItem unpatched = new MenuItem(Messages.text("run.ghost-unpatched"));
        unpatched.setOnAction(e -> model.haunt(List.of()));
        ghost.getItems().setAll(none, unpatched, new SeparatorMenuItem());
        ghost.getItems().addAll(KernelPatches.all().stream().map(p -> item(p, haunting, model::haunt)).toList());
    }

    private static CheckMenuItem item(KernelPatch patch, List<String> applied, Consumer<List<String>> change) {
        CheckMenuItem item = new CheckMenuItem("(" + patch.id() + ") " + patch.title() + " · " + patch.status());
        item.setMnemonicParsing(false);
        item.setSelected(applied.contains(patch.id()));
        item.setOnAction(e -> {
            List<String> wanted = new ArrayList<>(applied);
            if (!wanted.remove(patch.id())) {
                wanted.add(patch.id());
            }
            change.accept(wanted);
        });
        return item;
    }
}
