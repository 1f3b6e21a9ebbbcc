package org.reapscope.kernel.patch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reapscope.kernel.Edit;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;

/** Version 1 as its changelog of April 21 2026 describes it. */
public final class V1AsDescribed implements KernelPatch {

    @Override
    public String id() {
        return "c-described";
    }

    @Override
    public String title() {
        return "v1: process_mrelease(REAP_KILL) with mmget, as its changelog describes it";
    }

    @Override
    public String status() {
        return "replaced by the revision of April 28";
    }

    @Override
    public String source() {
        return "changelog of mail 20260421230239.172582-4, Apr 21 2026";
    }

    @Override
    public List<String> hazards() {
        return List.of(
                "The reaper pins mm_users: if it is preempted, or gets -EINTR before it reaps, the teardown waits for it.",
                "Michal Hocko: why block exit_mmap? Suren Baghdasaryan: mmgrab suffices, parallel exit is welcome.",
                "MMF_UNSTABLE before the kill: threads that still run get SIGBUS for new faults at once.");
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
        return ReapKillMmget.edits(programs, true);
    }
}
