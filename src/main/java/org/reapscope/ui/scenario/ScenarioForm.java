package org.reapscope.ui.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.reapscope.explore.report.PropertyText;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.object.KernelFacts;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.scenario.Actor;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.scenario.ScenarioTree;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.Texts;

/** The fields of a scenario: its story and kernel, processes with their VMAs, everybody else, memory. */
final class ScenarioForm extends VBox {

    private static final List<String> ACTIONS = List.copyOf(new TreeSet<>(Actor.ACTIONS.keySet()));

    private final ScenarioDraft draft;
    private final Complaints complaints;

    ScenarioForm(ScenarioDraft draft, Complaints complaints) {
        this.draft = draft;
        this.complaints = complaints;
        getStyleClass().add("form-page");
    }

    /** Shows a tree: every field anew. */
    void show(ScenarioTree tree) {
        complaints.clear();
        List<Node> parts = new ArrayList<>(List.of(story(tree)));
        if (tree.has("litmus")) {
            parts.add(Texts.wrapped(Messages.text("scenarioform.litmus"), "dim"));
        } else {
            parts.add(part("scenarioform.processes", processes(tree)));
            parts.add(part("scenarioform.actors", actors(tree)));
            parts.add(part("scenarioform.memory", memory(tree)));
        }
        getChildren().setAll(parts);
    }

    private Node story(ScenarioTree tree) {
        PlaceForm form = new PlaceForm(draft, tree, complaints, "");
        form.line(Messages.text("scenarioform.title"), "title");
        form.lines(Messages.text("scenarioform.story"), "story", 3);
        if (!tree.has("litmus")) {
            List<String> kernels = new ArrayList<>(List.of(Profile.V6_18.id()));
            Arrays.stream(Profile.values()).map(Profile::id).filter(id -> !kernels.contains(id)).forEach(kernels::add);
            form.choice(Messages.text("scenarioform.kernel"), "profile", kernels);
            form.several(Messages.text("scenarioform.patches"), "patches", KernelPatches.all().stream().map(KernelPatch::id).toList(),
                    id -> id + "  \u00b7  " + KernelPatches.of(id).title());
            List<String> facts = new ArrayList<>(KernelFacts.names());
            facts.add(ScenarioSystem.DEADLOCK);
            form.several(Messages.text("scenarioform.properties"), "properties", facts, PropertyText::title);
        }
        form.number(Messages.text("scenarioform.cpus"), "cpus", 2);
        form.line(Messages.text("scenarioform.schedule"), "schedule");
        return form.node();
    }

    private Node processes(ScenarioTree tree) {
        VBox cards = new VBox();
        cards.getStyleClass().add("form-part");
        for (int p = 0; p < tree.count("processes"); p++) {
            String at = "processes[" + p + "]";
            PlaceForm form = new PlaceForm(draft, tree, complaints, at);
            form.line(Messages.text("scenarioform.name"), "name");
            form.number(Messages.text("scenarioform.threads"), "threads", 1);
            form.words(Messages.text("scenarioform.does-first"), "does", ACTIONS);
            form.flag(Messages.text("scenarioform.leaves"), "leaves");
            form.choice(Messages.text("scenarioform.frozen"), "frozen", List.of("", "v1", "v2"));
            form.flag(Messages.text("scenarioform.oom-exempt"), "oomExempt");
            if (tree.has(at + ".addressSpace")) {
                form.line(Messages.text("scenarioform.smaps"), "addressSpace.smaps");
                form.number(Messages.text("scenarioform.tables"), "addressSpace.tables", 64);
            } else if (p > 0) {
                form.choice(Messages.text("scenarioform.shares"), "sharesMmOf", names(tree, p));
                form.flag(Messages.text("scenarioform.vfork"), "vfork");
            }
            VBox card = card("processes", p, form.node());
            if (!tree.has(at + ".addressSpace") && !tree.has(at + ".sharesMmOf")) {
                card.getChildren().add(new VmaRows(draft, tree, complaints, at, this::change));
            }
            cards.getChildren().add(card);
        }
        cards.getChildren().add(adds("scenarioform.add-process", tree, "processes",
                "{\"name\": \"%s\", \"vmas\": [{\"name\": \"heap\", \"kind\": \"anon\"}]}", "process"));
        return cards;
    }

    private Node actors(ScenarioTree tree) {
        VBox cards = new VBox();
        cards.getStyleClass().add("form-part");
        List<String> processes = names(tree, tree.count("processes"));
        for (int a = 0; a < tree.count("actors"); a++) {
            PlaceForm form = new PlaceForm(draft, tree, complaints, "actors[" + a + "]");
            form.line(Messages.text("scenarioform.name"), "name");
            form.number(Messages.text("scenarioform.count"), "count", 1);
            form.words(Messages.text("scenarioform.does"), "does", ACTIONS);
            form.choice(Messages.text("scenarioform.target"), "target", processes);
            cards.getChildren().add(card("actors", a, form.node()));
        }
        cards.getChildren().add(adds("scenarioform.add-actor", tree, "actors", "{\"name\": \"%s\", \"does\": [\"read-smaps\"]}", "reader"));
        return cards;
    }

    private Node memory(ScenarioTree tree) {
        PlaceForm form = new PlaceForm(draft, tree, complaints, "memory");
        form.number(Messages.text("scenarioform.free"), "free", 0);
        form.number(Messages.text("scenarioform.demand"), "demand", 0);
        form.number(Messages.text("scenarioform.watermark"), "lowWatermark", 0);
        form.number(Messages.text("scenarioform.batch"), "batch", 0);
        form.flag(Messages.text("scenarioform.acct"), "processAcct");
        return form.node();
    }

    private VBox card(String list, int at, Node fields) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox card = new VBox(new HBox(Texts.label(Integer.toString(at + 1), "strong"), gap,
                button("scenarioform.up", () -> change(t -> t.moved(list, at, -1))),
                button("writing.remove", () -> change(t -> t.withoutItem(list, at)))), fields);
        card.getStyleClass().add("card");
        return card;
    }

    /** @param json of a new item, with a place for its name */
    private Button adds(String textKey, ScenarioTree tree, String list, String json, String stem) {
        List<String> taken = new ArrayList<>(names(tree, tree.count("processes")));
        for (int a = 0; a < tree.count("actors"); a++) {
            taken.add(tree.at("actors[" + a + "].name"));
        }
        int n = 1;
        while (taken.contains(stem + "-" + n)) {
            n++;
        }
        String name = stem + "-" + n;
        return button(textKey, () -> change(t -> t.withItem(list, json.formatted(name))));
    }

    /** Changes which fields there are. */
    private void change(UnaryOperator<ScenarioTree> edit) {
        draft.edit(edit);
        draft.tree().ifPresent(this::show);
    }

    /** Of the processes before number {@code end}, an empty one first. */
    private static List<String> names(ScenarioTree tree, int end) {
        List<String> names = new ArrayList<>(List.of(""));
        for (int p = 0; p < end; p++) {
            names.add(tree.at("processes[" + p + "].name"));
        }
        return names;
    }

    private static Node part(String titleKey, Node content) {
        TitledPane pane = new TitledPane(Messages.text(titleKey), content);
        pane.setAnimated(false);
        return pane;
    }

    static Button button(String textKey, Runnable act) {
        Button button = new Button(Messages.text(textKey));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> act.run());
        return button;
    }
}
