package org.reapscope.kernel.patch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reapscope.kernel.Edit;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;

/** Version 2 of April 29 2026: the revision's program with a justification. */
public final class V2 implements KernelPatch {

    @Override
    public String id() {
        return "v2";
    }

    @Override
    public String title() {
        return "v2: as d, with the argument that user space can choose another victim";
    }

    @Override
    public String status() {
        return "rejected: sharing the mm would evade the low memory killer";
    }

    @Override
    public String source() {
        return "v2 of Apr 29 2026; replies afMnKrYT0xG_a-b3, afhQB0CWEcflXpOi";
    }

    @Override
    public List<String> hazards() {
        return List.of(
                "A live vfork child shares the mm without MMF_MULTIPROCESS: its memory is reaped under it.",
                "MMF_MULTIPROCESS is never cleared: a sharer that left long ago still causes a refusal.",
                "Reaping may begin before the victim reacts to SIGKILL: robust futex lists go first.",
                "Michal Hocko: the policy must be that of the global OOM killer, which kills all who share the mm.");
    }

    @Override
    public Map<String, String> contradicts() {
        return OneCall.instead(id());
    }

    @Override
    public Optional<String> killAndReap() {
        return Optional.of(ReapKill.PROCESS_MRELEASE);
    }

    @Override
    public List<Edit> edits(Profile profile, Programs programs) {
        return ReapKillMmgrab.refusingMultiprocess(programs);
    }
}
