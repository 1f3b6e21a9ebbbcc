package org.reapscope.kernel.patch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.reapscope.base.registry.Registry;
import org.reapscope.base.words.Spelling;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.expr.ModelException;

/** All patches there are, and how they are applied together: every class of this package that is a patch. */
public final class KernelPatches {

    /** As written for "no patch". */
    public static final String NONE = "none";

    private static final List<KernelPatch> ALL = Registry.instances(KernelPatch.class, "org.reapscope.kernel.patch").stream()
            .sorted(Comparator.comparing(KernelPatch::id)).toList();

    private KernelPatches() {}

    /** The patches, by id. */
    public static List<KernelPatch> all() {
        return ALL;
    }

    /** The patch with this id. */
    public static KernelPatch of(String id) {
        return all().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
    }

    private static ModelException unknown(String id) {
        List<String> ids = all().stream().map(KernelPatch::id).toList();
        String hint = Spelling.hint(id, ids);
        return new ModelException("no patch is called '" + id + "'" + (hint.isEmpty() ? "; there" : hint + " There") + " are " + String.join(", ", ids));
    }

    /**
     * The patches of a text such as {@code f,j}; none for {@code none} and for nothing.
     *
     * @throws ModelException if there is no such patch
     */
    public static List<KernelPatch> parse(String text) {
        List<KernelPatch> patches = new ArrayList<>();
        for (String id : text.split("[,+\\s]+")) {
            if (!id.isEmpty() && !id.equals(NONE)) {
                patches.add(of(id));
            }
        }
        return patches;
    }

    /**
     * The programs of a kernel with these patches, in whatever order they are named.
     *
     * @throws ModelException if two of them contradict each other, or one does not fit the profile; says why
     */
    public static Programs apply(Profile profile, Programs baseline, List<KernelPatch> patches) {
        refuse(profile, patches);
        Programs programs = baseline;
        List<KernelPatch> inOrder = patches.stream().distinct()
                .sorted(Comparator.<KernelPatch, Boolean>comparing(p -> p.killAndReap().isPresent()).thenComparing(KernelPatch::id))
                .toList();
        for (KernelPatch patch : inOrder) {
            programs = programs.edited(patch.edits(profile, programs));
        }
        return programs;
    }

    private static void refuse(Profile profile, List<KernelPatch> patches) {
        for (KernelPatch patch : patches) {
            patch.refusedBy(profile).ifPresent(reason -> {
                throw new ModelException("patch " + patch.id() + " does not apply to " + profile.id() + ": " + reason);
            });
            for (KernelPatch other : patches) {
                String reason = patch.contradicts().get(other.id());
                if (reason != null) {
                    throw new ModelException("patches " + patch.id() + " and " + other.id() + " contradict each other: " + reason);
                }
            }
        }
    }
}
