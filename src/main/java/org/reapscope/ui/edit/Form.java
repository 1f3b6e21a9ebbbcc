package org.reapscope.ui.edit;

import java.util.List;
import java.util.function.Consumer;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** Fields below each other, each with its name; what is typed is handed on as it is typed. */
public final class Form extends GridPane {

    private final boolean stacked;
    private int rows;

    public Form() {
        this(false);
    }

    /** With the names above the fields, for narrow places, or beside them. */
    public Form(boolean stacked) {
        this.stacked = stacked;
        getStyleClass().add("form");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(stacked ? List.of(fields) : List.of(names, fields));
    }

    /** A field for one line. */
    public TextField line(String name, String value, Consumer<String> typed) {
        TextField field = new TextField(value);
        return hear(name, field, typed);
    }

    /** A field for so many lines and more. */
    public TextArea lines(String name, String value, int height, Consumer<String> typed) {
        TextArea area = new TextArea(value);
        area.setWrapText(true);
        area.setPrefRowCount(height);
        return hear(name, area, typed);
    }

    /** A whole number, or {@code missing} while the field is empty; what is no number is marked and not handed on. */
    public void number(String name, int value, int missing, Consumer<Integer> typed) {
        TextField[] field = new TextField[1];
        field[0] = line(name, value == missing ? "" : Integer.toString(value), text -> {
            boolean fits = text.isBlank() || text.strip().matches("\\d{1,6}");
            field[0].getStyleClass().remove("wrong");
            if (fits) {
                typed.accept(text.isBlank() ? missing : Integer.parseInt(text.strip()));
            } else {
                field[0].getStyleClass().add("wrong");
            }
        });
        field[0].setPrefColumnCount(6);
    }

    /** One of a few; an empty text is shown as a dash. */
    public <T> void choice(String name, List<T> all, T value, Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        box.setCellFactory(list -> new Option<>());
        box.setButtonCell(new Option<>());
        box.setValue(value);
        box.valueProperty().addListener((o, was, is) -> chosen.accept(is));
        field(name, box);
    }

    /** A name, of which some are known. */
    public void name(String name, List<String> known, String value, Consumer<String> typed) {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(known);
        box.setValue(value);
        box.getEditor().textProperty().addListener((o, was, is) -> typed.accept(is.strip()));
        field(name, box);
    }

    private <T extends TextInputControl> T hear(String name, T field, Consumer<String> typed) {
        field.textProperty().addListener((o, was, is) -> typed.accept(is));
        field(name, field);
        return field;
    }

    /** A field of any kind. */
    public void field(String name, Node field) {
        Label label = new Label(name);
        label.setLabelFor(field);
        label.getStyleClass().add("dim");
        field.setAccessibleText(name);
        if (stacked) {
            addRow(rows++, label);
            addRow(rows++, field);
        } else {
            addRow(rows++, label, field);
        }
    }

    /** One of the options of a choice. */
    private static final class Option<T> extends ListCell<T> {

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            String text = item == null ? "" : item.toString();
            setText(empty ? null : text.isEmpty() ? "\u2013" : text);
        }
    }
}
