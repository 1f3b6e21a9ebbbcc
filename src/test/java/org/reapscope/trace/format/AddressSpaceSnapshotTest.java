package org.reapscope.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AddressSpaceSnapshotTest {

    private static final Path CAPTURES = Path.of("samples/captures");

    @TempDir
    private Path folder;

    @Test
    void everySampleIsRead_andMapsAndSmapsAgree() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(CAPTURES)) {
            files = all.filter(f -> f.toString().endsWith(".smaps")).sorted().toList();
        }
        assertEquals(6, files.size());
        for (Path file : files) {
            AddressSpaceSnapshot smaps = AddressSpaceSnapshot.read(file);
            AddressSpaceSnapshot maps = AddressSpaceSnapshot.read(Path.of(file.toString().replace(".smaps", ".maps")));
            assertTrue(smaps.detailed() && !maps.detailed());
            assertEquals(maps.vmas().stream().map(MapsEntry::start).toList(), smaps.vmas().stream().map(MapsEntry::start).toList());
            assertEquals(-1, maps.bytes("Rss"));
            assertTrue(smaps.bytes("Rss") > 30 << 20);
            for (MapsEntry vma : smaps.vmas()) {
                assertEquals(vma.bytes(), vma.bytes("Size") == -1 ? -1 : vma.bytes("Size"));
                assertFalse(vma.flags().isEmpty());
            }
        }
    }

    @Test
    void snapshotsAreFoundBesideTheirCapture() {
        assertEquals(List.of("kill-delay.smaps", "kill-delay.maps"),
                AddressSpaceSnapshot.beside(CAPTURES.resolve("kill-delay.txt.gz")).stream().map(p -> p.getFileName().toString()).toList());
        assertEquals(List.of(), AddressSpaceSnapshot.beside(CAPTURES.resolve("tiny.txt.gz")));
    }

    @Test
    void pathsMayBeMissing_holdBlanks_orBeDeleted_andUnknownWordsPassThrough() throws IOException {
        AddressSpaceSnapshot snapshot = read("""
                00400000-00401000 r-xp 00000000 08:01 77                                 /tmp/a b\\012c (deleted)
                Rss:                   4 kB
                NewWord:              12 kB
                THPeligible:           0
                VmFlags: rd ex mr mw me\s
                7ff0000000-7ff0001000 rw-s 00001000 00:00 0
                ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]
                """);
        assertEquals("/tmp/a b\\012c (deleted)", snapshot.vmas().getFirst().path());
        assertEquals(12 * 1024, snapshot.vmas().getFirst().bytes("NewWord"));
        assertEquals(List.of("rd", "ex", "mr", "mw", "me"), snapshot.vmas().getFirst().flags());
        assertEquals("", snapshot.vmas().get(1).path());
        assertEquals(4096, snapshot.vmas().get(1).offset());
        assertTrue(snapshot.vmas().get(1).anonymous());
        assertEquals(4096, snapshot.vmas().get(2).bytes());
    }

    @Test
    void anythingElse_isRefusedWithItsLine() {
        assertEquals(2, assertThrows(TraceFormatException.class, () -> read("00400000-00401000 r-xp 00000000 08:01 77 /a\n?!\n")).line());
        assertThrows(TraceFormatException.class, () -> read(""));
        assertFalse(AddressSpaceSnapshot.sniff("# tracer: nop\n".getBytes(StandardCharsets.UTF_8)));
        assertTrue(AddressSpaceSnapshot.sniff("00400000-00401000 r-xp 00000000 08:01 77 /a\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void cutOffOrGarbled_itIsLeftOut_andSaidOnce_whileTheOthersAreRead() throws IOException {
        String whole = Files.readString(CAPTURES.resolve("kill-delay.smaps"));
        Files.copy(CAPTURES.resolve("kill-delay.maps"), folder.resolve("kill.maps"));
        for (String garbled : List.of(whole.substring(0, whole.indexOf("Rss:") + 6), whole.substring(0, whole.lastIndexOf("Shared_Clean")),
                whole.substring(0, whole.lastIndexOf("Size:")), whole.replaceFirst("Rss: +\\d+ kB", "Rss:   many kB"),
                whole.replaceFirst("^([0-9a-f]+)-([0-9a-f]+)", "$2-$1"), whole.replaceFirst("Size:", "\u0000Size:"), "")) {
            Files.writeString(folder.resolve("kill.smaps"), garbled);
            AddressSpaceSnapshot.Beside beside = AddressSpaceSnapshot.readBeside(folder.resolve("kill.txt.gz"));
            assertEquals(List.of("kill.maps"), beside.snapshots().stream().map(AddressSpaceSnapshot::name).toList());
            assertEquals(1, beside.remarks().size());
            assertTrue(beside.remarks().getFirst().matches("kill\\.smaps(:\\d+)?: .+; .+\\. The snapshot is left out\\."), beside.remarks()::toString);
        }
    }

    @Test
    void openedAsACapture_itSaysWhatItIs() {
        var e = assertThrows(TraceFormatException.class, () -> Captures.open(CAPTURES.resolve("kill-delay.maps")));
        assertTrue(e.getMessage().contains("/proc/PID/maps"), e::getMessage);
    }

    private AddressSpaceSnapshot read(String text) throws IOException {
        return AddressSpaceSnapshot.read(Files.writeString(folder.resolve("x.smaps"), text));
    }
}
