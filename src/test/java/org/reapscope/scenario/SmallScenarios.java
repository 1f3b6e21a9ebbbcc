package org.reapscope.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.reapscope.kernel.Grain;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.patch.KernelPatches;

/** The scenarios that come with the program, with every kernel and patch, in sizes that can be searched whole. */
public final class SmallScenarios {

    private static final Path SAMPLES = Path.of("samples/scenarios");

    private SmallScenarios() {}

    /** One scenario on one kernel. */
    public record Case(Scenario scenario, Grain grain) {

        /** The machine, with the scenario's properties as facts. */
        public Machine machine() {
            return ScenarioSystem.toExplore(scenario).spec().withGrain(grain).build();
        }

        /** Its patches, or none. */
        public String patches() {
            return scenario.patches().isEmpty() ? KernelPatches.NONE : String.join(",", scenario.patches());
        }

        @Override
        public String toString() {
            return scenario.id() + " " + scenario.profile().id() + " " + patches() + " " + grain;
        }
    }

    /** The scenarios, one thread and one page table where it lets itself be had so. */
    public static List<Scenario> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<Scenario> all = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                all.add(new Overrides(1, 1, 0).applied(ScenarioFile.read(file)));
            }
            return all;
        }
    }

    /** Every scenario with its own patches, and on every kernel with no patch and with each that applies. */
    public static List<Case> everyKernelAndPatch(Grain grain) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Scenario scenario : scenarios()) {
            for (Profile profile : Profile.values()) {
                of(scenario, profile, List.of(), grain).ifPresent(cases::add);
                for (KernelPatch patch : KernelPatches.all()) {
                    of(scenario, profile, List.of(patch.id()), grain).ifPresent(cases::add);
                }
            }
            if (scenario.patches().size() > 1) {
                cases.add(new Case(scenario, grain));
            }
        }
        return cases;
    }

    /** Every scenario with no patch on every kernel, and with each patch on one kernel that takes it, each in turn. */
    public static List<Case> everyPatch(Grain grain) throws IOException {
        List<Case> cases = new ArrayList<>();
        Profile[] profiles = Profile.values();
        for (Scenario scenario : scenarios()) {
            for (Profile profile : profiles) {
                of(scenario, profile, List.of(), grain).ifPresent(cases::add);
            }
            for (KernelPatch patch : KernelPatches.all()) {
                onSomeKernel(scenario, patch, cases.size(), grain).ifPresent(cases::add);
            }
        }
        return cases;
    }

    /**
     * So few of them that each scenario, each kernel and each patch is there: the k-th patch goes with the k-th scenario
     * that takes it, each scenario in turn.
     */
    public static List<Case> aSpread(Grain grain) throws IOException {
        List<Scenario> scenarios = scenarios();
        List<KernelPatch> patches = KernelPatches.all();
        List<Case> cases = new ArrayList<>();
        for (int k = 0; k < Math.max(scenarios.size(), patches.size()); k++) {
            Scenario scenario = scenarios.get(k % scenarios.size());
            onSomeKernel(scenario, patches.get(k % patches.size()), k, grain).ifPresent(cases::add);
        }
        return cases;
    }

    private static Optional<Case> onSomeKernel(Scenario scenario, KernelPatch patch, int first, Grain grain) {
        Profile[] profiles = Profile.values();
        Optional<Case> some = Optional.empty();
        for (int p = 0; p < profiles.length && some.isEmpty(); p++) {
            some = of(scenario, profiles[(first + p) % profiles.length], List.of(patch.id()), grain);
        }
        return some;
    }

    private static Optional<Case> of(Scenario scenario, Profile profile, List<String> patches, Grain grain) {
        Scenario changed = scenario.on(profile).patched(patches);
        try {
            KernelPatches.apply(profile, org.reapscope.kernel.path.KernelPaths.programs(profile),
                    KernelPatches.parse(String.join(",", patches)));
            return Optional.of(new Case(changed, grain));
        } catch (ModelException e) {
            return Optional.empty();
        }
    }
}
