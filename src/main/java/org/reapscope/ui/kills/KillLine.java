package org.reapscope.ui.kills;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.RssCurve;
import org.reapscope.ui.kit.Messages;

/**
 * A kill as a line of the table.
 *
 * @param kill whose line it is
 * @param bytes what the victim had mapped at the kill, -1 if not known
 * @param memory the same in words
 * @param windowNs the length of its -ESRCH window, -1 if not known
 * @param result what the calls for its memory came to
 */
record KillLine(Kill kill, long bytes, String memory, long windowNs, KillResult result) {

    /** The lines of kills, in their order. O(kills log samples). */
    static List<KillLine> of(List<Kill> kills, RssCurve rss) {
        return kills.stream().map(kill -> of(kill, rss)).toList();
    }

    static KillLine of(Kill kill, RssCurve rss) {
        Long window = kill.windowNs();
        int row = kill.killed().row();
        return new KillLine(kill, rss.bytes(kill.mm(), row), rss.words(kill.mm(), row), window == null ? -1 : window, KillResult.of(kill));
    }

    /** Who tore the memory down, empty if that is not seen. */
    String tornDownBy() {
        var teardown = kill.teardown();
        return teardown == null ? "" : kill.isThread(teardown.task()) ? Messages.text("kills.victim-itself") : teardown.label();
    }

    /** Whether every word that is typed stands somewhere in the line. */
    boolean fits(@Nullable String typed) {
        String all = String.join(" ", kill.victim(), kill.by(), memory, tornDownBy(), result.words()).toLowerCase(Locale.ROOT);
        return typed == null || List.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream().allMatch(all::contains);
    }
}
