package org.reapscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Figures;
import org.reapscope.analysis.moment.FirstOf;
import org.reapscope.analysis.moment.LockNow;
import org.reapscope.analysis.moment.MmNow;
import org.reapscope.trace.RssMember;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.RowPool;

/** The victim's mm. What no event tells is said to be unknown. */
final class MmSection {

    private record Line(String key, String value, String style) {}

    private final RowPool<KeyValueRow> rows;

    MmSection(VBox place) {
        rows = new RowPool<>(place, KeyValueRow::new);
    }

    void show(ClockFigures clock, MmNow mm) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Messages.text("inspector.mm-users"), Messages.text("inspector.mm-users-unknown"), "unknown"));
        lines.add(mapped(mm));
        mm.counters().forEach(c -> lines.add(counter(c)));
        addLock(clock, lines, mm.lock());
        lines.add(new Line(Messages.text("inspector.task-mm"), Messages.text("inspector.task-mm-null", mm.threadsWithoutMm(), mm.threads()),
                mm.threadsWithoutMm() < mm.threads() ? "plain" : mm.tornDown() ? "good" : "alarming"));
        lines.add(new Line(Messages.text("inspector.address"), mm.address(), "code"));
        List<KeyValueRow> shown = rows.take(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            shown.get(i).show(lines.get(i).key(), lines.get(i).value(), lines.get(i).style());
        }
    }

    private static Line mapped(MmNow mm) {
        String key = Messages.text("inspector.mapped");
        return mm.tornDown() ? new Line(key, Messages.text("inspector.torn-down"), "good")
                : mm.mapped().known() ? new Line(key, Figures.bytes(mm.mapped().lastTold()), "plain")
                : mm.mapped().least() > 0 ? new Line(key, Messages.text("inspector.rss-at-least", Figures.bytes(mm.mapped().least())), "plain")
                : new Line(key, Messages.text(mm.counters().isEmpty() ? "inspector.rss-unknown" : "inspector.rss-not-told"), "unknown");
    }

    private static Line counter(MmNow.Counter counter) {
        String key = "  " + counter.member();
        if (counter.told() < 0) {
            return new Line(key, Messages.text("inspector.counter-not-yet", Figures.bytes(counter.next())), "unknown");
        }
        if (counter.next() >= 0) {
            return new Line(key, Messages.text("inspector.counter-between", Figures.bytes(counter.told()), Figures.bytes(counter.next())), "unknown");
        }
        return new Line(key, Figures.bytes(counter.told()), counter.member() == RssMember.MM_SWAPENTS || counter.told() == 0 ? "minor" : "plain");
    }

    private static void addLock(ClockFigures clock, List<Line> lines, @Nullable LockNow lock) {
        String key = Messages.text("inspector.mmap-lock");
        if (lock == null) {
            lines.add(new Line(key, Messages.text("inspector.unknown"), "unknown"));
            return;
        }
        List<LockNow.Party> holders = lock.holders().items();
        lines.add(new Line(key, holders.isEmpty() ? Messages.text("inspector.free") : parties(clock, lock.holders(), "inspector.more-holders"),
                holders.isEmpty() ? "plain" : holders.getFirst().write() ? "writer" : "reader"));
        if (!lock.waiters().items().isEmpty()) {
            lines.add(new Line("  " + Messages.text("inspector.waits"), parties(clock, lock.waiters(), "inspector.more-waiters"), "alarming"));
        }
    }

    private static String parties(ClockFigures clock, FirstOf<LockNow.Party> parties, String more) {
        return parties.items().stream().map(party -> LockRow.words(clock, party)).collect(Collectors.joining("\n"))
                + (parties.more() > 0 ? "\n" + Messages.text(more, parties.more()) : "");
    }
}
