package org.reapscope.ui.timeline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.Palette;

/** The palette of the token file among a scene's style sheets, so that painted lanes and styled controls agree. */
final class SceneTheme {

    private static final Pattern TOKENS = Pattern.compile("tokens-([a-z]+)\\.css$");
    private static final String DEFAULT = "dark";

    private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(Palette.named(DEFAULT));
    private final ListChangeListener<String> changed;
    private @Nullable Scene scene;

    SceneTheme(ReadOnlyObjectProperty<Scene> where) {
        changed = change -> read();
        where.addListener((o, was, is) -> {
            if (was != null) {
                was.getStylesheets().removeListener(changed);
            }
            if (is != null) {
                is.getStylesheets().addListener(changed);
            }
            scene = is;
            read();
        });
    }

    ReadOnlyObjectProperty<Palette> palette() {
        return palette.getReadOnlyProperty();
    }

    private void read() {
        Scene from = scene;
        if (from != null) {
            for (String sheet : from.getStylesheets()) {
                Matcher matcher = TOKENS.matcher(sheet);
                if (matcher.find() && !matcher.group(1).equals(palette.get().name())) {
                    palette.set(Palette.named(matcher.group(1)));
                }
            }
        }
    }
}
