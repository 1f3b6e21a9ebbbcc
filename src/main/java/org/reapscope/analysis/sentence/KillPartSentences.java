package org.reapscope.analysis.sentence;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.Teardown;
import org.reapscope.analysis.VictimThread;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.SpanLane;

/** The mmap_lock events that are steps of exit_mm, of process_mrelease or of exit_mmap on a killed process. */
final class KillPartSentences {

    private final Cast cast;
    private final Trace trace;
    private final MmapLockSentences locks;

    KillPartSentences(Cast cast) {
        this.cast = cast;
        this.trace = cast.trace();
        this.locks = new MmapLockSentences(cast);
    }

    /** Null where the event is nothing special. */
    @Nullable EventSentence of(int row, KillPart part) {
        Kill kill = part.kill();
        String who = cast.task(trace.task(row));
        return switch (part.part()) {
            case MM_NULL -> mmNull(row, kill, who);
            case REAP_ASKED -> new EventSentence(who + ", in process_mrelease, found a thread of " + kill.victim()
                    + " that still has its mm and asks for the mmap_lock.",
                    MmapLockSentences.join(margin(kill, part.reap()), waitAhead(row)), Source.FIND_LOCK_TASK_MM);
            case REAP_LOCKED -> new EventSentence(who + ", in process_mrelease, holds the mmap_lock of " + cast.mm(kill.mm())
                    + gotAfter(row) + " and begins to reap" + memory(kill, row) + ".", waited(row), Source.REAP_TASK_MM);
            case REAP_RELEASED -> new EventSentence(who + " is done reaping " + kill.victim() + " and is about to release the mmap_lock"
                    + heldFor(row) + ".", MmapLockSentences.join(left(kill, row), locks.next(lane(row), row)), Source.REAP_TASK_MM);
            case TEARDOWN_BEGAN -> new EventSentence(who + " begins to tear down " + cast.mm(kill.mm()) + memory(kill, row) + ".", whoPays(kill, row), Source.EXIT_MMAP);
            case UNMAPPED -> new EventSentence(who + " has unmapped all of " + cast.mm(kill.mm())
                    + " and releases the read lock" + heldFor(row) + ".",
                    "MMF_OOM_SKIP is set next: whoever comes to reap from then on finds nothing to do. The last pages gathered are not free yet.",
                    Source.EXIT_MMAP);
            case WRITE_ASKED -> new EventSentence(who + " asks for the write lock of " + cast.mm(kill.mm()) + " to free its page tables.",
                    waitAhead(row), Source.EXIT_MMAP);
            case WRITE_LOCKED -> new EventSentence(who + " holds the write lock of " + cast.mm(kill.mm()) + gotAfter(row)
                    + ": page tables and the last gathered pages are freed now.", waited(row), Source.EXIT_MMAP);
            case TORN_DOWN -> tornDown(row, kill, who);
            default -> null;
        };
    }

    EventSentence exitMmap(int row, @Nullable KillPart part) {
        String who = cast.task(trace.task(row));
        return part == null
                ? new EventSentence(who + " has torn down " + cast.mm(trace.object(row)) + ".", "All its memory is free.", Source.EXIT_MMAP)
                : tornDown(row, part.kill(), who);
    }

    private EventSentence mmNull(int row, Kill kill, String who) {
        long gone = kill.threads().stream().map(VictimThread::mmNull).filter(m -> m != null && m.row() <= row).count();
        int threads = kill.threads().size();
        Moment last = kill.mmNull();
        String happened = who + " let go of its mm: exit_mm() set task->mm to NULL just before this release.";
        if (!kill.threadsKnown()) {
            return new EventSentence(happened, gone + " of " + kill.threadCount() + " have. Whether process_mrelease still finds one is not known.",
                    Source.EXIT_MM);
        }
        if (last == null || last.row() != row) {
            return new EventSentence(happened, gone + " of " + threads + " threads have. process_mrelease still finds the others.", Source.EXIT_MM);
        }
        return new EventSentence(happened, (threads == 1 ? "It was the only thread" : "It was the last of " + threads + " threads")
                + ": from here on find_lock_task_mm() finds nothing and process_mrelease answers -ESRCH" + stillThere(kill, row) + ".", Source.EXIT_MM);
    }

    private String stillThere(Kill kill, int row) {
        String mapped = cast.mapped(kill.mm(), row);
        return mapped.isEmpty() ? "" : ", though " + mapped + " are still mapped";
    }

    private EventSentence tornDown(int row, Kill kill, String who) {
        Long window = kill.windowNs();
        return new EventSentence(who + " has torn down " + cast.mm(kill.mm()) + ", "
                + cast.time(trace.tsNs(row) - kill.killed().ns()) + " after " + kill.zero() + ".",
                "All its memory is free." + (window == null ? "" : " For the last " + cast.time(window)
                        + " process_mrelease could only answer -ESRCH."), Source.EXIT_MMAP);
    }

    private String whoPays(Kill kill, int row) {
        Teardown teardown = kill.teardown();
        Long trapped = kill.trappedNs();
        if (teardown == null || kill.isThread(trace.task(row))) {
            return "It was the last to drop mm_users: it frees its own memory.";
        }
        return "It is not the victim: it held the last mm_users and pays for the teardown, at its own priority."
                + (trapped == null || trapped == 0 ? "" : " Until now nobody had been freeing the memory, for " + cast.time(trapped) + ".");
    }

    /** How far the call was from failing. */
    private String margin(Kill kill, @Nullable Reap reap) {
        Moment gone = kill.mmNull();
        Moment asked = reap == null ? null : reap.asked();
        return gone == null || asked == null || gone.before(asked) ? ""
                : "The last thread lets go of its mm only " + cast.time(asked.until(gone)) + " later: so close was -ESRCH.";
    }

    private String memory(Kill kill, int row) {
        String mapped = cast.mapped(kill.mm(), row);
        return mapped.isEmpty() ? "" : ": " + mapped + " are mapped";
    }

    private String left(Kill kill, int row) {
        long bytes = cast.rssBytes(kill.mm(), row);
        return bytes < 0 ? "" : bytes == 0 ? "Nothing is left mapped." : cast.mapped(kill.mm(), row) + " are left to exit_mmap().";
    }

    private @Nullable SpanLane lane(int row) {
        return cast.mmapLock(trace.object(row));
    }

    private String gotAfter(int row) {
        return locks.after(lane(row), MmapLockSentences.span(lane(row), row));
    }

    private String heldFor(int row) {
        return locks.held(lane(row), MmapLockSentences.span(lane(row), row));
    }

    private String waited(int row) {
        return locks.waited(lane(row), MmapLockSentences.span(lane(row), row));
    }

    private String waitAhead(int row) {
        return locks.waits(lane(row), MmapLockSentences.span(lane(row), row));
    }
}
