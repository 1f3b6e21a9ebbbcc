package org.reapscope.app.window;

import java.util.function.Consumer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;

import org.reapscope.ui.AppContext;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.command.Commands;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.notes.NoteEditor;
import org.reapscope.ui.notes.NotesModel;

/** Commands about the notes of the capture in front. */
final class NoteCommands {

    private final AppContext context;
    private final CaptureTabs tabs;

    NoteCommands(AppContext context, CaptureTabs tabs) {
        this.context = context;
        this.tabs = tabs;
    }

    void bind() {
        Commands commands = context.commands();
        BooleanBinding open = context.captures().selected().isNotNull();
        ObservableValue<Boolean> noted = context.captures().selected().flatMap(m -> Bindings.isNotEmpty(m.notes())).orElse(false);
        BooleanBinding any = Bindings.createBooleanBinding(noted::getValue, noted);
        commands.bind(Command.NOTE, open, () -> tabs.inFront().ifPresent(pane -> NoteEditor.show(pane.noteAnchor(),
                Messages.text("note.prompt"), "", text -> {
                    if (!text.isEmpty()) {
                        pane.notes().write(text);
                    }
                })));
        commands.bind(Command.BOOKMARK, open, () -> withNotes(NotesModel::bookmark));
        commands.bind(Command.NEXT_NOTE, any, () -> withNotes(notes -> notes.step(1)));
        commands.bind(Command.PREVIOUS_NOTE, any, () -> withNotes(notes -> notes.step(-1)));
    }

    private void withNotes(Consumer<NotesModel> act) {
        tabs.inFront().map(CapturePaneController::notes).ifPresent(act);
    }
}
