package org.reapscope.ui.timeline;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Rectangle;

import org.reapscope.document.Note;

/** Notes as labelled spans at the top of the lanes. */
final class NoteLayer extends Group {

    private static final int MOST = 200;
    private static final double MARK = 3;
    private static final int LANES = 3;

    private final List<Rectangle> spans = new ArrayList<>();
    private final List<Label> texts = new ArrayList<>();

    NoteLayer() {
        getStyleClass().add("timeline-notes");
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Shows those of the notes that can be seen, up to {@value #MOST}; notes that would cover each other are staggered. */
    void place(Plot plot, List<Note> notes) {
        int used = 0;
        double[] clear = new double[LANES];
        for (int i = 0; i < notes.size() && used < MOST; i++) {
            Note note = notes.get(i);
            if (note.endNs() >= plot.viewport().startNs() && note.startNs() <= plot.viewport().endNs()) {
                one(used++, plot, note, clear);
            }
        }
        for (int i = 0; i < spans.size(); i++) {
            spans.get(i).setVisible(i < used);
            texts.get(i).setVisible(i < used);
        }
    }

    private void one(int slot, Plot plot, Note note, double[] clear) {
        while (spans.size() <= slot) {
            Rectangle span = new Rectangle();
            span.getStyleClass().add("timeline-note-span");
            Label text = new Label();
            text.getStyleClass().add("timeline-note");
            spans.add(span);
            texts.add(text);
            getChildren().addAll(span, text);
        }
        Label text = texts.get(slot);
        if (!text.getText().equals(note.text())) {
            text.setText(note.text());
        }
        double x1 = plot.inside(note.startNs());
        double x2 = Math.max(x1 + MARK, plot.inside(note.endNs()));
        double width = Math.min(text.prefWidth(-1), Math.max(120, x2 - x1));
        double height = text.prefHeight(width);
        int lane = 0;
        while (lane < LANES - 1 && clear[lane] > x1) {
            lane++;
        }
        clear[lane] = x1 + width + MARK;
        double y = plot.bottom() - (lane + 1) * (height + MARK) - 2 * height;
        Rectangle span = spans.get(slot);
        span.setX(x1);
        span.setY(y + height);
        span.setWidth(x2 - x1);
        span.setHeight(MARK);
        double left = Math.clamp(x1, plot.left(), Math.max(plot.left(), plot.right() - width));
        text.resizeRelocate(Math.round(left), Math.round(y), width, height);
    }
}
