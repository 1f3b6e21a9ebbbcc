package org.reapscope.analysis.sentence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.Teardown;
import org.reapscope.analysis.VictimThread;
import org.reapscope.analysis.sentence.KillPart.Part;

/** Which rows of a trace play a part in a kill. Made once, O(events that do). */
final class KillParts {

    private final Map<Integer, KillPart> byRow = new HashMap<>();

    KillParts(List<Kill> kills) {
        for (Kill kill : kills) {
            put(kill, Part.KILLED, kill.killed(), null);
            for (VictimThread thread : kill.threads()) {
                put(kill, Part.DELIVERED, thread.delivered(), null);
                put(kill, Part.EXITED, thread.exited(), null);
                put(kill, Part.MM_NULL, thread.mmNull(), null);
            }
            kill.reaps().forEach(reap -> addReap(kill, reap));
            if (kill.teardown() != null) {
                addTeardown(kill, kill.teardown());
            }
        }
    }

    @Nullable KillPart of(int row) {
        return byRow.get(row);
    }

    private void addReap(Kill kill, Reap reap) {
        put(kill, Part.REAP_ENTERED, reap.entered(), reap);
        put(kill, Part.REAP_ASKED, reap.asked(), reap);
        put(kill, Part.REAP_LOCKED, reap.locked(), reap);
        put(kill, Part.REAP_RELEASED, reap.released(), reap);
        put(kill, Part.REAP_EXITED, reap.exited(), reap);
    }

    private void addTeardown(Kill kill, Teardown teardown) {
        put(kill, Part.TEARDOWN_BEGAN, teardown.began(), null);
        put(kill, Part.UNMAPPED, teardown.unmapped(), null);
        put(kill, Part.WRITE_ASKED, teardown.writeAsked(), null);
        put(kill, Part.WRITE_LOCKED, teardown.writeLocked(), null);
        put(kill, Part.TORN_DOWN, teardown.done(), null);
    }

    private void put(Kill kill, Part part, @Nullable Moment moment, @Nullable Reap reap) {
        if (moment != null) {
            byRow.putIfAbsent(moment.row(), new KillPart(kill, part, reap));
        }
    }
}
