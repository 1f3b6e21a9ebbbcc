package org.reapscope.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;

import javafx.fxml.FXMLLoader;
import javafx.util.Callback;

/** Every FXML file, so that a view that is missing is a symbol that does not compile. */
public enum FxmlFile {
    MAIN_WINDOW("main_window.fxml"),
    CAPTURE_PANE("capture_pane.fxml"),
    RUN_PANE("run_pane.fxml"),
    EXPLORE_PANE("explore_pane.fxml"),
    MAP_PANE("map_pane.fxml"),
    COMPARE_PANE("compare_pane.fxml"),
    LESSON_PANE("lesson_pane.fxml"),
    WELCOME_PANE("welcome_pane.fxml"),
    FINDINGS_PANE("findings_pane.fxml"),
    EVENTS_PANE("events_pane.fxml"),
    REJECTED_PANE("rejected_pane.fxml"),
    INSPECTOR_PANE("inspector_pane.fxml");

    private final String fileName;

    FxmlFile(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }

    /** Builds the view; {@code controllers} makes the controller that the file names. */
    public <T> T load(Callback<Class<?>, Object> controllers) {
        URL url = Objects.requireNonNull(FxmlFile.class.getResource("/fxml/" + fileName), fileName);
        try {
            return new FXMLLoader(url, Messages.bundle(), null, controllers).load();
        } catch (IOException e) {
            throw new UncheckedIOException(fileName, e);
        }
    }
}
