package org.reapscope.explore.compare;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.scenario.Scenario;

/**
 * A kernel that is compared: a release and the patches on top of it.
 *
 * @param profile the release
 * @param patches ids of patches, in the order given
 */
public record Variant(Profile profile, List<String> patches) {

    /** Keeps a copy. */
    public Variant {
        patches = List.copyOf(patches);
    }

    /** The kernel that a scenario names itself. */
    public static Variant of(Scenario scenario) {
        return new Variant(scenario.profile(), scenario.patches());
    }

    /**
     * Each release with each patch set, release by release.
     *
     * @param patchSets patch sets separated by commas, patches of one set joined by {@code +}: {@code none,d,f+j}
     * @throws org.reapscope.kernel.expr.ModelException if there is no such patch
     */
    public static List<Variant> all(List<Profile> profiles, String patchSets) {
        List<List<String>> sets = new ArrayList<>();
        for (String set : patchSets.split(",")) {
            if (!set.isBlank()) {
                sets.add(KernelPatches.parse(set.strip()).stream().map(KernelPatch::id).toList());
            }
        }
        return profiles.stream().flatMap(p -> sets.stream().distinct().map(set -> new Variant(p, set))).toList();
    }

    /** The patch set as one writes it: {@code none}, {@code f}, {@code b+l}. */
    public String patchSet() {
        return patches.isEmpty() ? KernelPatches.NONE : String.join("+", patches);
    }

    /** Its scenario: the given one on this kernel. */
    public Scenario applied(Scenario scenario) {
        return scenario.on(profile).patched(patches);
    }

    @Override
    public String toString() {
        return profile.id() + ' ' + patchSet();
    }
}
