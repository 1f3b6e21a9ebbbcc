package org.reapscope.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.trace.Payload;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** The spellings of lines and arguments, of kernels old and new. */
final class GrammarTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a b", "kworker/0:1-ev", "(sd-pam)", "[x]-1 [000]", "a=b: c", "-", "-7 [001] 2.5:", "x-12 [003]", "a->b", " =>"})
    void aNameMayHoldAnything(String comm) throws IOException {
        Trace trace = event(String.format("%16s-%-7d [001] .....     5.000001: sched_process_exit: comm=%s pid=77 prio=120 group_dead=true\n"
                + "%16s-%-7d (   4281) [001] d..2.     5.000002: sched_switch: prev_comm=%s prev_pid=77 prev_prio=120 prev_state=X ==> next_comm=%s next_pid=9 next_prio=120\n",
                comm, 77, comm, comm, 77, comm, comm));
        assertEquals(2, trace.size());
        assertEquals(77, trace.taskOf(0).tid());
        assertEquals(comm, trace.taskOf(0).comm());
        assertEquals(trace.task(0), trace.object(0));
        assertEquals(4281, trace.taskOf(0).tgid());
        assertEquals(comm, trace.tasks().get(trace.object(1)).comm());
    }

    @Test
    void aNameThatLooksLikeTheNextKey_isCutAtTheLastOne() throws IOException {
        Trace trace = event("            lmkd-8     [000] .....     1.000004: sched_waking: comm=x pid=1 pid=2 pid=22 prio=120 target_cpu=001");
        assertEquals(22, trace.tasks().get(trace.object(0)).tid());
        assertEquals("x pid=1 pid=2", trace.tasks().get(trace.object(0)).comm());
    }

    @Test
    void thePlaceholderNeverReplacesAName_andTheIdleTaskKeepsItsOwn() throws IOException {
        Trace trace = event("""
                            lmkd-8     [000] .....     1.000001: sys_process_mrelease(pidfd: 5, flags: 0)
                           <...>-8     [000] .....     1.000002: sys_process_mrelease -> 0x0
                          <idle>-0     [001] d..2.     1.000003: sched_switch: prev_comm=swapper/1 prev_pid=0 prev_prio=120 prev_state=R ==> next_comm=lmkd next_pid=8 next_prio=120
                """);
        assertEquals("lmkd", trace.taskOf(1).comm());
        assertEquals(Task.IDLE, trace.task(2));
        assertEquals("<idle>", trace.taskOf(2).comm());
    }

    @ParameterizedTest
    @CsvSource({"[001] .....,1", "[001] ....,1", "[001] ...1..20,1", "[1023] d..2.,1023", "[001],1"})
    void flagsMayBeFourToEightWide_orMissing_andCpusMayHaveMoreDigits(String columns, int cpu) throws IOException {
        Trace trace = event("            lmkd-8     " + columns + "  1007.249572: sched_process_free: comm=a pid=7 prio=120");
        assertEquals(cpu, trace.cpu(0));
        assertEquals(1_007_249_572_000L, trace.tsNs(0));
    }

    @Test
    void flagsMayAbutTheTime() throws IOException {
        Trace trace = event("""
                            lmkd-8     [000] d..2. 99999.000001: sched_process_free: comm=a pid=7 prio=120
                            lmkd-8     [000] d..2.100000.000001: sched_process_free: comm=a pid=7 prio=120
                """);
        assertEquals(100_000_000_001_000L, trace.tsNs(1));
    }

    @Test
    void timesInNanoseconds_giveThatResolution() throws IOException {
        Trace trace = event("            lmkd-8     [000] ..... 1.123456789: sched_process_free: comm=a pid=7 prio=120");
        assertEquals(1_123_456_789L, trace.tsNs(0));
        assertEquals(1, trace.source().resolutionNs());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sched_switch: prev_comm=a prev_pid=8 prev_prio=120 prev_state=R+ ==> next_comm=b next_pid=9 next_prio=120 | 338",
        "sched_switch: prev_comm=a prev_pid=8 prev_prio=120 prev_state=D ==> next_comm=b next_pid=9 next_prio=120 | 68",
        "sched_switch: a:8 [120] S ==> b:9 [120] | 83",
        "sched_switch: a:8 [120] R+ ==> b:9 [120] | 338",
        "sched_wakeup: comm=b pid=9 prio=120 success=1 target_cpu=003 | 3",
        "sched_wakeup: b:9 [120] success=1 CPU:003 | 3",
        "sched_migrate_task: comm=b pid=9 prio=120 orig_cpu=0 dest_cpu=3 | 3",
        "sched_process_exit: comm=b pid=9 prio=120 | -1",
        "sched_process_exit: comm=b pid=9 prio=120 group_dead=true | 1",
        "sched_process_fork: parent_comm=a parent_pid=8 child_comm=b child_pid=9 | 0",
        "task_newtask: pid=9 comm=b clone_flags=3d0f00 oom_score_adj=0 | 4001536",
        "mark_victim: pid=9 | -1",
        "mark_victim: pid=9 comm=b total-vm=99kB anon-rss=4kB file-rss:0kB shmem-rss:0kB uid=0 pgtables=1kB oom_score_adj=0 | 4096",
        "oom_score_adj_update: pid=9 comm=b oom_score_adj=-1000 | -1000"})
    void schedulerEvents(String text, long argument) throws IOException {
        Trace trace = event("               a-8     [000] .....     1.000001: " + text.strip());
        assertEquals(List.of(), trace.rejected());
        assertEquals(9, trace.tasks().get(trace.object(0)).tid());
        assertEquals(argument, trace.argument(0));
    }

    @Test
    void joinedStates_countAsTheFirst() throws IOException {
        Trace trace = event("               a-8     [000] .....     1.000001: sched_switch: prev_comm=a prev_pid=8 prev_prio=120 prev_state=D|K"
                + " ==> next_comm=b next_pid=9 next_prio=120");
        assertEquals('D', Payload.prevStateLetter(trace.argument(0)));
    }

    @Test
    void rssStat_ofNewAndOldKernels() throws IOException {
        Trace trace = event("""
                               a-8     [000] .....     1.000001: rss_stat: mm_id=4294967295 curr=1 type=MM_SHMEMPAGES size=-4096B
                               a-8     [000] .....     1.000001: rss_stat: mm_id=4294967295 curr=0 member=2 size=8192B
                               a-8     [000] .....     1.000001: rss_stat: mm_id=0xffffffff (4294967295) curr=(1) member=0x1 (1) size=0x1000 (4096)
                """);
        assertEquals(List.of(RssMember.MM_SHMEMPAGES, RssMember.MM_SWAPENTS, RssMember.MM_ANONPAGES),
                List.of(Payload.rssMember(trace.argument(0)), Payload.rssMember(trace.argument(1)), Payload.rssMember(trace.argument(2))));
        assertEquals(List.of(-4096L, 8192L, 4096L),
                List.of(Payload.rssBytes(trace.argument(0)), Payload.rssBytes(trace.argument(1)), Payload.rssBytes(trace.argument(2))));
        assertTrue(Payload.rssCurr(trace.argument(2)));
        assertEquals(trace.object(0), trace.object(2));
    }

    @Test
    void mmapLock_withAMemcgsPathOrItsId() throws IOException {
        Trace trace = event("""
                               a-8     [000] .....     1.000001: mmap_lock_acquire_returned: mm=000000003818cd04 memcg_path=/a b/c write=true success=false
                               a-8     [000] .....     1.000001: mmap_lock_released: mm=000000003818cd04 memcg_id=1 write=false
                """);
        assertTrue(Payload.write(trace.argument(0)));
        assertEquals(List.of(false, true), List.of(Payload.success(trace.argument(0)), Payload.success(trace.argument(1))));
        assertEquals(List.of(-1L, 1L), List.of(Payload.memcgId(trace.argument(0)), Payload.memcgId(trace.argument(1))));
        assertEquals(0x3818cd04L, trace.mms().get(trace.object(0)).pointer());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"(flags=SPIN); 1", "(flags=READ|PERCPU); 18", "(flags=RT|WRITE); 12", "(flags=MUTEX); 32", "(flags=); 0"})
    void contentionFlags(String flags, long expected) throws IOException {
        Trace trace = event("               a-8     [000] .....     1.000001: contention_begin: 0000000024c3f2b4 " + flags);
        assertEquals(expected, trace.argument(0));
        assertEquals(0x24c3f2b4L, trace.locks().get(trace.object(0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sys_pidfd_send_signal(pidfd: 5, sig: 9, info: 0, flags: 0) | pidfd_send_signal | 38654705669",
        "sys_enter_pidfd_send_signal: pidfd: 0x00000005, sig: 0x00000009, info: 0x00000000 | pidfd_send_signal | 38654705669",
        "sys_enter_pidfd_send_signal: __syscall_nr=0x1a8 (424) pidfd=0x5 (5) sig=0x9 (9) info=0x0 (0) | pidfd_send_signal | 38654705669",
        "sys_enter: NR 424 (5, 9, 0, 0, 0, 0) | pidfd_send_signal | 38654705669",
        "sys_enter: NR 62 (5, 9, 0, 0, 0, 0) | kill | 38654705669",
        "sys_enter: NR 9999 (5, 9, 0, 0, 0, 0) | syscall_9999 | 38654705669",
        "sys_kill(pid: ffffffff, sig: f) | kill | 68719476735"})
    void systemCallsEntered(String text, String name, long argument) throws IOException {
        Trace trace = event("               a-8     [000] .....     1.000001: " + text.strip());
        assertEquals(Tracepoint.SYS_ENTER, trace.tracepoint(0));
        assertEquals(name, trace.syscall(0));
        assertEquals(argument, trace.argument(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sys_process_mrelease -> 0xfffffffffffffffd | process_mrelease | -3",
        "sys_process_mrelease -> 0xfffffffd | process_mrelease | -3",
        "sys_read -> 0x7f | read | 127",
        "sys_exit_process_mrelease: 0xfffffffffffffffd | process_mrelease | -3",
        "sys_exit_process_mrelease: __syscall_nr=0x1c0 (448) ret=0xfffffffffffffffd (-3) | process_mrelease | -3",
        "sys_exit: NR 448 = -3 | process_mrelease | -3"})
    void systemCallsReturned_withTheirErrno(String text, String name, long ret) throws IOException {
        Trace trace = event("               a-8     [000] .....     1.000001: " + text.strip());
        assertEquals(Tracepoint.SYS_EXIT, trace.tracepoint(0));
        assertEquals(name, trace.syscall(0));
        assertEquals(ret, trace.argument(0));
    }

    @Test
    void onArm64_numbersAreNamedByTheGenericTable_andThatIsRemarked() throws IOException {
        Trace trace = event("# arch : aarch64\n               a-8     [000] .....     1.000001: sys_exit: NR 129 = 0");
        assertEquals("kill", trace.syscall(0));
        assertTrue(trace.source().remarks().getFirst().contains("generic (arm64"));
    }

    @Test
    void signals_withTheirResult() throws IOException {
        Trace trace = event("            lmkd-8     [000] .....     1.000001: signal_generate: sig=9 errno=0 code=-6 comm=victim pid=9 grp=1 res=2");
        long argument = trace.argument(0);
        assertEquals(List.of(9, -6, 2), List.of(Payload.signalNumber(argument), Payload.signalCode(argument), Payload.signalResult(argument)));
        assertTrue(Payload.signalToGroup(argument));
        assertEquals("victim", trace.tasks().get(trace.object(0)).comm());
    }

    @Test
    void namesOfEventsAreBelievedMoreThanThoseOfLineHeads_andRenamesAreFollowed() throws IOException {
        Trace trace = event("""
                            lmkd-8     [000] .....     1.000001: task_newtask: pid=9 comm=lmkd clone_flags=1200000 oom_score_adj=0
                            lmkd-8     [000] .....     1.000001: sched_process_fork: comm=lmkd pid=8 child_comm=lmkd child_pid=9
                         victim2-9     [000] .....     1.000002: task_rename: pid=9 oldcomm=lmkd newcomm=victim oom_score_adj=0
                         victim2-9     [000] .....     1.000003: sched_process_free: comm=x pid=7 prio=120
                """);
        assertEquals("victim", trace.taskOf(3).comm());
        assertEquals(9, trace.taskOf(3).tgid());
        assertEquals(0, trace.taskOf(3).bornRow());
    }

    @Test
    void otherEventsKeepTheirNames() throws IOException {
        Trace trace = event("""
                               a-8     [000] .....     1.000001: my_probe: (do_exit+0x0/0x10) a=1
                               a-8     [000] .....     1.000001: tracing_mark_write: B|8|hello: you
                               a-8     [000] .....     1.000001: 0: B|8|hello
                               a-8     [000] .....     1.000001: do_exit <-do_group_exit
                """);
        assertEquals(List.of("my_probe", "tracing_mark_write", "tracing_mark_write", "function"),
                List.of(trace.eventName(0), trace.eventName(1), trace.eventName(2), trace.eventName(3)));
    }

    private Trace event(String text) throws IOException {
        return Texts.read(folder, text);
    }
}
