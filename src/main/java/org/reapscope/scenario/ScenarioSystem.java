package org.reapscope.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reapscope.kernel.Call;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.KernelSystem;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.SystemBuilder;
import org.reapscope.kernel.object.SystemFields;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.kernel.path.KernelPaths;
import org.reapscope.scenario.litmus.LitmusSystem;

/** Makes the kernel system that a scenario describes. */
public final class ScenarioSystem {

    /** The property that is no fact of a state: nobody can step, and somebody is not done. */
    public static final String DEADLOCK = "deadlock";

    private final Scenario scenario;
    private final List<KernelPatch> patches;
    private final SystemBuilder builder;
    private final Map<String, Integer> groups = new HashMap<>();
    private final Map<String, Integer> mms = new HashMap<>();
    private final Map<String, Integer> actorGroups = new HashMap<>();
    private int tables;

    private ScenarioSystem(Scenario scenario) {
        this.scenario = scenario;
        this.patches = KernelPatches.parse(String.join(",", scenario.patches()));
        Programs baseline = KernelPaths.programs(scenario.profile());
        this.builder = new SystemBuilder(KernelPatches.apply(scenario.profile(), baseline, patches));
    }

    /**
     * The system of a scenario, for showing: every field is kept, every property is a fact.
     *
     * @throws ModelException if patches contradict each other or the state is too large; says why
     */
    public static KernelSystem toStep(Scenario scenario) {
        return system(scenario, true);
    }

    /** The system of a scenario, for searching: only what the properties need is kept. */
    public static KernelSystem toExplore(Scenario scenario) {
        return system(scenario, false);
    }

    private static KernelSystem system(Scenario scenario, boolean keepAll) {
        return scenario.litmus()
                .map(l -> new KernelSystem(LitmusSystem.of(l, scenario.properties(), keepAll), List.of()))
                .orElseGet(() -> new ScenarioSystem(scenario).system(keepAll));
    }

    private KernelSystem system(boolean keepAll) {
        scenario.processes().forEach(this::addressSpace);
        scenario.processes().forEach(this::process);
        for (Actor actor : scenario.actors()) {
            for (int i = 1; i <= actor.count(); i++) {
                actor(actor, numbered(actor.name(), i, actor.count()));
            }
        }
        for (KernelPatch patch : patches) {
            for (String daemon : patch.daemons()) {
                builder.task(builder.group(daemon, SystemBuilder.NO_MM), daemon, "chance", true, new Call(daemon, daemon, Map.of()));
            }
        }
        memory(scenario.memory());
        builder.facts(scenario.properties().stream().filter(p -> !p.equals(DEADLOCK)).toArray(String[]::new));
        return builder.keepAll(keepAll).build();
    }

    private void addressSpace(Process process) {
        if (process.vmas().isEmpty()) {
            int mm = mmOf(process.sharesMmOf());
            mms.put(process.name(), mm);
            builder.initial(MmFields.MULTIPROCESS, process.vfork() ? 0 : 1, mm);
            return;
        }
        int mm = builder.mm(process.name());
        mms.put(process.name(), mm);
        for (VmaSpec vma : process.vmas()) {
            builder.vma(mm, vma.name(), vma.kind(), vma.start(), vma.tables(), vma.pages());
            for (int i = 0; i < vma.tables(); i++) {
                if (vma.young()) {
                    builder.initial(TableFields.YOUNG, 1, tables);
                }
                tables++;
            }
        }
    }

    private void process(Process process) {
        int group = builder.group(process.name(), mmOf(process.name()));
        groups.put(process.name(), group);
        int robust = robustTable(process);
        for (int i = 1; i <= process.threads(); i++) {
            List<Call> script = new ArrayList<>(calls(process.does().stream()
                    .flatMap(action -> Actor.ACTIONS.getOrDefault(action, List.of()).stream()).toList(), group));
            script.add(call(process.leaves() && i == 1 ? "exit_group" : "get_signal", group, script.size()));
            script.add(call("do_exit", group, script.size()));
            int task = builder.thread(group, numbered(process.name(), i, process.threads()), "victim", script.toArray(Call[]::new));
            if (robust >= 0) {
                builder.initial(TaskFields.ROBUST_LIST, robust + 1, task);
            }
        }
        switch (process.frozen()) {
            case "v1" -> builder.initial(GroupFields.FREEZING, 1, group);
            case "v2" -> builder.initial(GroupFields.FREEZING_V2, 1, group);
            default -> { }
        }
        if (process.oomExempt()) {
            builder.initial(GroupFields.OOM_EXEMPT, 1, group);
        }
    }

    private int robustTable(Process process) {
        int table = 0;
        for (Process other : scenario.processes()) {
            for (VmaSpec vma : other.vmas()) {
                if (other == process && vma.name().equals(process.robustList())) {
                    return table;
                }
                table += vma.tables();
            }
        }
        return -1;
    }

    private void actor(Actor actor, String name) {
        Optional<String> oneCall = patches.stream().flatMap(p -> p.killAndReap().stream()).findFirst();
        List<Call> calls = new ArrayList<>();
        for (String deed : actor.does()) {
            String target = Actor.targetOf(deed).isEmpty() ? actor.target() : Actor.targetOf(deed);
            for (String program : Actor.programs(deed, oneCall)) {
                calls.add(call(program, groups.getOrDefault(target, 0), calls.size()));
            }
        }
        int group = actor.threadOf().isEmpty() ? builder.group(name, SystemBuilder.NO_MM) : actorGroups.getOrDefault(actor.threadOf(), 0);
        actorGroups.putIfAbsent(actor.name(), group);
        int task = builder.task(group, name, actor.role(), actor.daemon(), calls.toArray(Call[]::new));
        if (actor.does().stream().map(Actor::action).anyMatch(action -> action.startsWith("read-") && !action.equals("read-cmdline"))
                && !actor.does().contains("open-proc-file")) {
            builder.openFile(task, mmOf(actor.target()));
        }
    }

    private void memory(Memory memory) {
        builder.initial(SystemFields.FREE_AT_START, memory.free()).initial(SystemFields.DEMAND, memory.demand())
                .initial(SystemFields.LOW_WATERMARK, memory.lowWatermark()).initial(SystemFields.BATCH_PAGES, memory.batch())
                .initial(SystemFields.PROCESS_ACCT, memory.processAcct() ? 1 : 0);
    }

    private int mmOf(String process) {
        return mms.getOrDefault(process, 0);
    }

    private static List<Call> calls(List<String> programs, int target) {
        List<Call> calls = new ArrayList<>();
        for (String program : programs) {
            calls.add(call(program, target, calls.size()));
        }
        return calls;
    }

    private static Call call(String program, int target, int number) {
        return new Call(program + (number == 0 ? "" : "." + number), program, Map.of("target", Expr.of(target)));
    }

    /** The name of one of several tasks. */
    static String numbered(String name, int number, int count) {
        return count == 1 ? name : name + "-" + number;
    }
}
