package org.reapscope.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import javafx.scene.text.Font;

/**
 * The typefaces that come with the program, so that it looks the same everywhere: Inter and JetBrains Mono, both under
 * the SIL Open Font License.
 */
public final class Fonts {

    /** The family that all text but code is set in. */
    public static final String TEXT = "Inter";

    private static final String INTER = "/com/formdev/flatlaf/fonts/inter/Inter-";
    private static final String MONO = "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-";
    private static final List<String> FILES = List.of(
            INTER + "Regular.otf", INTER + "Italic.otf", INTER + "SemiBold.otf", INTER + "Bold.otf",
            MONO + "Regular.ttf", MONO + "Bold.ttf");

    private static boolean loaded;

    private Fonts() {}

    /** Makes the typefaces known to the toolkit, once. On the JavaFX thread. */
    public static void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream(file)) {
                if (in != null) {
                    Font.loadFont(in, 12);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
    }
}
