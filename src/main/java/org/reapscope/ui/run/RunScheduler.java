package org.reapscope.ui.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.reapscope.document.session.RunSession;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.TaskSpec;
import org.reapscope.run.BreakCondition;
import org.reapscope.run.Policy;
import org.reapscope.run.Stepper;

/** Who steps when nobody in particular is told to, with what is said about each task, and where a run stops. */
public final class RunScheduler {

    private final ObjectProperty<RunPolicy> policy = new SimpleObjectProperty<>(RunPolicy.STAY);
    private final LongProperty seed = new SimpleLongProperty(42);
    private final ObservableList<BreakCondition> breaks = FXCollections.observableArrayList();
    private final Map<RunPolicy.PerTask, Map<String, Integer>> values = new EnumMap<>(RunPolicy.PerTask.class);

    public ObjectProperty<RunPolicy> policy() {
        return policy;
    }

    public LongProperty seed() {
        return seed;
    }

    /** Where a run stops. */
    public ObservableList<BreakCondition> breaks() {
        return breaks;
    }

    /** What is said of a task to the present policy. */
    public int value(String task) {
        RunPolicy.PerTask kind = policy.get().perTask();
        return values.getOrDefault(kind, Map.of()).getOrDefault(task, kind.usual());
    }

    public void setValue(String task, int value) {
        RunPolicy.PerTask kind = policy.get().perTask();
        values.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(task, Math.clamp(value, kind.least(), kind.most()));
    }

    /** All of it, to be kept. */
    public RunSession.Scheduler saved() {
        Map<String, Map<String, Integer>> said = new LinkedHashMap<>();
        values.forEach((kind, tasks) -> said.put(name(kind), Map.copyOf(tasks)));
        return new RunSession.Scheduler(name(policy.get()), seed.get(), breaks, said);
    }

    /** Takes over what was kept; what this program does not know of it stays as it is. */
    public void restore(RunSession.Scheduler kept) {
        if (kept.policy().isEmpty()) {
            return;
        }
        Arrays.stream(RunPolicy.values()).filter(p -> name(p).equals(kept.policy())).forEach(policy::set);
        seed.set(kept.seed());
        breaks.setAll(kept.breaks());
        for (RunPolicy.PerTask kind : RunPolicy.PerTask.values()) {
            Map<String, Integer> said = kept.values().getOrDefault(name(kind), Map.of());
            said.forEach((task, value) -> values.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                    .put(task, Math.clamp(value, kind.least(), kind.most())));
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The present policy for where a run stands. */
    Policy at(Stepper stepper) {
        Machine machine = stepper.machine();
        List<String> last = new ArrayList<>();
        if (stepper.depth() > 0) {
            last.add(machine.spec().tasks().get(stepper.tree().task(stepper.node())).name());
        }
        Map<String, Integer> said = new LinkedHashMap<>();
        machine.spec().tasks().forEach(t -> said.put(t.name(), value(t.name())));
        return policy.get().policy(seed.get(), last, role(machine, "killer"), role(machine, "victim"), said);
    }

    private static List<String> role(Machine machine, String role) {
        return machine.spec().tasks().stream().filter(t -> t.role().equals(role)).map(TaskSpec::name).toList();
    }
}
