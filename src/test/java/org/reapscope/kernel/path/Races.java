package org.reapscope.kernel.path;

import java.util.List;
import java.util.Map;

import org.reapscope.kernel.Call;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.SystemBuilder;
import org.reapscope.kernel.object.VmaKind;
import org.reapscope.kernel.patch.KernelPatches;

/** Small systems for tests: a victim with threads and page tables, and who acts on it. */
final class Races {

    final SystemBuilder builder;
    final int mm;
    final int victim;
    private final int others;

    Races(Profile profile, int threads, int tables) {
        this(List.of(), profile, threads, tables);
    }

    /** On a patched kernel. */
    Races(List<KernelPatch> patches, Profile profile, int threads, int tables) {
        builder = new SystemBuilder(KernelPatches.apply(profile, KernelPaths.programs(profile), patches));
        mm = builder.mm("victim-mm");
        for (int k = 0; k < tables; k++) {
            builder.vma(mm, "vma" + k, VmaKind.ANON, 0x10000000L + k * 0x200000L, 1, 512);
        }
        victim = builder.group("victim", mm);
        for (int k = 0; k < threads; k++) {
            builder.thread(victim, "victim-" + k, "victim", call("get_signal"), call("do_exit"));
        }
        others = builder.group("others", SystemBuilder.NO_MM);
    }

    static Call call(String program) {
        return new Call(program, program, Map.of());
    }

    static Call on(int target, String program) {
        return new Call(program, program, Map.of("target", Expr.of(target)));
    }

    /** Adds a task that runs these programs on the victim. */
    Races task(String name, String... programs) {
        Call[] script = new Call[programs.length];
        for (int k = 0; k < script.length; k++) {
            script[k] = on(victim, programs[k]);
        }
        int task = builder.task(others, name, name, false, script);
        for (String p : programs) {
            if (p.startsWith("read_maps") || p.startsWith("read_smaps")) {
                builder.openFile(task, mm);
            }
        }
        return this;
    }

    /** Adds a task that may be left unfinished. */
    Races daemon(String name, String program) {
        builder.task(others, name, name, true, program.equals("oom_reaper") || program.equals("kswapd") ? call(program)
                : on(victim, program));
        return this;
    }

    /** Sets a field of the victim's group. */
    Races initial(Field field, int value) {
        builder.initial(field, value, victim);
        return this;
    }

    /** Sets a flag of a task. */
    Races initialOf(Field flag, int task) {
        builder.initial(flag, 1, task);
        return this;
    }
}
