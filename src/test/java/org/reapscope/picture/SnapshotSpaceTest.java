package org.reapscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reapscope.analysis.Kill;
import org.reapscope.picture.AddressSpace.PageState;
import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.OpenedCapture;

/** The address space of the first victim of a capture in which process_mrelease and exit_mmap run at the same time. */
final class SnapshotSpaceTest {

    private static Lanes lanes;
    private static List<Kill> kills;
    private static AddressSpaceSnapshot snapshot;
    private static AddressSpace space;

    @BeforeAll
    static void openCapture() throws IOException {
        CaptureModel capture = OpenedCapture.of("kill-delay.txt.gz");
        lanes = Objects.requireNonNull(capture.lanes().get());
        kills = List.copyOf(capture.kills());
        snapshot = AddressSpaceSnapshot.read(Path.of("samples/captures/kill-delay.smaps"));
        space = Objects.requireNonNull(SnapshotSpace.of(lanes, kills.getFirst(), snapshot));
    }

    @Test
    void piecesOfOneFileAreOneRange_andTheBigAnonymousOneIsNamedByItsSize() {
        assertEquals(1, space.ranges().stream().filter(range -> range.name().startsWith("libc.so.6")).count());
        assertTrue(space.ranges().stream().anyMatch(range -> range.name().equals("anon 64 MiB")));
    }

    @Test
    void everythingIsUnmappedBeforeItIsFree() {
        long unmapped = space.changes().stream().filter(c -> c.state() == PageState.GATHERED).mapToLong(AddressSpace.Change::ns).max().orElseThrow();
        long free = space.changes().stream().filter(c -> c.state() == PageState.FREE).mapToLong(AddressSpace.Change::ns).min().orElseThrow();
        assertTrue(unmapped < free);
        assertEquals(Objects.requireNonNull(kills.getFirst().tornDown()).ns(), free);
    }

    @Test
    void bothWalkersClimb_andAreMarkedAsInferred() {
        assertEquals(List.of(AddressSpace.Walker.EXIT, AddressSpace.Walker.REAPER), space.walks().stream().map(AddressSpace.Walk::walker).toList());
        for (AddressSpace.Walk walk : space.walks()) {
            assertTrue(walk.expected());
            for (int i = 1; i < walk.points().size(); i++) {
                assertTrue(walk.points().get(i).address() >= walk.points().get(i - 1).address(), walk.who());
            }
        }
    }

    @Test
    void sharedMemoryThatIsToldOfOnlyOnceItIsUnmapped_isThereFromTheBeginning() throws IOException {
        CaptureModel capture = OpenedCapture.of("shared-anon.txt.gz");
        AddressSpace mapped = Objects.requireNonNull(SnapshotSpace.of(Objects.requireNonNull(capture.lanes().get()),
                capture.kills().getFirst(), AddressSpaceSnapshot.read(Path.of("samples/captures/shared-anon.smaps"))));
        long anonEnd = mapped.ranges().stream().filter(range -> range.name().equals("anon 32 MiB")).findFirst().orElseThrow().end();
        List<AddressSpace.Point> way = mapped.walks().getFirst().points();
        assertEquals(anonEnd, way.get(way.size() - 2).address(), 1 << 20, "when the 32 MiB before it are unmapped, 64 MiB of it are left");
        assertTrue(way.getLast().address() > anonEnd);
    }

    @Test
    void onlyTheFirstVictimHasTheSnapshot() {
        KillScenes episodes = new KillScenes(lanes, kills, snapshot);
        assertEquals(space, episodes.of(kills.getFirst()).space());
        assertNull(episodes.of(kills.get(1)).space());
    }
}
