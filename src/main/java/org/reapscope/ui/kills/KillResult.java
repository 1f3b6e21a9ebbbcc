package org.reapscope.ui.kills;

import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.ReapOutcome;
import org.reapscope.ui.kit.Messages;

/** What the calls for a victim's memory came to, the worst first. */
enum KillResult {
    ESRCH_HARMFUL("kills.esrch-harmful"),
    FAILED("kills.failed"),
    UNCLEAR("kills.unclear"),
    NOT_FREED("kills.not-freed"),
    ESRCH_BENIGN("kills.esrch-benign"),
    NOTHING_LEFT("kills.nothing-left"),
    REAPED("kills.reaped"),
    NOT_ASKED("kills.not-asked");

    private final String textKey;

    KillResult(String textKey) {
        this.textKey = textKey;
    }

    /** The worst of a kill's calls; without calls whether the memory is seen to go. */
    static KillResult of(Kill kill) {
        KillResult worst = kill.tornDown() == null && kill.emptied() == null ? NOT_FREED : NOT_ASKED;
        for (Reap reap : kill.reaps()) {
            ReapOutcome outcome = reap.outcome();
            KillResult result = outcome == null ? UNCLEAR : switch (outcome) {
                case ESRCH_HARMFUL -> ESRCH_HARMFUL;
                case ESRCH_BENIGN -> ESRCH_BENIGN;
                case NOTHING_LEFT -> NOTHING_LEFT;
                case REAPED -> REAPED;
                case EINVAL, EINTR, EAGAIN, OTHER -> FAILED;
            };
            worst = result.compareTo(worst) < 0 ? result : worst;
        }
        return worst;
    }

    String words() {
        return Messages.text(textKey);
    }
}
