package org.reapscope.ui.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

import org.reapscope.kernel.object.VmaKind;
import org.reapscope.scenario.ScenarioTree;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.Texts;

/** The ranges of a process, lowest address first: a line each. */
final class VmaRows extends GridPane {

    private static final List<String> KINDS = Arrays.stream(VmaKind.values()).map(VmaKind::id).toList();

    private final ScenarioDraft draft;
    private final ScenarioTree tree;
    private final Complaints complaints;

    /** @param change changes how many there are, and shows them anew */
    VmaRows(ScenarioDraft draft, ScenarioTree tree, Complaints complaints, String process, Consumer<UnaryOperator<ScenarioTree>> change) {
        this.draft = draft;
        this.tree = tree;
        this.complaints = complaints;
        getStyleClass().add("form-rows");
        String list = process + ".vmas";
        addRow(0, head("scenarioform.vma"), head("scenarioform.kind"), head("scenarioform.tables"), head("scenarioform.pages"), head("scenarioform.young"));
        for (int v = 0; v < tree.count(list); v++) {
            String at = list + "[" + v + "]";
            int vma = v;
            addRow(v + 1, text(at + ".name", "scenarioform.vma", "", 12), kind(at + ".kind"), text(at + ".tables", "scenarioform.tables", "1", 4),
                    text(at + ".pages", "scenarioform.pages", "512", 4), young(at + ".young"),
                    ScenarioForm.button("writing.remove", () -> change.accept(t -> t.withoutItem(list, vma))));
        }
        add(ScenarioForm.button("scenarioform.add-vma", () -> change.accept(t -> t.withItem(list, "{\"kind\": \"anon\"}"))), 0, tree.count(list) + 1);
    }

    private Node head(String textKey) {
        return Texts.label(Messages.text(textKey), "dim");
    }

    private Node text(String place, String nameKey, String otherwise, int columns) {
        TextField field = new TextField(tree.at(place));
        field.setPromptText(otherwise);
        field.setPrefColumnCount(columns);
        field.setAccessibleText(Messages.text(nameKey));
        field.textProperty().addListener((o, was, is) -> draft.edit(t -> otherwise.isEmpty() ? t.with(place, is) : t.withNumber(place, is)));
        complaints.at(place, field);
        return field;
    }

    private Node kind(String place) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(KINDS);
        box.setValue(tree.at(place).isEmpty() ? VmaKind.ANON.id() : tree.at(place));
        box.setAccessibleText(Messages.text("scenarioform.kind"));
        box.valueProperty().addListener((o, was, is) -> draft.edit(t -> t.with(place, is)));
        complaints.at(place, box);
        return box;
    }

    private Node young(String place) {
        CheckBox box = new CheckBox();
        box.setSelected(tree.flag(place));
        box.setAccessibleText(Messages.text("scenarioform.young"));
        box.selectedProperty().addListener((o, was, is) -> draft.edit(t -> t.withFlag(place, is)));
        return box;
    }
}
