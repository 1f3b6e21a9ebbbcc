package org.reapscope.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Clock;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;

/** What detectors are given: the trace, and what was put together from it once for all of them. One thread uses it at a time. */
public final class Facts {

    private final Trace trace;
    private final EventRows rows;
    private final Lanes lanes;
    private final RssCurve rss;
    private final ClockFigures clock;
    private final SpinWaits spinWaits;
    private final Processes processes;
    private final Sharers sharers;
    private final OwnMms ownMms;
    private final List<Kill> kills;
    private final List<Reap> unattributed;
    private final Map<Integer, Kill> killByMm = new HashMap<>();
    private final Map<Integer, Kill> killByProcess = new HashMap<>();

    private Facts(Trace trace, Lanes lanes, EventRows rows, RssCurve rss, Processes processes, Sharers sharers,
            OwnMms ownMms, KillEpisodes episodes) {
        this.trace = trace;
        this.lanes = lanes;
        this.rows = rows;
        this.rss = rss;
        this.clock = ClockFigures.of(trace);
        this.spinWaits = new SpinWaits(trace, lanes, rows);
        this.processes = processes;
        this.sharers = sharers;
        this.ownMms = ownMms;
        this.kills = episodes.kills();
        this.unattributed = List.copyOf(episodes.unattributed());
        for (Kill kill : kills) {
            if (kill.mm() >= 0) {
                killByMm.putIfAbsent(kill.mm(), kill);
            }
            killByProcess.put(kill.process(), kill);
        }
    }

    static Facts of(Trace trace, Lanes lanes, Progress progress) {
        EventRows rows = EventRows.of(trace, progress);
        RssCurve rss = new RssCurve(trace, lanes);
        ExitMm exitMm = ExitMm.of(trace, rows);
        Processes processes = Processes.of(trace, rows, exitMm);
        OwnMms ownMms = OwnMms.of(trace, exitMm);
        return new Facts(trace, lanes, rows, rss, processes, Sharers.of(trace, rows, processes, exitMm), ownMms,
                new KillEpisodes(trace, lanes, rows, processes, exitMm, ownMms, rss));
    }

    public Trace trace() {
        return trace;
    }

    public Lanes lanes() {
        return lanes;
    }

    public EventRows rows() {
        return rows;
    }

    public RssCurve rss() {
        return rss;
    }

    public SpinWaits spinWaits() {
        return spinWaits;
    }

    public Processes processes() {
        return processes;
    }

    public Sharers sharers() {
        return sharers;
    }

    /** By the time of the kill. */
    public List<Kill> kills() {
        return kills;
    }

    /** The process_mrelease calls whose victim cannot be told. */
    public List<Reap> unattributed() {
        return unattributed;
    }

    /** The first kill of a process with this mm. */
    public Optional<Kill> killOfMm(int mm) {
        return Optional.ofNullable(killByMm.get(mm));
    }

    /** The kill of this process. */
    public Optional<Kill> killOfProcess(int process) {
        return Optional.ofNullable(killByProcess.get(process));
    }

    /** The figures of the trace's clock. */
    public ClockFigures clock() {
        return clock;
    }

    /** A distance between two events in what the clock tells: {@code 56 µs}, {@code 57 events}. */
    public String time(long distance) {
        return clock.length(distance);
    }

    /**
     * Whether a distance between two events is certainly at least so many nanoseconds: a clock without time never says so, and
     * one of ticks only where a tick less would do.
     */
    public boolean lasts(long distance, long leastNs) {
        return clock.clock().tellsTime() && distance - slack() >= leastNs;
    }

    /** Whether a distance between two events is certainly at most so many nanoseconds. */
    public boolean within(long distance, long mostNs) {
        return clock.clock().tellsTime() && distance + slack() <= mostNs;
    }

    private long slack() {
        return clock.clock() == Clock.JIFFIES ? clock.resolution() : 0;
    }

    /** {@code comm-tid} of a task. */
    public String label(int task) {
        return trace.tasks().get(task).label();
    }

    /** Whether the task belongs to the victim, as far as that is known. */
    public boolean ofVictim(Kill kill, int task) {
        return processes.of(task) == kill.process();
    }

    /** Whether the task certainly still had this mm at a row: it gave it up, or was seen to exit with it, later. */
    public boolean hadMmAt(int task, int mm, int row) {
        return mm >= 0 && ownMms.of(task) == mm && trace.tasks().get(task).exitRow() > row;
    }

    /** Whether the task certainly does not belong to the victim: its group is known, or the victim's threads are, or it has an mm of its own. */
    public boolean stranger(Kill kill, int task) {
        Task who = trace.tasks().get(task);
        int own = ownMms.of(task);
        return !ofVictim(kill, task) && (who.tgidKnown() || kill.threadsKnown() || own >= 0 && kill.mm() >= 0 && own != kill.mm());
    }

    /** The moment of a row; null for -1. */
    public @Nullable Moment moment(int row) {
        return Moment.of(trace, row);
    }

    /** Whether the clock cannot tell which of two events of different CPUs came first. */
    public boolean orderUnknown(Moment one, Moment other) {
        return trace.orderUnknown(one.row(), other.row());
    }
}
