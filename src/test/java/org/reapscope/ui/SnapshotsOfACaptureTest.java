package org.reapscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reapscope.trace.format.AddressSpaceSnapshot;

/** The address space that the timeline shows is one of the snapshots that the table shows. */
final class SnapshotsOfACaptureTest {

    private final CaptureModel model = new CaptureModel(Path.of("kill.txt"));
    private final AddressSpaceSnapshot smaps = snapshot("kill.smaps");
    private final AddressSpaceSnapshot maps = snapshot("kill.maps");
    private final AddressSpaceSnapshot dropped = snapshot("other.smaps");

    private static AddressSpaceSnapshot snapshot(String name) {
        return new AddressSpaceSnapshot(name, List.of(), true);
    }

    @Test
    void theFirstBesideTheCaptureTellsTheAddressSpace() {
        assertNull(model.snapshot().get());
        model.attach(List.of(smaps, maps));
        model.attach(List.of(smaps, maps));
        assertEquals(List.of(smaps, maps), model.snapshots());
        assertSame(smaps, model.snapshot().get());
    }

    @Test
    void oneThatIsDroppedReachesTheTimeline_alsoIfTheCaptureIsReadLater() {
        model.choose(dropped);
        model.attach(List.of(smaps));
        assertSame(dropped, model.snapshot().get());
        assertEquals(List.of(dropped, smaps), model.snapshots());
    }

    @Test
    void oneThatIsDroppedAgainTakesThePlaceOfItsOlderSelf() {
        model.attach(List.of(smaps));
        AddressSpaceSnapshot newer = new AddressSpaceSnapshot("kill.smaps", List.of(), false);
        model.choose(newer);
        assertEquals(List.of(newer), model.snapshots());
        assertSame(newer, model.snapshot().get());
    }
}
