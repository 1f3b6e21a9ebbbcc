package org.reapscope.kernel.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.reapscope.kernel.Edit;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.expr.Printer;

/**
 * Takes every guard, effect and jump away, one at a time, and looks whether some reference system behaves differently, so
 * that {@link ReferenceSystemsTest} would have failed. Takes minutes, so it runs only when asked for:
 * {@code mvn test -Dtest=MutationTest -DargLine=-Dmutation=true}; {@code -Dmutation.only=REGEX} picks some.
 */
@EnabledIfSystemProperty(named = "mutation", matches = "true", disabledReason = "takes minutes; asked for by -Dmutation=true")
final class MutationTest {

    /** Changes after which the model behaves as before, each with the reason. */
    private static final Map<String, String> EQUIVALENT = Map.of(
            "__mmput M4w without its guard", "mm_users is 0: nobody who could write-lock is left, so the read lock is never waited for");

    /** The steps of the unpatched kernels. Those of patches are held by what the patches are to change (PatchOutcomesTest). */
    private static final Set<String> BASELINE = Arrays.stream(Profile.values())
            .flatMap(profile -> KernelPaths.programs(profile).all().stream())
            .flatMap(program -> program.lines().stream().map(line -> program.name() + " " + line)).collect(Collectors.toSet());

    private record Mutation(String step, String what, Edit edit) {}

    private static List<Mutation> mutations(Program program) {
        List<Mutation> all = new ArrayList<>();
        for (Line line : program.lines()) {
            if (!(line instanceof MicroStep step) || !BASELINE.contains(program.name() + " " + step)) {
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
        if (what.matches(System.getProperty("mutation.only", ".*"))) {
            all.add(new Mutation(program.name() + " " + built.id(), what, new Edit.Replace(program.name(), built.id(), List.of(built))));
        }
    }

    /** Whether {@link ReferenceSystemsTest} would see a difference. */
    private static boolean differs(MachineSpec spec, MachineSpec mutant, Supplier<String> normal) {
        try {
            return !SeededRuns.digest(mutant).equals(SeededRuns.digest(spec))
                    || !ReferenceSystemsTest.behaviour("", mutant).equals(normal.get());
        } catch (ModelException | AssertionError e) {
            return true;
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
            Supplier<String> normal = new Once(() -> ReferenceSystemsTest.behaviour("", spec));
            TreeSet<String> taken = stepsOf(spec.build());
            for (Program program : spec.programs().all()) {
                for (Mutation m : mutations(program)) {
                    boolean known = noticed.computeIfAbsent(m.what, w -> false);
                    if (!known && taken.contains(m.step)) {
                        MachineSpec mutant = spec.withPrograms(spec.programs().edited(List.of(m.edit)));
                        noticed.put(m.what, differs(spec, mutant, normal));
                    }
                }
            }
        }
        List<String> unnoticed = noticed.keySet().stream().filter(w -> !noticed.getOrDefault(w, false)).toList();
        assertEquals(EQUIVALENT.keySet().stream().filter(noticed::containsKey).collect(Collectors.joining("\n")), String.join("\n", unnoticed), () -> unnoticed.size() + " of "
                + noticed.size() + " changes are not noticed");
    }

    /** A value that is worked out when it is first asked for. */
    private static final class Once implements Supplier<String> {

        private final Supplier<String> source;
        private String value = "";

        Once(Supplier<String> source) {
            this.source = source;
        }

        @Override
        public String get() {
            value = value.isEmpty() ? source.get() : value;
            return value;
        }
    }
}
