package org.reapscope.ui.theme;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

import org.reapscope.document.settings.Settings;
import org.reapscope.document.settings.Theme;

/**
 * The look of every scene: the tokens of the theme, the sheets of all panes, and the one text size that everything else
 * is measured in. Pop-ups take their sheets from the scene that owns them.
 */
public final class Appearance {

    /** The sheets after the tokens, in their order: controls in general, then the panes. */
    public static final List<String> SHEETS = List.of("app.css", "menus.css", "main_window.css", "timeline.css",
            "findings.css", "events.css", "inspector.css", "stepper.css", "explore.css", "lesson.css", "presentation.css",
            "lesson_form.css", "notes.css");

    private static final double TEXT_PX = 12;

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private final IntegerProperty textPercent = new SimpleIntegerProperty(Settings.SMALLEST_TEXT);
    private final ObservableList<String> sheets = FXCollections.observableArrayList();

    public Appearance() {
        Fonts.load();
        theme.addListener((o, was, is) -> choose());
        textPercent.addListener((o, was, is) -> choose());
        choose();
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /** Size of all text, and with it of everything: 100 to 300. */
    public IntegerProperty textPercent() {
        return textPercent;
    }

    /** Gives the scene this look, now and whenever it changes. */
    public void dress(Scene scene) {
        sheets.addListener((ListChangeListener<String>) change -> scene.getStylesheets().setAll(sheets));
        scene.getStylesheets().setAll(sheets);
    }

    /** The sheets in force, for scenes that come and go. */
    public List<String> sheets() {
        return List.copyOf(sheets);
    }

    private void choose() {
        List<String> chosen = new ArrayList<>();
        chosen.add(url("tokens-" + theme.get().id() + ".css"));
        SHEETS.forEach(sheet -> chosen.add(url(sheet)));
        chosen.add(textSize());
        sheets.setAll(chosen);
    }

    private String textSize() {
        String css = ".root { -fx-font-size: " + TEXT_PX * textPercent.get() / 100 + "px; }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static String url(String sheet) {
        return Objects.requireNonNull(Appearance.class.getResource("/css/" + sheet), sheet).toExternalForm();
    }
}
