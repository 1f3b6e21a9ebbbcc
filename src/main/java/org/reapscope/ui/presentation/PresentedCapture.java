package org.reapscope.ui.presentation;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.command.Commands;

/** A capture before a room: a click goes to the next finding, the caption tells what is selected. */
public final class PresentedCapture implements Presented {

    private final Commands commands;
    private final ObservableValue<Caption> caption;

    public PresentedCapture(CaptureModel capture, Commands commands) {
        this.commands = commands;
        String name = String.valueOf(capture.file().getFileName());
        caption = Bindings.createObjectBinding(() -> new Caption(name, capture.narration().get(), ""), capture.narration());
    }

    @Override
    public ObservableValue<Caption> caption() {
        return caption;
    }

    @Override
    public void forward() {
        commands.run(Command.NEXT_FINDING);
    }

    @Override
    public void back() {
        commands.run(Command.PREVIOUS_FINDING);
    }
}
