package org.reapscope.trace.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reapscope.trace.lane.TaskState.DEAD;
import static org.reapscope.trace.lane.TaskState.EXITING;
import static org.reapscope.trace.lane.TaskState.EXITING_RUNNABLE;
import static org.reapscope.trace.lane.TaskState.IDLE;
import static org.reapscope.trace.lane.TaskState.PREEMPTED;
import static org.reapscope.trace.lane.TaskState.RUNNABLE;
import static org.reapscope.trace.lane.TaskState.RUNNING;
import static org.reapscope.trace.lane.TaskState.SLEEPING;
import static org.reapscope.trace.lane.TaskState.UNINTERRUPTIBLE;
import static org.reapscope.trace.lane.TaskState.UNINTERRUPTIBLE_LOCK;
import static org.reapscope.trace.lane.TaskState.UNKNOWN;
import static org.reapscope.trace.lane.TaskState.ZOMBIE;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reapscope.trace.Tracepoint;

final class TaskStatesTest {

    private static final int LMKD = 10;
    private static final int VICTIM = 20;

    private final Scene scene = new Scene();

    @Test
    void beforeTheFirstEvidenceAStateIsUnknown_notSleeping() {
        scene.at(0, 0).tick(LMKD).at(50, 0).switched(LMKD, 'S', VICTIM).at(90, 0).tick(VICTIM);
        assertEquals(List.of(UNKNOWN, RUNNING), states(VICTIM));
        assertEquals(List.of(RUNNING, SLEEPING), states(LMKD));
        assertEquals(List.of(RUNNING, RUNNING), cpuStates(0));
    }

    @Test
    void theLastIntervalIsOpen() {
        scene.at(0, 0).switched(LMKD, 'S', VICTIM).at(90, 0).tick(VICTIM);
        StateLane lane = task(VICTIM);
        assertTrue(lane.openEnd(lane.size() - 1));
        assertEquals(90, lane.endNs(lane.size() - 1));
    }

    @Test
    void aForkedTaskBeginsAtItsFork_runnable() {
        scene.at(0, 0).switched(0, 'R', LMKD).at(5, 0).fork(LMKD, VICTIM).at(9, 0).switched(LMKD, 'S', VICTIM).at(12, 0).tick(VICTIM);
        assertEquals(List.of(RUNNABLE, RUNNING), states(VICTIM));
        assertEquals(5, task(VICTIM).startNs(0));
        assertEquals(-1, task(VICTIM).at(4));
    }

    @Test
    void switchedOutInRIsPreempted_wokenIsRunnable() {
        scene.at(0, 0).switched(0, 'R', LMKD).at(10, 0).switched(LMKD, 'R', VICTIM).at(20, 0).switched(VICTIM, 'S', LMKD)
                .at(30, 0).waking(LMKD, VICTIM).at(40, 0).switched(LMKD, 'S', VICTIM);
        assertEquals(List.of(RUNNING, PREEMPTED, RUNNING, SLEEPING), states(LMKD));
        assertEquals(List.of(UNKNOWN, RUNNING, SLEEPING, RUNNABLE, RUNNING), states(VICTIM));
    }

    @Test
    void aWakeUpWhileStillRunningChangesNothing_andASleepItOvertookWasNone() {
        scene.at(0, 0).switched(0, 'R', VICTIM).at(0, 1).switched(0, 'R', LMKD)
                .at(10, 1).waking(LMKD, VICTIM).at(12, 0).switched(VICTIM, 'S', 0).at(20, 0).switched(0, 'R', VICTIM)
                .at(30, 0).switched(VICTIM, 'S', 0).at(40, 0).tick(0);
        assertEquals(List.of(RUNNING, RUNNABLE, RUNNING, SLEEPING), states(VICTIM));
    }

    @Test
    void anExitingTaskThatIsPreemptedKeepsBothFacts() {
        int victim = scene.task(VICTIM);
        scene.at(0, 0).switched(0, 'R', VICTIM).at(10, 0).exit(VICTIM).at(20, 0).switched(VICTIM, 'R', LMKD)
                .at(30, 0).switched(LMKD, 'S', VICTIM).at(40, 0).switched(VICTIM, 'Z', LMKD).at(50, 0).free(LMKD, VICTIM);
        assertEquals(List.of(RUNNING, EXITING, EXITING_RUNNABLE, EXITING, ZOMBIE, DEAD), states(lane(victim)));
        assertEquals(List.of(RUNNING, EXITING, RUNNING, EXITING, RUNNING), cpuStates(0));
    }

    @Test
    void dInsideAnMmapLockWaitIsALockWait_otherwiseNot() {
        scene.at(0, 0).switched(0, 'R', VICTIM).at(10, 0).lock(VICTIM, 1, true).at(11, 0).switched(VICTIM, 'D', 0)
                .at(20, 0).switched(0, 'R', VICTIM).at(21, 0).locked(VICTIM, 1, true).at(30, 0).switched(VICTIM, 'D', 0);
        assertEquals(List.of(RUNNING, UNINTERRUPTIBLE_LOCK, RUNNING, UNINTERRUPTIBLE), states(VICTIM));
    }

    @Test
    void aLostSwitchLeavesUnknownBehind() {
        scene.at(0, 0).switched(0, 'R', LMKD).at(10, 0).tick(LMKD).at(100, 0).tick(VICTIM).at(110, 0).tick(VICTIM);
        assertEquals(List.of(RUNNING, UNKNOWN), states(LMKD));
        assertEquals(10, task(LMKD).startNs(1));
        assertEquals(List.of(RUNNING, UNKNOWN, RUNNING), cpuStates(0));
        assertEquals(task(VICTIM).task(0), cpu(0).task(2));
    }

    @Test
    void aPreemptedTaskThatIsWoken_hadGoneToSleepUnseen() {
        scene.at(0, 0).switched(0, 'R', LMKD).at(10, 0).switched(LMKD, 'R', VICTIM).at(50, 0).waking(VICTIM, LMKD)
                .at(60, 0).wakeup(VICTIM, LMKD).at(70, 0).switched(VICTIM, 'S', LMKD);
        assertEquals(List.of(RUNNING, UNKNOWN, RUNNABLE, RUNNING), states(LMKD));
        assertEquals(List.of(10L, 50L, 70L), starts(LMKD));
    }

    @Test
    void aTaskPreemptedBetweenSettingItsStateAndLeaving_isWokenWhileItWaitsForACpu() {
        scene.at(0, 0).switched(0, 'R', LMKD).at(5, 0).tick(LMKD).at(10, 0).preempted(LMKD, VICTIM).at(50, 0).waking(VICTIM, LMKD)
                .at(51, 0).wakeup(VICTIM, LMKD).at(70, 0).switched(VICTIM, 'S', LMKD);
        assertEquals(List.of(RUNNING, PREEMPTED, RUNNING), states(LMKD));
    }

    @Test
    void whereEventsWereLost_thatCannotBeTold() {
        scene.at(0, 0).switched(0, 'R', LMKD).at(5, 0).tick(LMKD).at(10, 0).preempted(LMKD, VICTIM).at(50, 0).waking(VICTIM, LMKD)
                .at(70, 0).switched(VICTIM, 'S', LMKD).lost(1, 1);
        assertEquals(List.of(RUNNING, UNKNOWN, RUNNABLE, RUNNING), states(LMKD));
    }

    @Test
    void aTaskWhoseOwnEventsAFilterHides_isNotSaidToHaveWaitedForACpu() {
        int hidden = 99;
        scene.at(0, 0).switched(hidden, 'R', VICTIM).at(50, 0).waking(VICTIM, hidden).at(60, 0).switched(VICTIM, 'S', 0);
        assertEquals(List.of(UNKNOWN, RUNNABLE), states(hidden));
        assertEquals(List.of(50L), starts(hidden));
    }

    @Test
    void aTaskThatIsWokenTwice_sleptInBetweenUnseen() {
        scene.at(0, 0).switched(VICTIM, 'S', LMKD).at(10, 0).waking(LMKD, VICTIM).at(11, 0).wakeup(LMKD, VICTIM)
                .at(50, 0).waking(LMKD, VICTIM).at(60, 0).switched(LMKD, 'S', VICTIM);
        assertEquals(List.of(SLEEPING, RUNNABLE, UNKNOWN, RUNNABLE, RUNNING), states(VICTIM));
        assertEquals(List.of(10L, 11L, 50L, 60L), starts(VICTIM));
    }

    @Test
    void aQueuedTaskThatMovesToAnotherCpuIsStillRunnableThen() {
        scene.at(0, 0).switched(VICTIM, 'S', LMKD).at(10, 0).waking(LMKD, VICTIM)
                .at(30, 0).add(LMKD, Tracepoint.SCHED_MIGRATE_TASK, scene.task(VICTIM), 1)
                .at(50, 0).waking(LMKD, VICTIM).at(60, 0).switched(LMKD, 'S', VICTIM);
        assertEquals(List.of(10L, 30L, 50L, 60L), starts(VICTIM));
    }

    @Test
    void aTaskThatLeavesACpu_hadComeThereUnseen() {
        scene.at(0, 0).switched(0, 'R', LMKD).at(10, 0).switched(LMKD, 'S', VICTIM).at(11, 0).tick(VICTIM)
                .at(50, 0).switched(LMKD, 'S', VICTIM).at(60, 0).tick(VICTIM);
        assertEquals(List.of(RUNNING, UNKNOWN, SLEEPING), states(LMKD));
        assertEquals(List.of(10L, 50L), starts(LMKD));
        assertEquals(List.of(UNKNOWN, RUNNING, UNKNOWN, RUNNING), states(VICTIM));
    }

    @Test
    void aTaskThatEmitsAnEvent_hadComeToThatCpuUnseen() {
        scene.at(0, 0).switched(LMKD, 'S', VICTIM).at(0, 1).switched(0, 'R', 0).at(20, 1).tick(LMKD).at(50, 1).tick(LMKD);
        assertEquals(List.of(UNKNOWN, RUNNING), states(LMKD));
        assertEquals(List.of(20L), starts(LMKD));
    }

    @Test
    void aTaskThatIsSeenOnAnotherCpu_hasLeftTheFirstOne() {
        scene.at(0, 0).switched(0, 'R', VICTIM).at(5, 0).tick(VICTIM).at(0, 1).switched(0, 'R', LMKD)
                .at(50, 1).switched(LMKD, 'S', VICTIM).at(90, 0).tick(0);
        assertEquals(List.of(RUNNING, UNKNOWN, RUNNING), states(VICTIM));
        assertEquals(List.of(5L, 50L), starts(VICTIM));
        assertEquals(List.of(RUNNING, UNKNOWN, IDLE), cpuStates(0));
    }

    @Test
    void aSleeperThatRunsAlthoughNobodyWokeIt_wasWokenUnseen_unlessNoWakingIsRecorded() {
        scene.at(0, 0).switched(0, 'R', LMKD).at(10, 0).switched(LMKD, 'S', VICTIM).at(50, 0).switched(VICTIM, 'S', LMKD).at(60, 0).tick(LMKD);
        assertEquals(List.of(RUNNING, SLEEPING, RUNNING), states(LMKD));
    }

    @Test
    void aSleeperThatRunsAlthoughNobodyWokeIt_wasWokenUnseen() {
        scene.at(0, 0).switched(0, 'R', LMKD).at(10, 0).switched(LMKD, 'S', VICTIM).at(50, 0).switched(VICTIM, 'S', LMKD)
                .at(60, 0).waking(LMKD, VICTIM);
        assertEquals(List.of(RUNNING, UNKNOWN, RUNNING), states(LMKD));
    }

    @Test
    void eventsThatTheRecorderLost_leaveTheTaskOfThatCpuUnknown() {
        scene.at(0, 0).switched(0, 'R', VICTIM).at(0, 1).switched(0, 'R', LMKD).at(10, 0).tick(VICTIM).lost(12, 0)
                .at(50, 1).tick(LMKD).at(60, 0).tick(VICTIM);
        assertEquals(List.of(RUNNING, UNKNOWN, RUNNING), states(VICTIM));
        assertEquals(List.of(10L, 60L), starts(VICTIM));
        assertEquals(List.of(UNKNOWN, RUNNING), states(LMKD));
        assertEquals(List.of(RUNNING, UNKNOWN, RUNNING), cpuStates(0));
    }

    @Test
    void aTaskThatIsReleased_hasLeftItsCpuBefore() {
        int victim = scene.task(VICTIM);
        scene.at(0, 0).switched(0, 'R', VICTIM).at(0, 1).switched(0, 'R', LMKD).at(10, 0).exit(VICTIM).at(80, 1).free(LMKD, VICTIM);
        assertEquals(List.of(RUNNING, UNKNOWN, DEAD), states(lane(victim)));
        assertEquals(10, lane(victim).startNs(1));
    }

    @Test
    void eventsOfTheLeavingTaskRightAfterItsSwitchDoNotBringItBack() {
        scene.at(0, 0).switched(0, 'R', LMKD).at(10, 0).switched(LMKD, 'S', VICTIM).add(LMKD, Tracepoint.TLB_FLUSH, -1, -1)
                .at(20, 0).tick(VICTIM);
        assertEquals(List.of(RUNNING, SLEEPING), states(LMKD));
        assertEquals(List.of(RUNNING, RUNNING), cpuStates(0));
    }

    @Test
    void aTieBetweenCpusDoesNotTakeTheTaskOffTheCpuItRunsOn() {
        scene.at(0, 0).switched(0, 'R', VICTIM).at(0, 1).switched(LMKD, 'S', 0)
                .at(10, 1).switched(0, 'R', VICTIM).at(10, 0).switched(VICTIM, 'R', 0).at(50, 1).tick(VICTIM);
        assertEquals(List.of(RUNNING), states(VICTIM));
        assertEquals(List.of(RUNNING, IDLE), cpuStates(0));
    }

    @Test
    void withoutSchedSwitchThereAreNoStates() {
        scene.at(0, 0).tick(LMKD).at(10, 0).tick(VICTIM);
        assertNull(lanes().task(scene.task(LMKD)));
        assertNull(lanes().cpu(0));
    }

    @Test
    void aReusedTidIsAnotherLane() {
        int first = scene.task(VICTIM);
        scene.at(0, 0).switched(0, 'R', VICTIM).at(5, 0).exit(VICTIM).at(6, 0).switched(VICTIM, 'X', LMKD).at(7, 0).free(LMKD, VICTIM);
        scene.at(8, 0).fork(LMKD, VICTIM).at(9, 0).switched(LMKD, 'S', VICTIM);
        assertEquals(List.of(RUNNABLE, RUNNING), states(VICTIM));
        assertEquals(List.of(RUNNING, EXITING, DEAD), states(lane(first)));
    }

    private Lanes lanes() {
        return scene.lanes();
    }

    private StateLane task(int tid) {
        return lane(scene.task(tid));
    }

    private StateLane lane(int task) {
        StateLane lane = lanes().task(task);
        assertNotNull(lane);
        return lane;
    }

    private List<TaskState> states(int tid) {
        return states(task(tid));
    }

    private List<TaskState> cpuStates(int cpu) {
        return states(cpu(cpu));
    }

    private StateLane cpu(int cpu) {
        StateLane lane = lanes().cpu(cpu);
        assertNotNull(lane);
        return lane;
    }

    /** Where the intervals but the first begin. */
    private List<Long> starts(int tid) {
        StateLane lane = task(tid);
        return IntStream.range(1, lane.size()).mapToObj(lane::startNs).toList();
    }

    private static List<TaskState> states(StateLane lane) {
        return IntStream.range(0, lane.size()).mapToObj(lane::state).toList();
    }
}
