package org.reapscope.app.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.reapscope.document.settings.KeyboardLayout;
import org.reapscope.document.settings.Settings;
import org.reapscope.document.settings.SettingsFile;
import org.reapscope.document.settings.Theme;
import org.reapscope.document.settings.WindowPlace;

/** Settings: what cannot be understood is put aside, the program starts with others, and says so. */
final class SettingsKind implements Kind {

    private final byte[] seed;

    /** @param folder beside the folder in which files are opened */
    SettingsKind(Path folder) throws IOException {
        SettingsFile file = new SettingsFile(Files.createDirectories(folder));
        file.save(Settings.DEFAULT.withTheme(Theme.LIGHT).withTextPercent(150).withLayout(KeyboardLayout.AZERTY).withKey("ZOOM_IN", "Ctrl+Shift+P")
                .withWindow(new WindowPlace(10, 20, 1400, 900, true)).withRecent(Path.of("captures", "a.txt")));
        seed = Files.readAllBytes(file.path());
    }

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public String fileName() {
        return "settings.json";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(seed);
    }

    @Override
    public List<String> words() {
        return List.of("null", "true", "[]", "{}", "\"\"", "\"theme\"", "\"print\"", "\"keys\"", "\"window\"", "\"recent\"", "\"\\u0000\"", "\"\\ud800\"",
                "\"hints\"", "\"textPercent\"", "\"version\"", "{\"a\":{}}", "[[]]");
    }

    @Override
    public boolean setsAside() {
        return true;
    }

    @Override
    public List<Mutation> mutations() {
        return Mutation.OF_JSON;
    }

    @Override
    public void open(Path file) throws Exception {
        byte[] before = Files.readAllBytes(file);
        SettingsFile settings = new SettingsFile(Objects.requireNonNull(file.getParent()));
        SettingsFile.Loaded loaded = settings.load();
        if (loaded.complaint().isPresent()) {
            Path aside = file.resolveSibling("settings.json.broken");
            if (!Arrays.equals(before, Files.readAllBytes(Files.exists(aside) ? aside : file))) {
                throw new Broken("the settings that were not understood are lost");
            }
            throw new IOException(loaded.complaint().get());
        }
    }
}
