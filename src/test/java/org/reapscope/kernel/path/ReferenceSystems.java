package org.reapscope.kernel.path;

import static org.reapscope.kernel.path.Races.call;
import static org.reapscope.kernel.path.Races.on;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.kernel.Call;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.SystemBuilder;
import org.reapscope.kernel.object.SystemFields;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.VmaFields;
import org.reapscope.kernel.object.VmaKind;
import org.reapscope.kernel.patch.KernelPatches;

/** Small systems that together take every step of every path. */
final class ReferenceSystems {

    private ReferenceSystems() {}

    static Map<String, MachineSpec> all() {
        Map<String, MachineSpec> all = new LinkedHashMap<>();
        all.put("mrelease", spec(new Races(Profile.V6_18, 2, 1).task("lmkd", "kill", "process_mrelease")));
        all.put("mrelease-forward", spec(new Races(Profile.V6_12, 1, 2).task("lmkd", "kill", "process_mrelease")));
        all.put("mrelease-reverse", spec(new Races(Profile.V6_18, 1, 2).task("lmkd", "kill", "process_mrelease")));
        all.put("mrelease-twice", spec(new Races(Profile.V6_18, 1, 1)
                .task("lmkd", "pidfd_send_signal", "process_mrelease").task("other", "process_mrelease")));
        all.put("bad-arguments", badArguments());
        all.put("not-permitted", notPermitted());
        all.put("reaped-by-parent", reapedByParent());
        all.put("smaps", spec(new Races(Profile.V6_18, 1, 1).task("killer", "kill").task("smaps", "read_smaps",
                "close_proc_mm")));
        all.put("smaps-opens", spec(new Races(Profile.V7_3, 1, 1).task("killer", "kill")
                .task("a", "open_proc_mm", "close_proc_mm").task("smaps", "read_smaps")));
        all.put("rollup", spec(new Races(Profile.V6_18, 1, 2).task("killer", "kill").task("r", "read_smaps_rollup")));
        all.put("maps", spec(new Races(Profile.V6_12, 1, 2).task("killer", "kill").task("r", "read_maps")));
        all.put("cmdline", spec(new Races(Profile.V6_18, 1, 1).task("killer", "kill", "process_mrelease")
                .task("cmdline", "read_cmdline")));
        all.put("kinds", kinds());
        all.put("exits-by-itself", exits());
        all.put("coredump-and-io", coredump());
        all.put("frozen-6.12", frozen(Profile.V6_12));
        all.put("frozen-6.18", frozen(Profile.V6_18));
        all.put("freezer", spec(new Races(Profile.V6_18, 1, 1).task("k", "kill")
                .task("f", "freeze_v1", "thaw_v1", "freeze_v2", "thaw_v2")));
        all.put("oom-two-victims", twoVictims(1));
        all.put("oom-init-shares", twoVictims(2));
        all.put("sharer", sharer());
        all.put("lmkd", lmkd());
        for (String reader : List.of("read_smaps", "read_smaps_rollup", "read_cmdline", "read_maps")) {
            all.put("writer-and-" + reader, withWriter(Profile.V6_12, reader, false));
            all.put("killed-" + reader, withWriter(Profile.V6_12, reader, true));
        }
        all.put("writer-and-mrelease", mreleaseBehindWriter());
        all.put("handoff", spec(new Races(Profile.V6_18, 1, 1).task("lmkd", "kill", "process_mrelease")
                .task("late", "process_mrelease").daemon("timer", "rwsem_handoff")));
        all.put("smaps-and-mrelease", spec(new Races(Profile.V6_18, 1, 1).task("lmkd", "process_mrelease")
                .task("smaps", "read_smaps").initial(GroupFields.GROUP_EXIT, 1)));
        all.put("rollup-and-mrelease", spec(new Races(Profile.V6_18, 1, 1).task("lmkd", "process_mrelease")
                .task("smaps", "read_smaps_rollup").initial(GroupFields.GROUP_EXIT, 1)));
        all.put("odd-spaces", oddSpaces(true));
        all.put("no-vmas", oddSpaces(false));
        all.put("two-tables-a-vma", twoTables());
        all.put("one-thread-exits", oneThreadExits("do_exit"));
        all.put("group-exits", oneThreadExits("exit_group", "do_exit"));
        all.put("pidfd-too-late", spec(new Races(Profile.V6_18, 1, 1).task("k", "kill")
                .task("parent", "wait4", "pidfd_send_signal")));
        all.put("pidfd-refused", spec(new Races(Profile.V6_18, 1, 1).task("k", "pidfd_send_signal").task("l", "kill")
                .initialOf(TaskFields.NOT_PERMITTED, 1)));
        all.put("two-killers", spec(new Races(Profile.V6_18, 1, 1).task("k", "pidfd_send_signal").task("l", "kill")));
        all.put("exec-and-mrelease", execAndMrelease());
        all.put("skip-while-frozen", skipWhileFrozen());
        all.put("exit-behind-writer", exitBehindWriter());
        all.put("no-file", spec(withoutFile("read_maps", "read_smaps", "read_smaps_rollup")));
        all.put("rollup-of-odd-spaces", rollupOfOddSpaces());
        all.put("rollup-makes-way", rollupMakesWay());
        all.put("kswapd-twice", kswapdTwice());
        all.put("enough-memory", enoughMemory());
        all.put("oom-meets-exit", oomMeetsExit());
        all.put("oom-of-the-dying", oomOfTheDying());
        all.put("oom-reaper-gives-up-a-try", oomReaperGivesUpATry());
        all.put("calls-twice", callsTwice());
        all.put("exec-then-exit", execThenExit());
        all.put("ksm-and-handoff", ksmAndHandoff());
        all.put("mprotect-and-handoff", mprotectAndHandoff());
        all.put("second-mm-forward", secondMm());
        all.put("vfork-child-and-revision", vforkChildAndRevision());
        all.put("per-vma-readers-and-write-locked-exit", perVmaReaders());
        return all;
    }

    private static MachineSpec spec(Races r) {
        return spec(r.builder);
    }

    private static MachineSpec spec(SystemBuilder b) {
        b.facts("esrch", "esrch-harmful", "einval", "reaped", "memory-held-after-mrelease", "futex-lost", "sigbus",
                "shared-reap", "wasted-walk", "pointless-kill", "teardown-in-reader", "pte-collision", "mmap-stall",
                "reaper-blocked", "pinned-teardown", "frozen-delay", "use-after-free", "double-zap");
        Expr.Var t = new Expr.Var("any_task", org.reapscope.kernel.expr.Dim.TASK);
        b.fact("results", Expr.sum(t, TaskFields.MRELEASE_RESULT.at(t)));
        b.fact("kills", Expr.sum(t, TaskFields.KILL_RESULT.at(t)));
        b.fact("exits", Expr.sum(t, TaskFields.EXIT_STATE.at(t)));
        b.fact("count", MmFields.MM_COUNT.at(Expr.of(0)));
        b.fact("free", SystemFields.freePages());
        return b.build().spec();
    }

    /** A thread of the victim changes its VMAs while somebody reads, and the reader may be killed while it waits. */
    private static MachineSpec withWriter(Profile profile, String reader, boolean killed) {
        Races r = new Races(profile, 0, 1);
        r.builder.thread(r.victim, "victim-0", "victim", call("mprotect"));
        r.task("reader", reader);
        if (killed) {
            r.builder.task(r.builder.group("killer", SystemBuilder.NO_MM), "killer", "killer", false, on(1, "kill"));
        }
        return spec(r);
    }

    private static MachineSpec mreleaseBehindWriter() {
        Races r = new Races(Profile.V6_18, 0, 1);
        r.builder.thread(r.victim, "victim-0", "victim", call("mprotect"));
        r.task("lmkd", "process_mrelease").initial(GroupFields.GROUP_EXIT, 1);
        r.builder.task(r.builder.group("killer", SystemBuilder.NO_MM), "killer", "killer", false, on(1, "kill"));
        return spec(r);
    }

    private static MachineSpec oddSpaces(boolean emptyVma) {
        Races r = new Races(Profile.V6_18, 0, 0);
        if (emptyVma) {
            r.builder.vma(r.mm, "empty", VmaKind.ANON, 0x10000000L, 0, 0);
        }
        r.builder.thread(r.victim, "victim-0", "victim", call("get_signal"), call("do_exit"));
        return spec(r.task("lmkd", "kill", "process_mrelease").task("smaps", "read_smaps"));
    }

    private static MachineSpec twoTables() {
        Races r = new Races(Profile.V6_18, 0, 0);
        int otherMm = r.builder.mm("first-mm");
        r.builder.vma(otherMm, "not-mine", VmaKind.ANON, 0x10000000L, 1, 10);
        r.builder.vma(r.mm, "low", VmaKind.ANON, 0x10000000L, 2, 10);
        r.builder.vma(r.mm, "hole", VmaKind.ANON, 0x20000000L, 1, 0);
        r.builder.thread(r.victim, "victim-0", "victim", call("get_signal"), call("do_exit"));
        return spec(r.task("lmkd", "kill", "process_mrelease").task("smaps", "read_smaps", "read_smaps_rollup"));
    }

    private static MachineSpec oneThreadExits(String... script) {
        Races r = new Races(Profile.V6_18, 0, 1);
        Call[] calls = java.util.Arrays.stream(script).map(Races::call).toArray(Call[]::new);
        r.builder.thread(r.victim, "victim-0", "victim", calls);
        return spec(r.task("lmkd", "process_mrelease"));
    }

    private static MachineSpec execAndMrelease() {
        Races r = new Races(Profile.V6_18, 0, 1);
        r.builder.thread(r.victim, "victim-0", "victim", call("exec"));
        return spec(r.task("lmkd", "process_mrelease"));
    }

    private static MachineSpec skipWhileFrozen() {
        Races r = new Races(Profile.V6_18, 1, 1).task("lmkd", "kill", "process_mrelease", "process_mrelease");
        r.builder.initial(TaskFields.FROZEN, 1, 0).initial(MmFields.OOM_SKIP, 1, r.mm);
        r.daemon("other", "read_cmdline");
        return spec(r);
    }

    /** A sharer changes VMAs while the victim exits: acct_collect and exit_mm wait for it. */
    private static MachineSpec exitBehindWriter() {
        Races r = new Races(Profile.V6_18, 1, 1).task("k", "kill");
        int sharer = r.builder.group("sharer", r.mm);
        r.builder.thread(sharer, "sharer", "sharer", call("mprotect"), call("mprotect"));
        r.builder.initial(SystemFields.PROCESS_ACCT, 1);
        return spec(r);
    }

    private static SystemBuilder withoutFile(String... reads) {
        Races r = new Races(Profile.V6_18, 1, 1);
        for (String read : reads) {
            r.builder.task(r.builder.group(read, SystemBuilder.NO_MM), read, "reader", false, on(r.victim, read));
        }
        return r.builder;
    }

    private static MachineSpec rollupOfOddSpaces() {
        Races r = new Races(Profile.V6_18, 0, 0);
        int emptyMm = r.builder.mm("empty-mm");
        r.builder.vma(r.mm, "hole", VmaKind.ANON, 0x10000000L, 0, 0);
        r.builder.thread(r.victim, "victim-0", "victim");
        int empty = r.builder.group("empty", emptyMm);
        r.builder.thread(empty, "empty-0", "victim");
        for (String read : List.of("read_smaps_rollup", "read_smaps", "read_maps")) {
            int task = r.builder.task(r.builder.group(read, SystemBuilder.NO_MM), read, "reader", false, on(r.victim, read), on(empty, read));
            r.builder.openFile(task, r.mm);
        }
        return spec(r);
    }

    private static MachineSpec rollupMakesWay() {
        Races r = new Races(Profile.V6_18, 0, 2).task("rollup", "read_smaps_rollup");
        r.builder.thread(r.victim, "victim-0", "victim", call("mprotect"));
        r.builder.thread(r.victim, "victim-1", "victim", call("mprotect"));
        return spec(r);
    }

    private static MachineSpec kswapdTwice() {
        Races r = new Races(Profile.V6_18, 0, 0);
        r.builder.vma(r.mm, "clean", VmaKind.FILE_CLEAN, 0x10000000L, 2, 20);
        r.builder.thread(r.victim, "victim-0", "victim", call("get_signal"), call("do_exit"));
        return spec(r.task("k", "kill").daemon("kswapd", "kswapd"));
    }

    private static SystemBuilder allocator(Races r, int calls) {
        Call[] script = new Call[calls];
        java.util.Arrays.fill(script, call("out_of_memory"));
        r.builder.task(r.builder.group("system", SystemBuilder.NO_MM), "allocator", "allocator", false, script);
        return r.builder.initial(SystemFields.DEMAND, 100).initial(SystemFields.MAX_REAP_RETRIES, 1);
    }

    private static MachineSpec enoughMemory() {
        Races r = new Races(Profile.V6_18, 1, 1);
        return spec(allocator(r, 2).initial(SystemFields.FREE_AT_START, 100));
    }

    /** The OOM killer's victim exits by itself, or executes a program, while it is looked at. */
    private static MachineSpec oomMeetsExit() {
        Races r = new Races(Profile.V6_18, 0, 1).task("k", "kill");
        r.builder.thread(r.victim, "victim-0", "victim", call("exit_group"), call("do_exit"));
        return spec(allocator(r, 1));
    }

    private static MachineSpec oomOfTheDying() {
        Races r = new Races(Profile.V6_18, 1, 1).task("k", "pidfd_send_signal");
        allocator(r, 1);
        return spec(r.daemon("timer", "oom_reaper_timer").daemon("oom_reaper", "oom_reaper"));
    }

    /** Whoever changes the VMAs keeps the reaper's try from succeeding; the next victim's is not blocked. */
    private static MachineSpec oomReaperGivesUpATry() {
        Races r = new Races(Profile.V6_18, 0, 1);
        int otherMm = r.builder.mm("other-mm");
        r.builder.vma(otherMm, "heap", VmaKind.ANON, 0x20000000L, 1, 100);
        int other = r.builder.group("other", otherMm);
        r.builder.thread(other, "other-0", "victim");
        r.builder.thread(r.victim, "victim-0", "victim", call("mprotect"));
        allocator(r, 2).initial(VmaFields.NOTIFIER_BLOCKS, 1, 0).initial(SystemFields.DEMAND, 612)
                .initial(SystemFields.MAX_REAP_RETRIES, 2);
        r.builder.task(r.builder.group("timer2", SystemBuilder.NO_MM), "timer2", "timer", true, on(other, "oom_reaper_timer"));
        return spec(r.daemon("timer", "oom_reaper_timer").daemon("oom_reaper", "oom_reaper"));
    }

    /** Results and failures of a first call are gone at the second. */
    private static MachineSpec callsTwice() {
        Races r = new Races(Profile.V6_18, 0, 1).task("lmkd", "kill", "kill", "process_mrelease", "process_mrelease")
                .task("l", "pidfd_send_signal", "pidfd_send_signal");
        int otherMm = r.builder.mm("other-mm");
        r.builder.vma(otherMm, "heap", VmaKind.ANON, 0x20000000L, 1, 100);
        int other = r.builder.group("other", otherMm);
        r.builder.thread(other, "other-0", "victim");
        r.builder.thread(r.victim, "victim-0", "victim");
        r.builder.task(r.builder.group("two", SystemBuilder.NO_MM), "two", "lmkd", false, on(r.victim, "kill"),
                on(r.victim, "process_mrelease"), on(other, "kill"), on(other, "process_mrelease"));
        r.builder.initial(VmaFields.NOTIFIER_BLOCKS, 1, 0);
        return spec(r);
    }

    /** The teardown waits for ksmd's write lock while reapers read and queue behind it. */
    private static MachineSpec ksmAndHandoff() {
        Races r = new Races(Profile.V6_18, 0, 1).task("a", "process_mrelease").task("b", "process_mrelease");
        r.builder.thread(r.victim, "victim-0", "victim", call("do_exit"));
        r.builder.initial(GroupFields.GROUP_EXIT, 1, r.victim).initial(MmFields.KSM, 1, r.mm);
        return spec(r.daemon("timer", "rwsem_handoff"));
    }

    /** Who has another mm by now leaves this one alone. */
    private static MachineSpec execThenExit() {
        Races r = new Races(Profile.V6_18, 0, 1);
        r.builder.thread(r.victim, "victim-0", "victim");
        int child = r.builder.group("child", r.mm);
        r.builder.thread(child, "child", "sharer", call("exec"), call("do_exit"));
        r.builder.initial(SystemFields.PROCESS_ACCT, 1);
        return spec(r);
    }

    private static MachineSpec mprotectAndHandoff() {
        Races r = new Races(Profile.V6_12, 0, 1).task("smaps", "read_smaps").task("maps", "read_maps");
        r.builder.thread(r.victim, "victim-0", "victim", call("mprotect"));
        return spec(r.daemon("timer", "rwsem_handoff"));
    }

    private static MachineSpec secondMm() {
        Races r = new Races(Profile.V6_12, 0, 0);
        int otherMm = r.builder.mm("first-mm");
        r.builder.vma(otherMm, "not-mine", VmaKind.ANON, 0x10000000L, 1, 10);
        r.builder.vma(r.mm, "mine", VmaKind.ANON, 0x20000000L, 1, 10);
        r.builder.thread(r.victim, "victim-0", "victim", call("get_signal"), call("do_exit"));
        return spec(r.task("lmkd", "kill", "process_mrelease"));
    }

    /** What only a patched kernel does: memory reaped under a live process. */
    private static MachineSpec vforkChildAndRevision() {
        Races r = new Races(KernelPatches.parse("d"), Profile.V6_18, 1, 1).task("lmkd", "process_mrelease_reap_kill");
        int child = r.builder.group("child", r.mm);
        r.builder.thread(child, "child", "sharer", new Call("touch", "touch_memory", Map.of("table", Expr.of(0))), call("exec"));
        return spec(r);
    }

    /** Only where exit_mmap can meet a reader that holds no mm_users does it wait for per-VMA locks. */
    private static MachineSpec perVmaReaders() {
        Races r = new Races(KernelPatches.parse("g"), Profile.V7_3, 1, 1).task("lmkd", "kill", "process_mrelease").task("maps", "read_maps");
        return spec(r);
    }

    private static MachineSpec badArguments() {
        Races r = new Races(Profile.V6_18, 1, 1).task("flags", "process_mrelease").task("fd", "process_mrelease");
        r.builder.initial(TaskFields.BAD_FLAGS, 1, 1).initial(TaskFields.BAD_PIDFD, 1, 2);
        return spec(r);
    }

    private static MachineSpec notPermitted() {
        Races r = new Races(Profile.V6_18, 1, 1).task("killer", "kill").task("k", "kill", "process_mrelease");
        r.builder.initial(TaskFields.NOT_PERMITTED, 1, 1).initial(VmaFields.NOTIFIER_BLOCKS, 1, 0);
        return spec(r);
    }

    private static MachineSpec reapedByParent() {
        Races r = new Races(Profile.V6_18, 1, 1).task("k", "kill").task("parent", "wait4", "kill", "process_mrelease");
        r.builder.initial(GroupFields.PARENT, 3, r.victim);
        return spec(r);
    }

    private static MachineSpec kinds() {
        Races r = new Races(Profile.V6_18, 0, 0);
        r.builder.vma(r.mm, "hole", VmaKind.ANON, 0x10000000L, 1, 0);
        r.builder.vma(r.mm, "swap", VmaKind.SWAPPED, 0x20000000L, 1, 10);
        r.builder.vma(r.mm, "dirty", VmaKind.FILE_DIRTY, 0x30000000L, 1, 20);
        r.builder.vma(r.mm, "clean", VmaKind.FILE_CLEAN, 0x40000000L, 1, 30);
        r.builder.vma(r.mm, "shmem", VmaKind.SHMEM, 0x50000000L, 1, 40);
        r.builder.thread(r.victim, "victim-0", "victim", call("get_signal"), call("do_exit"));
        r.task("lmkd", "kill", "process_mrelease").daemon("kswapd", "kswapd");
        r.builder.initial(SystemFields.BATCH_PAGES, 30).initial(SystemFields.PROCESS_ACCT, 1)
                .initial(MmFields.KSM, 1, r.mm);
        return spec(r);
    }

    private static MachineSpec exits() {
        Races r = new Races(Profile.V6_18, 1, 1);
        r.builder.thread(r.victim, "leader", "victim", call("exit_group"), call("do_exit"));
        r.task("lmkd", "kill", "process_mrelease");
        r.builder.initial(SystemFields.PROCESS_ACCT, 1).initial(TaskFields.ROBUST_LIST, 1, 0);
        return spec(r);
    }

    private static MachineSpec coredump() {
        Races r = new Races(Profile.V6_18, 1, 1).task("k", "kill", "process_mrelease").task("dump", "finish_coredump");
        r.builder.task(r.builder.group("disk", SystemBuilder.NO_MM), "disk", "io", false,
                new Call("io", "finish_io", Map.of("task", Expr.of(0))));
        r.builder.initial(GroupFields.COREDUMP, 1, r.victim).initial(TaskFields.IN_D_STATE, 1, 0);
        return spec(r);
    }

    private static MachineSpec frozen(Profile profile) {
        Races r = new Races(profile, 2, 1);
        r.builder.task(r.builder.group("system", SystemBuilder.NO_MM), "allocator", "allocator", true,
                call("out_of_memory"));
        r.daemon("timer", "oom_reaper_timer").daemon("oom_reaper", "oom_reaper");
        r.builder.initial(GroupFields.FREEZING, 1, r.victim).initial(TaskFields.FROZEN, 1, 0)
                .initial(TaskFields.FROZEN, 1, 1).initial(SystemFields.DEMAND, 100)
                .initial(SystemFields.MAX_REAP_RETRIES, 1);
        return spec(r);
    }

    private static MachineSpec twoVictims(int retries) {
        Races r = new Races(Profile.V6_18, 1, 1);
        int otherMm = r.builder.mm("other-mm");
        r.builder.vma(otherMm, "heap", VmaKind.ANON, 0x20000000L, 1, 100);
        int other = r.builder.group("other", otherMm);
        r.builder.task(other, "other-0", "victim", true, call("get_signal"));
        int system = r.builder.group("system", SystemBuilder.NO_MM);
        r.builder.task(system, "allocator", "allocator", true, call("out_of_memory"), call("out_of_memory"));
        r.daemon("timer", "oom_reaper_timer").daemon("oom_reaper", "oom_reaper");
        r.builder.initial(TaskFields.HAS_MM, 1, 1).initial(SystemFields.DEMAND, 512)
                .initial(VmaFields.NOTIFIER_BLOCKS, 1, 0).initial(SystemFields.MAX_REAP_RETRIES, retries);
        if (retries == 2) {
            int init = r.builder.group("init", r.mm);
            r.builder.thread(init, "init", "sharer");
            r.builder.initial(GroupFields.IS_INIT, 1, init).initial(GroupFields.OOM_EXEMPT, 1, init);
        } else {
            int sharer = r.builder.group("sharer", r.mm);
            r.builder.thread(sharer, "sharer", "sharer", call("get_signal"));
            r.builder.initial(GroupFields.OOM_EXEMPT, 1, sharer);
        }
        return spec(r);
    }

    private static MachineSpec sharer() {
        Races r = new Races(Profile.V6_18, 1, 1).task("lmkd", "kill", "process_mrelease");
        int child = r.builder.group("child", r.mm);
        r.builder.thread(child, "child", "sharer", new Call("touch", "touch_memory", Map.of("table", Expr.of(0))),
                call("exec"));
        return spec(r);
    }

    private static MachineSpec lmkd() {
        Races r = new Races(Profile.V6_18, 1, 1);
        int mm = r.builder.mm("second-mm");
        r.builder.vma(mm, "heap", VmaKind.ANON, 0x20000000L, 1, 100);
        int second = r.builder.group("second", mm);
        r.builder.thread(second, "second-0", "victim", call("get_signal"));
        r.builder.task(r.builder.group("lmkd", SystemBuilder.NO_MM), "lmkd", "lmkd", false, on(r.victim, "lmkd_kill"),
                on(second, "lmkd_kill"));
        r.builder.initial(SystemFields.DEMAND, 512);
        return spec(r);
    }
}
