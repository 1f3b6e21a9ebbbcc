package org.reapscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.KillTimes;
import org.reapscope.base.job.Background;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.Scene;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.OpenedCapture;
import org.reapscope.ui.inspector.InspectorModel;

/** What somebody sees first who opens a capture. */
final class FirstLookTest {

    static List<String> captures() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples/captures"))) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".txt.gz")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void aCaptureOpensOnAKill(String name) {
        CaptureModel capture = OpenedCapture.of(name);
        FirstLook look = look(capture);
        Finding finding = look.finding();
        assertNotNull(finding);
        assertTrue(!FirstLook.ofTheRecording(finding), finding::toString);
        assertTrue(capture.kills().stream().anyMatch(kill -> KillTimes.tasks(kill).stream().anyMatch(finding.tasks()::contains)), finding::toString);
        boolean harmful = capture.findings().stream().anyMatch(f -> f.kind() == FindingKind.ESRCH_HARMFUL);
        assertEquals(harmful, finding.kind() == FindingKind.ESRCH_HARMFUL, finding::toString);
        assertTrue(look.view().startNs() <= finding.startNs() && finding.startNs() <= look.view().endNs());
    }

    @Test
    void whatWasNotRecordedIsNotWhatACaptureOpensOn() {
        CaptureModel capture = OpenedCapture.of("memcg-oom.txt.gz");
        assertTrue(capture.findings().stream().anyMatch(f -> f.kind() == FindingKind.MISSING_TRACEPOINTS));
        assertEquals(FindingKind.UNMAPPED_NOT_FREE, Objects.requireNonNull(look(capture).finding()).kind());
    }

    @Test
    void whereNobodyIsKilled_theFirstEventIsTold() {
        Lanes lanes = new Scene().at(0, 0).switched(0, 'R', 10).at(5, 0).tick(10).lanes();
        Analysis analysis = Analysis.of(lanes.trace(), lanes, Progress.NONE);
        FirstLook look = FirstLook.of(lanes, analysis);
        assertTrue(look.finding() == null || FirstLook.ofTheRecording(look.finding()));
        assertEquals(0, look.row());
        CaptureModel capture = new CaptureModel(Path.of("scene.txt"));
        capture.show(lanes.trace(), lanes);
        capture.show(analysis);
        InspectorModel inspector = new InspectorModel(capture, Background.IMMEDIATE);
        assertNull(inspector.report().get());
        capture.cursorNs().set(lanes.trace().tsNs(look.row()));
        assertNotNull(inspector.report().get());
    }

    private static FirstLook look(CaptureModel capture) {
        return FirstLook.of(Objects.requireNonNull(capture.lanes().get()), Objects.requireNonNull(capture.analysis().get()));
    }
}
