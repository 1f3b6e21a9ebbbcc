package org.reapscope.kernel.patch;

import java.util.List;

import org.reapscope.kernel.Edit;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;

/** Liam Howlett's alternative: exit_mmap sets MMF_OOM_SKIP before it unmaps. */
public final class EarlyOomSkip implements KernelPatch {

    @Override
    public String id() {
        return "k";
    }

    @Override
    public String title() {
        return "MMF_OOM_SKIP is set before exit_mmap unmaps";
    }

    @Override
    public String status() {
        return "alternative in the discussion, no patch";
    }

    @Override
    public String source() {
        return "Liam Howlett, Aug 2025; Michal Hocko's objection, same thread";
    }

    @Override
    public List<String> hazards() {
        return List.of(
                "Michal Hocko: the flag hides the victim from the OOM killer, so the next invocation chooses another one while the first has not freed anything.",
                "process_mrelease finds the flag and leaves the work to one task alone.");
    }

    @Override
    public List<Edit> edits(Profile profile, Programs programs) {
        return List.of(new Edit.Move("__mmput", "M9", "M5"));
    }
}
