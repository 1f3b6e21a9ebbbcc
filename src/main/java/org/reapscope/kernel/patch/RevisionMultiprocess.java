package org.reapscope.kernel.patch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reapscope.kernel.Edit;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;

/** The revision of April 28 2026, patch be4bd22a. */
public final class RevisionMultiprocess implements KernelPatch {

    @Override
    public String id() {
        return "d";
    }

    @Override
    public String title() {
        return "REAP_KILL with mmgrab; refuses an mm with MMF_MULTIPROCESS";
    }

    @Override
    public String status() {
        return "replaced by v3";
    }

    @Override
    public String source() {
        return "mail afE2xchFRh2xARBn, Apr 28 2026";
    }

    @Override
    public List<String> hazards() {
        return List.of(
                "A live vfork child shares the mm without MMF_MULTIPROCESS: its memory is reaped under it.",
                "MMF_MULTIPROCESS is never cleared: a sharer that left long ago still causes a refusal.",
                "Reaping may begin before the victim reacts to SIGKILL: robust futex lists go first.");
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
