package org.reapscope.ui.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

import org.controlsfx.control.CheckComboBox;
import org.reapscope.scenario.ScenarioTree;
import org.reapscope.ui.edit.Form;
import org.reapscope.ui.kit.Messages;

/** A form whose fields stand for places of a scenario's tree: what is typed goes there, complaints about there stand here. */
final class PlaceForm {

    private final Form form = new Form();
    private final ScenarioDraft draft;
    private final ScenarioTree tree;
    private final Complaints complaints;
    private final String within;

    /**
     * @param tree what the fields show first
     * @param within the object whose fields these are, as in {@code processes[0]}; empty for the scenario itself
     */
    PlaceForm(ScenarioDraft draft, ScenarioTree tree, Complaints complaints, String within) {
        this.draft = draft;
        this.tree = tree;
        this.complaints = complaints;
        this.within = within;
    }

    Node node() {
        return form;
    }

    void line(String name, String field) {
        String place = place(field);
        complaints.at(place, form.line(name, tree.at(place), text -> draft.edit(t -> t.with(place, text))));
    }

    void lines(String name, String field, int height) {
        String place = place(field);
        complaints.at(place, form.lines(name, tree.at(place), height, text -> draft.edit(t -> t.with(place, text))));
    }

    /** @param otherwise what is meant where nothing is typed */
    void number(String name, String field, int otherwise) {
        String place = place(field);
        TextField number = form.line(name, tree.at(place), text -> draft.edit(t -> t.withNumber(place, text)));
        number.setPromptText(Integer.toString(otherwise));
        number.setPrefColumnCount(6);
        number.setMaxWidth(Control.USE_PREF_SIZE);
        complaints.at(place, number);
    }

    void flag(String name, String field) {
        String place = place(field);
        CheckBox box = new CheckBox();
        box.setSelected(tree.flag(place));
        box.selectedProperty().addListener((o, was, is) -> draft.edit(t -> t.withFlag(place, is)));
        form.field(name, box);
    }

    /** One of a few; the first of them is meant where the field is missing. */
    void choice(String name, String field, List<String> all) {
        String place = place(field);
        String now = tree.at(place);
        form.choice(name, all, now.isEmpty() ? all.getFirst() : now, chosen -> draft.edit(t -> t.with(place, chosen.equals(all.getFirst()) ? "" : chosen)));
    }

    /**
     * Some of several, in the order in which they are listed.
     *
     * @param words how one is listed, for people
     */
    void several(String name, String field, List<String> all, UnaryOperator<String> words) {
        String place = place(field);
        CheckComboBox<String> box = new CheckComboBox<>();
        box.setConverter(new Listed(words));
        box.getItems().setAll(all);
        tree.texts(place).forEach(text -> box.getCheckModel().check(text));
        box.setTitle(chosen(tree.texts(place)));
        box.setMaxWidth(Double.MAX_VALUE);
        box.getCheckModel().getCheckedItems().addListener((ListChangeListener<String>) change -> {
            List<String> chosen = List.copyOf(box.getCheckModel().getCheckedItems());
            box.setTitle(chosen(chosen));
            draft.edit(t -> t.with(place, chosen));
        });
        complaints.at(place, box);
        form.field(name, box);
    }

    /** Words one after the other, of which the menu behind the field adds some. */
    void words(String name, String field, List<String> known) {
        String place = place(field);
        TextField words = new TextField(String.join(", ", tree.texts(place)));
        Consumer<String> put = text -> draft.edit(t -> t.with(place, Arrays.stream(text.split("[,\\s]+")).filter(w -> !w.isEmpty()).toList()));
        words.textProperty().addListener((o, was, is) -> put.accept(is));
        MenuButton more = new MenuButton(Messages.text("scenarioform.add"));
        for (String word : known) {
            MenuItem item = new MenuItem(word);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> words.setText(words.getText().isBlank() ? word : words.getText().strip() + ", " + word));
            more.getItems().add(item);
        }
        more.setMinWidth(Control.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox both = new HBox(words, more);
        both.getStyleClass().add("form-words");
        complaints.at(place, words);
        form.field(name, both);
    }

    private static String chosen(List<String> texts) {
        return texts.isEmpty() ? Messages.text("scenarioform.none") : String.join(", ", texts);
    }

    private String place(String field) {
        return within.isEmpty() ? field : within + "." + field;
    }

    /** How the items of a list are called. */
    private static final class Listed extends StringConverter<String> {

        private final UnaryOperator<String> words;

        Listed(UnaryOperator<String> words) {
            this.words = words;
        }

        @Override
        public String toString(String item) {
            return words.apply(item);
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
