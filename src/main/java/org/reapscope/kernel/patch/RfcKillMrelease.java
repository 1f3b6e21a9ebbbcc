package org.reapscope.kernel.patch;

import static org.reapscope.kernel.MicroStep.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reapscope.kernel.Edit;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.object.MmFields;

/** The request for comments of April 13 2026: process_mrelease kills, and the signal marks the mm unstable. */
public final class RfcKillMrelease implements KernelPatch {

    @Override
    public String id() {
        return "b";
    }

    @Override
    public String title() {
        return "RFC: process_mrelease(REAP_KILL); MMF_UNSTABLE is set while the signal is sent";
    }

    @Override
    public String status() {
        return "dropped in v1";
    }

    @Override
    public String source() {
        return "Minchan Kim, RFC of Apr 13 2026, as quoted on Apr 15 and 21 2026";
    }

    @Override
    public List<String> hazards() {
        return List.of(
                "Threads that still run get SIGBUS for new faults as soon as the signal is queued, the reads of their robust "
                        + "futex lists included.",
                "Michal Hocko: special-casing mrelease is wrong, kill and reap is the same race with a smaller window.");
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
        Program kill = ReapKill.killPid(programs.edited(List.of(new Edit.InsertBefore("kill", "K5", List.of(
                step("K4.5", "__send_signal_locked").title("KILL_MRELEASE: MMF_UNSTABLE")
                        .says("sets MMF_UNSTABLE of {0:mm} before the victim can act on the signal", ReapKill.MM)
                        .why("So the victim's own teardown, too, takes the expedited path.")
                        .does(MmFields.UNSTABLE.at(ReapKill.MM).set(1)).preempt(Preempt.NO).build())))));
        return List.of(new Edit.Add(kill), new Edit.Add(ReapKill.program(ReapKill.PROCESS_MRELEASE,
                ReapKill.mrelease(programs, "P0", "P4"), List.of(ReapKill.unlock("P6")), ReapKill.kill("P16"),
                ReapKill.mrelease(programs, "P7", "P17"))));
    }
}
