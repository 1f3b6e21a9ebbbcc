package org.reapscope.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Cancelled;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.Lanes;

/** What all detectors have in common. */
final class DetectorContractTest {

    @Test
    void everyKindOfFindingHasExactlyOneDetector() {
        List<FindingKind> kinds = Detectors.all().stream().flatMap(detector -> detector.kinds().stream()).sorted().toList();
        assertEquals(List.of(FindingKind.values()), kinds);
    }

    @Test
    void everyDetectorSaysWhichQuestionItAnswers() {
        List<String> questions = Detectors.all().stream().map(Detector::question).toList();
        assertEquals(questions.size(), Set.copyOf(questions).size());
        assertFalse(questions.stream().anyMatch(String::isBlank));
    }

    @Test
    void anEmptyTraceHasNoFindings() {
        Trace empty = new Story().trace();
        FindingContract.holds(empty);
        assertEquals(List.of(), Analysis.of(empty, Lanes.of(empty, Progress.NONE), Progress.NONE).findings());
    }

    @Test
    void findingsKeepTheContract_onATraceCutAnywhere() {
        for (int cut = 0; cut < 60; cut++) {
            FindingContract.holds(everything(cut));
        }
    }

    @Test
    void aDetectorWhoseTracepointsAreAllMissingStaysSilent() {
        Trace bare = new Story().process(1, "a").event(1, Tracepoint.TASK_RENAME, 1).event(1, Tracepoint.TASK_RENAME, 1).trace();
        Facts facts = Facts.of(bare, Lanes.of(bare, Progress.NONE), Progress.NONE);
        for (Detector detector : Detectors.all()) {
            if (!detector.kinds().equals(EnumSet.of(FindingKind.MISSING_TRACEPOINTS))) {
                List<Finding> findings = new ArrayList<>();
                detector.detect(facts, findings::add);
                assertEquals(List.of(), findings);
            }
        }
    }

    @Test
    void cancellationIsHeard() {
        Trace trace = everything(0);
        Lanes lanes = Lanes.of(trace, Progress.NONE);
        assertThrows(Cancelled.class, () -> Analysis.of(trace, lanes, (done, total) -> {
            throw new Cancelled();
        }));
    }

    @Test
    void everyTracepointThatADetectorReadsCanBeRecorded() {
        Stream<Tracepoint> read = Detectors.all().stream().flatMap(detector -> detector.reads().stream()).distinct();
        assertEquals(List.of(), read.filter(tracepoint -> RecordScript.paths(tracepoint).isEmpty()).toList());
    }

    /** A kill with most of what can go wrong, whose first events are missing. */
    private static Trace everything(int cut) {
        int skip = cut;
        List<Runnable> steps = new ArrayList<>();
        Story story = new Story().process(50, "lmkd").process(70, "smaps-reader").process(100, "victim").thread(101, 100, "worker");
        long mm = 0xee147c73L;
        steps.add(() -> story.rss(100, mm, 64 * Story.MIB));
        steps.add(() -> story.clone(100, 300, "mm-sharer", 0x100));
        steps.add(() -> story.sleep(100, 'D'));
        steps.add(() -> story.ask(70, mm, false));
        steps.add(() -> story.got(70, mm, false));
        steps.add(() -> story.kill(50, 100));
        steps.add(() -> story.enter(50));
        steps.add(() -> story.ask(50, mm, false));
        steps.add(() -> story.pass(100).got(50, mm, false));
        steps.add(() -> story.contend(50, 5, 1, 40, "_raw_spin_lock", "__pte_offset_map_lock"));
        steps.add(() -> story.event(70, Tracepoint.SKIP_TASK_REAPING, 100));
        steps.add(() -> story.unlock(50, mm, false));
        steps.add(() -> story.leave(50, 0));
        steps.add(() -> story.pass(300).wake(50, 100));
        steps.add(() -> story.deliver(100));
        steps.add(() -> story.exit(101, false));
        steps.add(() -> story.read(101, mm));
        steps.add(() -> story.exit(100, true));
        steps.add(() -> story.read(100, mm));
        steps.add(() -> story.enter(50).leave(50, -3));
        steps.add(() -> story.kill(50, 70));
        steps.add(() -> story.enter(50).leave(50, -22));
        steps.add(() -> story.event(50, Tracepoint.MARK_VICTIM, 100));
        steps.add(() -> story.event(50, Tracepoint.WAKE_REAPER, 100));
        steps.add(() -> story.lock(70, mm, false).pass(100).rss(70, mm, 0).unlock(70, mm, false));
        steps.add(() -> story.ask(70, mm, true).pass(100).got(70, mm, true));
        steps.add(() -> story.pass(200).exitMmap(70).unlock(70, mm, true));
        steps.add(() -> story.kill(50, 100, 1));
        List<Runnable> kept = skip < steps.size() ? steps.subList(skip, steps.size()) : steps.subList(0, Math.max(0, 2 * steps.size() - skip));
        kept.forEach(Runnable::run);
        return story.lost(cut).trace();
    }
}
