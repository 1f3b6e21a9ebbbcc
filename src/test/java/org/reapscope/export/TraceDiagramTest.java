package org.reapscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Kill;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

final class TraceDiagramTest {

    @Test
    void theEsrchOfTheFirstSampleIsDrawnFromSignalToFreeMemory() throws IOException {
        Trace trace = Captures.open(Path.of("samples/captures/lmkd-smaps.txt.gz"));
        Kill kill = Analysis.of(trace, Lanes.of(trace, Progress.NONE), Progress.NONE).kills().get(10);
        assertEquals("""
                            lmkd-3269           victim-3295           smaps-reader-3299
                            ---------           -----------           -----------------
                      0 us  sends SIGKILL
                     13 us                      do_exit(), 1st of 4
                     46 us                      task->mm = NULL (last
                                                  of 4)
                     54 us  process_mrelease()
                !!   56 us    = -ESRCH
                   0.74 ms                                            exit_mmap()
                   4.43 ms                                              free_pgtables()
                   5.84 ms                                              the memory is free
                """, TraceDiagram.of(trace, kill).toString());
    }

    @Test
    void aSpanOfTimeShowsItsBusiestTasks_andNamesWhatItLeavesOut() throws IOException {
        Trace trace = Captures.open(Path.of("samples/captures/tiny.txt.gz"));
        String diagram = TraceDiagram.of(trace, 0, trace.size()).toString();
        diagram.lines().forEach(line -> assertTrue(line.length() <= MailDiagram.WIDTH, line));
        assertTrue(diagram.lines().count() < 200 && diagram.contains("events ...]"), diagram);
        String unwrapped = diagram.replaceAll("\\s+", " ");
        assertTrue(unwrapped.contains("[left out: ") && unwrapped.substring(unwrapped.indexOf("[left out: ")).contains("victim-322"), diagram);
    }
}
