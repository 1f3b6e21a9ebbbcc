package org.reapscope.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

/** Combo boxes whose first choice, null, stands for "any". */
public final class Choices {

    private static final int VISIBLE = 18;
    /** Nobody looks through more than these, and a box takes long to fill. */
    private static final int MOST = 2000;

    private Choices() {}

    /** Says how a choice is written. */
    public static <T> void bind(ComboBox<T> box, Function<@Nullable T, String> words) {
        box.setVisibleRowCount(VISIBLE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T choice) {
                return words.apply(choice);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
    }

    /**
     * Offers "any" and these choices; what was chosen stays chosen if it is still among them. Of very many only the first are
     * offered, and the box says how many are not.
     */
    public static <T> void offer(ComboBox<@Nullable T> box, List<? extends T> choices) {
        List<@Nullable T> all = new ArrayList<>();
        all.add(null);
        all.addAll(choices.subList(0, Math.min(MOST, choices.size())));
        box.setTooltip(choices.size() <= MOST ? null : new Tooltip(Messages.text("choices.more", MOST, choices.size())));
        if (!all.equals(box.getItems())) {
            T chosen = box.getValue();
            box.getItems().setAll(all);
            box.setValue(all.contains(chosen) ? chosen : null);
        }
    }
}
