package org.reapscope.kernel.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reapscope.kernel.Call;
import org.reapscope.kernel.EveryRun;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.SystemBuilder;
import org.reapscope.kernel.object.VmaKind;
import org.reapscope.kernel.path.KernelPaths;

/** A small system with patches, all of whose runs are looked at. */
final class Patched {

    final SystemBuilder builder;
    final int mm;
    final int victim;
    final int others;
    private final List<KernelPatch> patches;

    Patched(Profile profile, String patchIds, int threads, int tables) {
        patches = KernelPatches.parse(patchIds);
        Programs programs = KernelPatches.apply(profile, KernelPaths.programs(profile), patches);
        builder = new SystemBuilder(programs);
        mm = builder.mm("victim-mm");
        for (int k = 0; k < tables; k++) {
            builder.vma(mm, "vma" + k, VmaKind.ANON, 0x10000000L + k * 0x200000L, 1, 512);
        }
        victim = builder.group("victim", mm);
        for (int k = 0; k < threads; k++) {
            builder.thread(victim, "victim-" + k, "victim", call("get_signal"), call("do_exit"));
        }
        others = builder.group("others", SystemBuilder.NO_MM);
        for (KernelPatch patch : patches) {
            for (String daemon : patch.daemons()) {
                builder.task(others, daemon, "chance", true, call(daemon));
            }
        }
    }

    static Call call(String program) {
        return new Call(program, program, Map.of());
    }

    Call on(String program) {
        return new Call(program, program, Map.of("target", Expr.of(victim)));
    }

    /** lmkd: kills and reaps, by the one call that a patch adds, if one does. */
    Patched lmkd() {
        List<Call> script = new ArrayList<>();
        String one = patches.stream().flatMap(p -> p.killAndReap().stream()).findFirst().orElse("");
        if (one.isEmpty()) {
            script.add(on("pidfd_send_signal"));
            script.add(on("process_mrelease"));
        } else {
            script.add(on(one));
        }
        builder.task(others, "lmkd", "lmkd", false, script.toArray(Call[]::new));
        return this;
    }

    Patched task(String name, String... programs) {
        int task = builder.task(others, name, name, false, List.of(programs).stream().map(this::on).toArray(Call[]::new));
        for (String program : programs) {
            if (program.startsWith("read_maps") || program.startsWith("read_smaps")) {
                builder.openFile(task, mm);
            }
        }
        return this;
    }

    EveryRun runs(String... facts) {
        builder.facts(facts).grain(Grain.COARSE);
        return EveryRun.of(builder.build().spec().build());
    }

    Set<String> everHeld(String... facts) {
        return runs(facts).everHeld();
    }
}
