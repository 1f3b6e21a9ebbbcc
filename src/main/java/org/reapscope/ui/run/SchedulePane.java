package org.reapscope.ui.run;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.OncePerPulse;

/** The schedule that leads to the present step, as text that fits in a mail: to copy, and to be replayed when it is changed or pasted. */
final class SchedulePane {

    private final RunModel model;
    private final TextArea text;
    private final Label hint;

    SchedulePane(RunModel model, TextArea text, Label hint, Button copy, Button paste, Button replay) {
        this.model = model;
        this.text = text;
        this.hint = hint;
        copy.setOnAction(e -> copy());
        paste.setOnAction(e -> paste());
        replay.setOnAction(e -> model.replay(text.getText()));
        text.setPromptText(Messages.text("run.schedule-prompt"));
        OncePerPulse showing = new OncePerPulse(text, this::show);
        model.revision().addListener((o, was, is) -> showing.ask());
        show();
    }

    private void show() {
        if (model.problem().get().isEmpty()) {
            text.setText(model.schedule());
        }
        hint.setText(Messages.text("run.schedule-hint", model.depth(), model.path().preemptions(), model.scenario().cpus()));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(text.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void paste() {
        String pasted = Clipboard.getSystemClipboard().getString();
        if (pasted != null && !pasted.isBlank()) {
            text.setText(pasted);
            model.replay(pasted);
        }
    }
}
