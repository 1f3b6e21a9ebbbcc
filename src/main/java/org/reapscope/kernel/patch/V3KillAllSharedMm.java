package org.reapscope.kernel.patch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reapscope.kernel.Edit;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;

/** Version 3 of May 11 2026. */
public final class V3KillAllSharedMm implements KernelPatch {

    @Override
    public String id() {
        return "v3";
    }

    @Override
    public String title() {
        return "v3: REAP_KILL kills every process that shares the mm";
    }

    @Override
    public String status() {
        return "rejected: process_mrelease would become a signal call with a scope of its own";
    }

    @Override
    public String source() {
        return "mail 20260511214226.937793-1, May 11 2026";
    }

    @Override
    public List<String> hazards() {
        return List.of(
                "Any failure gives -EBUSY and no reaping, although some processes may already be dead.",
                "Christian Brauner: EBUSY and reporting init make no sense; keep the mm reachable instead.");
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
        return ReapKillMmgrab.killingAllSharers(programs);
    }
}
