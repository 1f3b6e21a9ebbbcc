package org.reapscope.analysis.sentence;

import org.reapscope.analysis.Figures;
import org.reapscope.trace.Payload;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Trace;

/** Counters of memory, TLB flushes, and everything that has no sentence of its own. */
final class MemorySentences {

    private static final long PTE_PAGE_BYTES = 2L << 20;

    private final Cast cast;
    private final Trace trace;

    MemorySentences(Cast cast) {
        this.cast = cast;
        this.trace = cast.trace();
    }

    EventSentence rss(int row) {
        long argument = trace.argument(row);
        RssMember member = Payload.rssMember(argument);
        long now = Math.max(0, Payload.rssBytes(argument));
        long before = cast.rssBytes(trace.object(row), member, row - 1);
        String who = cast.task(trace.task(row));
        String level = name(member) + " of " + cast.mm(trace.object(row)) + " now " + (member == RssMember.MM_SWAPENTS ? "take " : "are ") + Figures.bytes(now);
        String happened = before < 0 || before == now ? who + " counts: " + level + "."
                : who + (now < before ? " unmapped " : " mapped ") + Figures.bytes(Math.abs(now - before)) + ": " + level + ".";
        return new EventSentence(happened, before - now == PTE_PAGE_BYTES
                ? "That is 512 pages, what one page table maps." : "", Source.RSS_STAT);
    }

    EventSentence other(int row) {
        String who = cast.task(trace.task(row));
        long argument = trace.argument(row);
        return switch (trace.tracepoint(row)) {
            case TLB_FLUSH -> new EventSentence("CPU " + trace.cpu(row) + " flushed "
                    + (argument < 0 ? "all of its TLB." : argument == 0 ? "nothing of its TLB: it only switched to another mm."
                            : argument + (argument == 1 ? " page" : " pages") + " of its TLB."), Source.FLUSH_TLB);
            case PAGE_FAULT_USER -> new EventSentence(who + " took a page fault at " + Long.toHexString(argument) + ".", Source.PAGE_FAULT);
            case MM_VMSCAN_KSWAPD_WAKE -> new EventSentence("kswapd of node " + argument + " begins to reclaim.", Source.KSWAPD);
            case MM_VMSCAN_KSWAPD_SLEEP -> new EventSentence("kswapd of node " + argument + " goes to sleep.", Source.KSWAPD);
            case CGROUP_FREEZE -> new EventSentence(who + " told a cgroup to freeze.",
                    "A task frozen by cgroup v2 still dies of SIGKILL.", Source.CGROUP_FREEZER);
            case CGROUP_UNFREEZE -> new EventSentence(who + " told a cgroup to thaw.", Source.CGROUP_FREEZER);
            case CGROUP_NOTIFY_FROZEN -> new EventSentence("A cgroup is " + (argument == 1 ? "frozen." : "no longer frozen."), Source.CGROUP_FROZEN);
            case TRACING_MARK_WRITE -> new EventSentence(who + " wrote into the trace (trace_marker); the line below has the text.", Source.UNKNOWN);
            default -> new EventSentence(who + ": " + trace.eventName(row) + " on CPU " + trace.cpu(row) + "; the line below has its arguments.", Source.UNKNOWN);
        };
    }

    private static String name(RssMember member) {
        return switch (member) {
            case MM_FILEPAGES -> "file pages";
            case MM_ANONPAGES -> "anonymous pages";
            case MM_SWAPENTS -> "swap entries";
            case MM_SHMEMPAGES -> "shared-memory pages";
        };
    }
}
