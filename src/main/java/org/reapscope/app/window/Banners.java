package org.reapscope.app.window;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.reapscope.ui.kit.Messages;

/** News that a person should see once and can close: what went wrong and how to mend it. The same news is not said twice. */
final class Banners {

    private static final int MOST = 4;
    private static final String QUIET = "quiet-news";

    private final VBox place;

    Banners(VBox place) {
        this.place = place;
    }

    /** Something went wrong. */
    void complain(String text) {
        add(text, Optional.empty());
    }

    /** A file could not be written. The text under {@code key} names it, so that of the system need not. */
    void notWritten(String key, Path target, Exception e) {
        boolean named = e instanceof FileSystemException system && system.getReason() != null;
        complain(Messages.text(key, target, named ? ((FileSystemException) e).getReason() : e.getMessage() == null ? e.toString() : e.getMessage()));
    }

    /** Something worth knowing. */
    void tell(String text) {
        add(text, Optional.of(QUIET));
    }

    /** Takes back what was said. */
    void remove(String text) {
        place.getChildren().removeIf(banner -> text.equals(banner.getUserData()));
    }

    /** The last complaint that nobody has closed. */
    Optional<String> complaint() {
        return place.getChildren().reversed().stream().filter(b -> !b.getStyleClass().contains(QUIET))
                .map(b -> (String) b.getUserData()).findFirst();
    }

    private void add(String text, Optional<String> style) {
        if (place.getChildren().stream().anyMatch(b -> text.equals(b.getUserData()))) {
            return;
        }
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        Button close = new Button(Messages.text("banner.close"));
        close.setMinWidth(Button.USE_PREF_SIZE);
        close.getStyleClass().add("quiet");
        HBox banner = new HBox(label, close);
        banner.setUserData(text);
        banner.getStyleClass().add("banner");
        style.ifPresent(banner.getStyleClass()::add);
        banner.setAccessibleText(text);
        close.setOnAction(e -> place.getChildren().remove(banner));
        place.getChildren().add(banner);
        if (place.getChildren().size() > MOST) {
            place.getChildren().removeFirst();
        }
    }
}
