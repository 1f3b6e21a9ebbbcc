package org.reapscope.explore.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reapscope.explore.Request;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.base.Budget;
import org.reapscope.kernel.Profile;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;

/** For each property of the discussion a story in which it happens, and one in which it never does. */
final class PropertyCoverageTest {

    private static final List<String> NEVER = List.of("use-after-free", "double-zap", "deadlock");

    private static Verdict verdict(String property, String scenario, String profile, String patches) throws IOException {
        Scenario story = ScenarioFile.read(Path.of("samples/scenarios/" + scenario + ".json"));
        Matrix matrix = Matrix.of(story, Variant.all(List.of(Profile.of(profile)), patches), List.of(property),
                Request.VERDICTS, new Budget(1L << 28, 1), Matrix.Listener.NONE);
        assertTrue(matrix.columns().getFirst().exact(), matrix.columns().getFirst().refusal());
        return matrix.cell(0, 0).verdict();
    }

    @ParameterizedTest
    @CsvSource({
        "esrch,                      kill-then-mrelease,   6.18, none, kill-then-mrelease,   6.18, f",
        "esrch-harmful,              three-cpu-chart,      6.18, none, three-cpu-chart,      6.18, d",
        "einval,                     mm-sharer,            6.18, none, kill-then-mrelease,   6.18, none",
        "pte-collision,              kill-then-mrelease,   6.18, none, kill-then-mrelease,   6.18, g",
        "mmap-stall,                 kill-then-mrelease,   6.18, none, mm-sharer,            6.18, none",
        "reaper-blocked,             kill-then-mrelease,   6.18, none, mm-sharer,            6.18, none",
        "pinned-teardown,            three-cpu-chart,      6.18, none, three-cpu-chart,      6.18, g",
        "teardown-in-reader,         smaps-reader-pins-mm, 6.18, none, smaps-reader-pins-mm, 6.18, g",
        "pointless-kill,             early-oom-skip,       6.18, none, three-cpu-chart,      6.18, none",
        "shared-reap,                mm-sharer,            6.18, h,    mm-sharer,            6.18, none",
        "futex-lost,                 robust-futex,         6.18, none, three-cpu-chart,      6.18, none",
        "frozen-delay,               frozen-victim-oom,    6.12, none, frozen-victim-oom,    6.18, none",
        "wasted-walk,                kill-then-mrelease,   6.18, none, kill-then-mrelease,   6.18, g",
        "memory-held-after-mrelease, kill-then-mrelease,   6.18, none, early-oom-skip,       6.18, none"})
    void happensInOneStory_andNeverInAnother(String property, String where, String profile, String patches, String notWhere,
            String otherProfile, String otherPatches) throws IOException {
        Verdict happens = verdict(property, where, profile, patches);
        assertTrue(happens == Verdict.POSSIBLE || happens == Verdict.ALWAYS, property + " is " + happens);
        assertEquals(Verdict.NEVER, verdict(property, notWhere, otherProfile, otherPatches), property);
    }

    @Test
    void whatMustNeverHappenNeverDoes_whicheverPatchIsApplied() throws IOException {
        Scenario story = ScenarioFile.read(Path.of("samples/scenarios/three-cpu-chart.json"));
        Matrix matrix = Matrix.of(story, Variant.all(List.of(Profile.V6_12, Profile.V6_18), "none,b,c,d,v3,f,g,h,k"), NEVER,
                Request.VERDICTS, new Budget(1L << 28, 1), Matrix.Listener.NONE);
        for (Column column : matrix.columns()) {
            assertTrue(column.exact(), column.refusal());
            for (Cell cell : column.cells()) {
                assertEquals(Verdict.NEVER, cell.verdict(), column.variant().toString());
            }
        }
    }
}
