package org.reapscope.document.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.fasterxml.jackson.core.JacksonException;
import org.reapscope.base.file.AtomicFile;
import org.reapscope.base.file.NotTextException;
import org.reapscope.base.file.TextFile;

/**
 * {@code settings.json}. A file that cannot be understood never stops the program: it is set aside under another name,
 * the defaults are used, and whoever asked is told.
 */
public final class SettingsFile {

    /**
     * What was found.
     *
     * @param settings the settings to use
     * @param complaint what a person should know, if the file was not understood
     */
    public record Loaded(Settings settings, Optional<String> complaint) {}

    private static final int LARGEST_BYTES = 10_000_000;

    private final Path file;

    public SettingsFile(Path folder) {
        file = folder.resolve("settings.json");
    }

    public Path path() {
        return file;
    }

    /** Reads the settings; the defaults if there are none. */
    public Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Settings.DEFAULT, Optional.empty());
        }
        try {
            return new Loaded(SettingsJson.read(TextFile.read(file, file.toString(), LARGEST_BYTES)), Optional.empty());
        } catch (NotTextException e) {
            return setAside(e.what());
        } catch (JacksonException e) {
            return setAside("no JSON" + (e.getLocation() == null ? "" : ", as line " + e.getLocation().getLineNr() + " shows"));
        } catch (IllegalArgumentException e) {
            return setAside(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Loaded(Settings.DEFAULT, Optional.of(file + ": cannot be read (" + e.getMessage()
                    + "); the defaults are used, check its permissions"));
        }
    }

    /**
     * Keeps the settings.
     *
     * @throws IOException if they cannot be written; the old file is then as it was
     */
    public void save(Settings settings) throws IOException {
        AtomicFile.write(file, SettingsJson.write(settings).getBytes(StandardCharsets.UTF_8));
    }

    private Loaded setAside(String reason) {
        Path kept = file.resolveSibling("settings.json.broken");
        for (int n = 2; Files.exists(kept); n++) {
            kept = file.resolveSibling("settings.json." + n + ".broken");
        }
        try {
            Files.move(file, kept);
        } catch (IOException e) {
            kept = file;
        }
        return new Loaded(Settings.DEFAULT, Optional.of(file + ": " + reason + "; the defaults are used, the old file is kept as "
                + kept.getFileName()));
    }
}
