package org.reapscope.kernel.patch;

import java.util.List;
import java.util.Optional;

import org.reapscope.kernel.Edit;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.path.KernelPaths;

/** zhongjinji v5 2/2 with Liam Howlett's corrections: the reaper walks from the highest VMA down. */
public final class ReverseWalk implements KernelPatch {

    private static final String WALK = "__oom_reap_task_mm";

    @Override
    public String id() {
        return "j";
    }

    @Override
    public String title() {
        return "the reaper walks the VMAs in reverse order";
    }

    @Override
    public String status() {
        return "merged, 6.18 and later";
    }

    @Override
    public String source() {
        return "zhongjinji, v5 2/2, Aug 25 2025; Liam Howlett, Aug 2025";
    }

    @Override
    public List<String> hazards() {
        return List.of(
                "Only the order of VMAs is reversed: in one huge VMA both walkers still start at its low end.",
                "Stacks lie highest and go first, robust futex lists with them.");
    }

    @Override
    public Optional<String> refusedBy(Profile profile) {
        return profile.reverseWalk() ? Optional.of("it is merged there; choose profile 6.12 to see its effect") : Optional.empty();
    }

    @Override
    public List<Edit> edits(Profile profile, Programs programs) {
        Programs merged = KernelPaths.programs(Profile.V6_18);
        return List.of("P9", "P10", "P14").stream()
                .<Edit>map(id -> new Edit.Replace(WALK, id, List.of(merged.get(WALK).step(id))))
                .toList();
    }
}
