package org.reapscope.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A change of the kernel that was proposed: an edit of named steps of named programs. One file each. */
public interface KernelPatch {

    /** Short and unique, as the discussion's summary letters them: {@code f}. */
    String id();

    /** What it does, in one line. */
    String title();

    /** What became of it. */
    String status();

    /** The mail or commit it comes from. */
    String source();

    /** What it breaks or leaves open, a sentence each. */
    List<String> hazards();

    /** Patches that cannot be applied together with this one, by id, each with the reason. */
    default Map<String, String> contradicts() {
        return Map.of();
    }

    /** Why it cannot be applied to a kernel of this profile, empty if it can. */
    default Optional<String> refusedBy(Profile profile) {
        return Optional.empty();
    }

    /**
     * The program that kills and reaps in one call, where the patch adds such a call: user space then calls it instead
     * of pidfd_send_signal followed by process_mrelease. Its result is kept where process_mrelease's is.
     */
    default Optional<String> killAndReap() {
        return Optional.empty();
    }

    /**
     * Programs that run beside the tasks of every scenario while this patch is applied, as daemons: what the posted code
     * leaves to chance and must therefore be explored.
     */
    default List<String> daemons() {
        return List.of();
    }

    /**
     * The edits.
     *
     * @param profile the baseline
     * @param programs the programs so far: the baseline, changed by the patches applied before
     */
    List<Edit> edits(Profile profile, Programs programs);
}
