package org.reapscope.ui.notes;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToolBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.sentence.ClockText;
import org.reapscope.document.Note;
import org.reapscope.trace.Trace;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.command.CommandMenus;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.RowMenu;

/** The notes of a capture in a table: Enter or a click goes to one, F2 changes its words, Delete takes it away. */
public final class NotesPane extends VBox {

    private static final double CELL_PX = 15;

    private final NotesModel model;
    private final TableView<Note> table = new TableView<>();

    public NotesPane(NotesModel model, CommandMenus menus) {
        this.model = model;
        getStyleClass().add("notes");
        table.setAccessibleText(Messages.text("notes.list"));
        table.setPlaceholder(new Label(Messages.text("notes.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("notes.column.time", 9, note -> withTrace(trace -> ClockText.of(trace, note.startNs()))).getStyleClass().add("mono-column");
        column("notes.column.length", 7, note -> note.endNs() == note.startNs() ? "" : withTrace(trace -> ClockFigures.of(trace).length(note.endNs() - note.startNs())));
        column("notes.column.text", 40, Note::text);
        table.setItems(model.shown());
        table.setRowFactory(view -> row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        RowMenu.on(table, () -> chosen().map(note -> menu(note, menus)));
        model.selected().addListener((o, was, is) -> {
            if (is != null) {
                table.getSelectionModel().select(is);
                table.scrollTo(is);
            }
        });
        BooleanBinding nothing = Bindings.isNull(table.getSelectionModel().selectedItemProperty());
        ToolBar bar = new ToolBar(dressed(menus, Command.NOTE, "notes.write"), dressed(menus, Command.BOOKMARK, "notes.bookmark"),
                dressed(menus, Command.PREVIOUS_NOTE, "notes.previous"), dressed(menus, Command.NEXT_NOTE, "notes.next"),
                button("notes.change", nothing, this::change), button("notes.delete", nothing, model::delete));
        bar.getStyleClass().add("bar");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(bar, table);
    }

    private ContextMenu menu(Note note, CommandMenus menus) {
        return new ContextMenu(RowMenu.item("notes.jump", () -> model.jump(note)), RowMenu.item("notes.change", () -> change(note)),
                RowMenu.item("notes.delete", () -> model.delete(note)), new SeparatorMenuItem(), RowMenu.copy("notes.copy", note::text),
                new SeparatorMenuItem(), menus.item(Command.UNDO), menus.item(Command.REDO));
    }

    private TableRow<Note> row() {
        TableRow<Note> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            Note note = row.getItem();
            if (event.getButton() == MouseButton.PRIMARY && note != null) {
                if (event.getClickCount() == 2) {
                    change(note);
                } else {
                    model.jump(note);
                }
            }
        });
        return row;
    }

    private void keyPressed(KeyEvent event) {
        Consumer<Note> act = switch (event.getCode()) {
            case ENTER -> model::jump;
            case F2 -> this::change;
            case DELETE, BACK_SPACE -> model::delete;
            default -> null;
        };
        if (act != null && chosen().isPresent()) {
            chosen().ifPresent(act);
            event.consume();
        }
    }

    private void change(Note note) {
        int index = table.getItems().indexOf(note);
        Node anchor = table.lookupAll(".table-row-cell").stream()
                .filter(n -> n instanceof TableRow<?> row && row.getIndex() == index && !row.isEmpty()).findFirst().orElse(table);
        NoteEditor.show(anchor, Messages.text("notes.change-prompt"), note.text(), text -> {
            model.change(note, text);
            table.requestFocus();
        });
    }

    private Optional<Note> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private String withTrace(Function<Trace, String> text) {
        Trace trace = model.capture().trace().get();
        return trace == null ? "" : text.apply(trace);
    }

    private Button dressed(CommandMenus menus, Command command, String textKey) {
        Button button = new Button(Messages.text(textKey));
        menus.dress(button, command);
        return button;
    }

    private Button button(String textKey, BooleanBinding disabled, Consumer<Note> act) {
        Button button = new Button(Messages.text(textKey));
        button.disableProperty().bind(disabled);
        button.setOnAction(e -> chosen().ifPresent(act));
        return button;
    }

    private TableColumn<Note, String> column(String key, double em, Function<Note, String> text) {
        TableColumn<Note, String> column = new TableColumn<>(Messages.text(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setSortable(false);
        column.setPrefWidth(em * CELL_PX);
        table.getColumns().add(column);
        return column;
    }
}
