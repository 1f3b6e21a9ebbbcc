package org.reapscope.kernel.path;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.reapscope.kernel.Edit;
import org.reapscope.kernel.EveryRun;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.expr.Printer;

/**
 * Takes every guard, effect and jump away, one at a time, and looks whether some reference system behaves differently, so
 * that {@link ReferenceSystemsTest} would have failed. Takes minutes, so it runs only when asked for:
 * {@code mvn test -Dtest=MutationTest -DargLine=-Dmutation=true}.
 */
@EnabledIfSystemProperty(named = "mutation", matches = "true")
final class MutationTest {

    /**
     * Changes that no reference system notices: what only patched kernels need (waiting for per-VMA readers), what is noted
     * only to be shown (who freed a page), what keeps equal states equal (cursors set back), and queues that these systems
     * are too small for. May only shrink.
     */
    private static final int UNNOTICED = 68;

    private record Mutation(String step, String what, Edit edit) {}

    private static List<Mutation> mutations(Program program) {
        List<Mutation> all = new ArrayList<>();
        for (Line line : program.lines()) {
            if (!(line instanceof MicroStep step)) {
                continue;
            }
            String name = program.name() + " " + step.id();
            if (step.guard() != Expr.TRUE) {
                add(all, program, name + " without its guard", step.toBuilder().always());
            }
            for (int k = 0; k < step.effects().size(); k++) {
                List<Effect> fewer = new ArrayList<>(step.effects());
                Effect gone = fewer.remove(k);
                add(all, program, name + " without " + Printer.print(List.of(gone)).strip().replaceAll("\\s+", " "),
                        step.toBuilder().doesNothing().does(fewer));
            }
            for (int k = 0; k < step.jumps().size(); k++) {
                MicroStep.Builder b = step.toBuilder().noJumps();
                for (int j = 0; j < step.jumps().size(); j++) {
                    if (j != k) {
                        b.jump(step.jumps().get(j).when(), step.jumps().get(j).to());
                    }
                }
                add(all, program, name + " without its jump to " + step.jumps().get(k).to(), b);
            }
        }
        return all;
    }

    private static void add(List<Mutation> all, Program program, String what, MicroStep.Builder step) {
        MicroStep built = step.build();
        all.add(new Mutation(program.name() + " " + built.id(), what, new Edit.Replace(program.name(), built.id(), List.of(built))));
    }

    /** What can be seen of a system: how many states and steps, how it can end, what ever holds. */
    private static String behaviour(MachineSpec spec) {
        try {
            EveryRun runs = EveryRun.of(spec.build());
            return runs.states() + " states, " + runs.transitions() + " steps, " + runs.outcomes() + " "
                    + runs.everHeld();
        } catch (ModelException | AssertionError e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static TreeSet<String> stepsOf(Machine m) {
        TreeSet<String> names = new TreeSet<>();
        for (int t = 0; t < m.tasks(); t++) {
            for (int pc : m.specialisation().reached(t).stream().toArray()) {
                if (pc < m.program(t).size()) {
                    names.add(m.program(t).get(pc).program() + " " + m.program(t).get(pc).step().id());
                }
            }
        }
        return names;
    }

    @Test
    void takingAnythingAwayIsNoticed() {
        Map<String, Boolean> noticed = new LinkedHashMap<>();
        for (MachineSpec spec : ReferenceSystems.all().values()) {
            String normal = behaviour(spec);
            TreeSet<String> taken = stepsOf(spec.build());
            for (Program program : spec.programs().all()) {
                for (Mutation m : mutations(program)) {
                    boolean known = noticed.computeIfAbsent(m.what, w -> false);
                    if (!known && taken.contains(m.step)) {
                        MachineSpec mutant = spec.withPrograms(spec.programs().edited(List.of(m.edit)));
                        noticed.put(m.what, !behaviour(mutant).equals(normal));
                    }
                }
            }
        }
        List<String> unnoticed = noticed.keySet().stream().filter(w -> !noticed.getOrDefault(w, false)).toList();
        assertTrue(unnoticed.size() <= UNNOTICED, () -> unnoticed.size() + " of " + noticed.size()
                + " changes are not noticed:\n" + String.join("\n", unnoticed));
    }
}
