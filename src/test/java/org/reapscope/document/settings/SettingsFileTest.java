package org.reapscope.document.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.picture.LaneOrder;

final class SettingsFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsSavedComesBack() throws IOException {
        Settings settings = new Settings(Theme.CONTRAST, 180, KeyboardLayout.DVORAK, Map.of("NOTE", "Shortcut+M"),
                new WindowPlace(10, 20, 1600, 1000, true), List.of(Path.of("a.txt"), Path.of("b.txt.gz")), false,
                new PaneLayout(Map.of(PaneSide.TABLES, 22.5), Set.of(PaneSide.TASKS)), new LaneLook(LaneOrder.BUSY, true));
        SettingsFile file = new SettingsFile(folder.resolve("deep/er"));
        file.save(settings);
        assertEquals(new SettingsFile.Loaded(settings, Optional.empty()), file.load());
    }

    @Test
    void theDefaultsComeWhereNothingIs() {
        assertEquals(new SettingsFile.Loaded(Settings.DEFAULT, Optional.empty()), new SettingsFile(folder).load());
    }

    @Test
    void aFileThatIsNoJsonIsSetAside_andSaid() throws IOException {
        SettingsFile file = new SettingsFile(folder);
        Files.writeString(file.path(), "{ \"theme\": ");
        SettingsFile.Loaded loaded = file.load();
        assertEquals(Settings.DEFAULT, loaded.settings());
        assertTrue(loaded.complaint().orElse("").contains("settings.json.broken"), loaded::toString);
        assertEquals("{ \"theme\": ", Files.readString(folder.resolve("settings.json.broken")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void asAWindowsEditorSavesThem_theyAreRead(String charset) throws IOException {
        SettingsFile file = new SettingsFile(folder);
        Files.write(file.path(), "\ufeff{\"theme\": \"light\", \"recent\": [\"a\\u0000b\", \"c.txt\"]}\r\n".getBytes(Charset.forName(charset)));
        SettingsFile.Loaded loaded = file.load();
        assertEquals(Optional.empty(), loaded.complaint());
        assertEquals(Theme.LIGHT, loaded.settings().theme());
        assertEquals(List.of(Path.of("c.txt")), loaded.settings().recent());
    }

    @Test
    void whatCannotBeRead_isSetAside_andSaidByName() throws IOException {
        SettingsFile file = new SettingsFile(folder);
        Files.write(file.path(), "{\"recent\": [\"L\u00e4rm\"]}".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(file.load().complaint().orElse("").contains("0xe4 at column 15 is not UTF-8"));
        Files.writeString(file.path(), "[".repeat(100_000));
        assertTrue(file.load().complaint().orElse("").contains("no JSON; the defaults"));
    }

    @Test
    void aNewerVersionIsSetAside() throws IOException {
        SettingsFile file = new SettingsFile(folder);
        Files.writeString(file.path(), "{\"version\": 99}");
        assertTrue(file.load().complaint().orElse("").contains("newer"));
    }

    @Test
    void valuesOutOfBoundsAreHeldToThem() throws IOException {
        SettingsFile file = new SettingsFile(folder);
        Files.writeString(file.path(), "{\"textPercent\": 9000, \"theme\": \"plaid\", \"window\": {\"width\": -3}}");
        Settings settings = file.load().settings();
        assertEquals(Settings.LARGEST_TEXT, settings.textPercent());
        assertEquals(Theme.DARK, settings.theme());
        assertEquals(640, settings.window().width());
    }

    @Test
    void nothingIsLeftBesideASavedFile() throws IOException {
        SettingsFile file = new SettingsFile(folder);
        file.save(Settings.DEFAULT);
        file.save(Settings.DEFAULT.withTheme(Theme.LIGHT));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file.path()), files.toList());
        }
    }

    @Test
    void theFileOpenedLastStandsFirst_once() {
        Settings settings = Settings.DEFAULT.withRecent(Path.of("a")).withRecent(Path.of("b")).withRecent(Path.of("a"));
        assertEquals(List.of(Path.of("a"), Path.of("b")), settings.recent());
    }

    @Test
    void theFolderIsThePlatformsOwn() {
        Path home = Path.of("/home/ann");
        assertEquals(home.resolve(".config/reapscope"), ConfigFolder.of("Linux", home, name -> null));
        assertEquals(Path.of("/etc/x/reapscope"), ConfigFolder.of("Linux", home, name -> "/etc/x"));
        assertEquals(home.resolve(".config/reapscope"), ConfigFolder.of("Linux", home, name -> "relative"));
        assertEquals(home.resolve("Library/Application Support/Reapscope"), ConfigFolder.of("Mac OS X", home, name -> null));
    }
}
