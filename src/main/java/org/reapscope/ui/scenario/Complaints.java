package org.reapscope.ui.scenario;

import java.util.HashMap;
import java.util.Map;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

/** Which field of the form stands for which place of the text, so that a complaint stands where it is mended. */
final class Complaints {

    private static final String WRONG = "wrong";

    private final Map<String, Control> fields = new HashMap<>();
    private @Nullable Control marked;

    /** Forgets the fields of a form that is built anew. */
    void clear() {
        unmark();
        fields.clear();
    }

    void at(String place, Control field) {
        fields.put(place, field);
    }

    /** Takes the mark away. */
    void unmark() {
        Control was = marked;
        if (was != null) {
            was.getStyleClass().remove(WRONG);
            was.setTooltip(null);
            marked = null;
        }
    }

    /** Marks the field of that place, or the nearest around it. Where there is none, nothing. */
    void mark(ScenarioDraft.Reading.Wrong wrong) {
        unmark();
        for (String place = wrong.place(); !place.isEmpty(); place = around(place)) {
            Control field = fields.get(place);
            if (field != null) {
                field.getStyleClass().add(WRONG);
                field.setTooltip(new Tooltip(wrong.problem()));
                marked = field;
                return;
            }
        }
    }

    /** The marked field, to go to. */
    @Nullable Node marked() {
        return marked;
    }

    private static String around(String place) {
        return place.substring(0, Math.max(0, Math.max(place.lastIndexOf('.'), place.lastIndexOf('['))));
    }
}
