package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snapshot beside a capture is read by commands as by the window: it is the first victim's. */
final class ConvertedSnapshotTest {

    private static final Path CAPTURES = Path.of("samples/captures");

    @TempDir
    private Path folder;

    private String svg(Path capture, int kill) throws Exception {
        Path svg = folder.resolve("kill" + kill + ".svg");
        CommandRun run = CommandRun.of("convert", capture.toString(), "--kill", Integer.toString(kill), "-o", svg.toString());
        assertEquals(0, run.status(), run.err());
        return Files.readString(svg);
    }

    @Test
    void theFirstVictimHasAnAddressSpace_theOthersHaveNone() throws Exception {
        assertTrue(svg(CAPTURES.resolve("big-smaps.txt.gz"), 1).contains(">anon 256 MiB<"));
        assertFalse(svg(CAPTURES.resolve("big-smaps.txt.gz"), 2).contains(">anon 256 MiB<"));
    }

    @Test
    void aSnapshotThatIsCutOffIsToldAndLeftOut() throws Exception {
        Path capture = Files.copy(CAPTURES.resolve("big-smaps.txt.gz"), folder.resolve("kill.txt.gz"));
        String smaps = Files.readString(CAPTURES.resolve("big-smaps.smaps"));
        Files.writeString(folder.resolve("kill.smaps"), smaps.substring(0, smaps.length() / 2));
        CommandRun run = CommandRun.of("convert", capture.toString(), "--kill", "1", "-o", folder.resolve("kill.svg").toString());
        assertEquals(0, run.status(), run.err());
        assertTrue(run.err().matches("reapscope: kill\\.smaps:\\d+: [^\n]+The snapshot is left out\\.\n"), run.err());
    }
}
