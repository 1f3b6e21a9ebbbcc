package org.reapscope.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.Teardown;
import org.reapscope.analysis.VictimThread;
import org.reapscope.base.errno.Signum;
import org.reapscope.export.MailDiagram.Entry;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;

/** Parts of a trace as {@link MailDiagram}s, with the time since the first event at the left. */
public final class TraceDiagram {

    private static final int MOST_COLUMNS = 3;
    private static final int MOST_LINES = 60;

    /** An event that is told: of which task, in which words. */
    private record Told(int task, EventPhrases.Phrase phrase) {}

    private final Trace trace;
    private final EventPhrases phrases;
    private final TreeMap<Integer, Told> told = new TreeMap<>();

    private TraceDiagram(Trace trace) {
        this.trace = trace;
        this.phrases = new EventPhrases(trace);
    }

    /**
     * One kill from the signal to the free memory: the killer and who reaps, the victim, and one who tore the memory down
     * in the victim's place. Of the victim's threads the first that exits and the last that gives its mm up are told.
     */
    public static MailDiagram of(Trace trace, Kill kill) {
        TraceDiagram diagram = new TraceDiagram(trace);
        diagram.kill(kill);
        Map<Integer, Integer> columns = new LinkedHashMap<>();
        List<String> titles = new ArrayList<>();
        List<Integer> victim = Stream.concat(Stream.of(kill.process()), kill.threads().stream().map(VictimThread::task)).toList();
        diagram.column(columns, titles, Stream.concat(Stream.of(kill.byTask()), kill.reaps().stream().map(Reap::task))
                .filter(task -> !victim.contains(task)).toList());
        diagram.column(columns, titles, victim);
        diagram.column(columns, titles, diagram.told.values().stream().map(Told::task).toList());
        return diagram.mail(columns, titles, kill.killed().ns(), List.of());
    }

    /**
     * The events of a span of time, of the tasks that tell most in it, at most {@value #MOST_COLUMNS}; a gap of events that
     * would make it too long is named in the diagram.
     *
     * @param fromRow the first event
     * @param toRow after the last event
     */
    public static MailDiagram of(Trace trace, int fromRow, int toRow) {
        TraceDiagram diagram = new TraceDiagram(trace);
        for (int row = fromRow; row < toRow; row++) {
            int current = row;
            diagram.phrases.of(row).ifPresent(phrase -> diagram.told.put(current, new Told(trace.task(current), phrase)));
        }
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        diagram.told.values().forEach(event -> counts.merge(event.task(), 1, Integer::sum));
        List<Integer> shown = counts.entrySet().stream().filter(e -> e.getKey() != Task.IDLE)
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed()).limit(MOST_COLUMNS).map(Map.Entry::getKey).toList();
        List<String> others = counts.keySet().stream().filter(task -> !shown.contains(task)).map(task -> trace.tasks().get(task).label()).toList();
        diagram.told.values().removeIf(event -> !shown.contains(event.task()));
        Map<Integer, Integer> columns = new LinkedHashMap<>();
        List<String> titles = new ArrayList<>();
        diagram.told.values().stream().map(Told::task).distinct().toList()
                .forEach(task -> diagram.column(columns, titles, List.of(task)));
        return diagram.mail(columns, titles, fromRow < toRow ? trace.tsNs(fromRow) : 0, others);
    }

    private void column(Map<Integer, Integer> columns, List<String> titles, List<Integer> tasks) {
        List<Integer> fresh = tasks.stream().filter(task -> !columns.containsKey(task)).distinct().toList();
        if (!fresh.isEmpty() && told.values().stream().anyMatch(event -> fresh.contains(event.task()))) {
            fresh.forEach(task -> columns.put(task, titles.size()));
            titles.add(trace.tasks().get(fresh.getFirst()).label());
        }
    }

    /** @param others tasks that have no column */
    private MailDiagram mail(Map<Integer, Integer> columns, List<String> titles, long originNs, List<String> others) {
        List<Entry> entries = new ArrayList<>();
        int skipped = Math.max(0, told.size() - MOST_LINES);
        int index = 0;
        for (Map.Entry<Integer, Told> event : told.entrySet()) {
            boolean cut = skipped > 0 && index >= MOST_LINES / 2 && index < MOST_LINES / 2 + skipped;
            int column = columns.getOrDefault(event.getValue().task(), titles.size() - 1);
            if (!cut) {
                EventPhrases.Phrase phrase = event.getValue().phrase();
                String time = ClockFigures.of(trace).length(trace.tsNs(event.getKey()) - originNs);
                entries.add(new Entry(column, phrase.indent(), phrase.wording(), phrase.failed(), time));
            } else if (index == MOST_LINES / 2) {
                entries.add(new Entry(column, 0, "[... " + skipped + " events ...]"));
            }
            index++;
        }
        if (!others.isEmpty() && !titles.isEmpty()) {
            entries.add(new Entry(titles.size() - 1, 0, "[left out: " + String.join(", ", others) + "]"));
        }
        return new MailDiagram(titles, entries);
    }

    private void kill(Kill kill) {
        int killed = kill.signalRows().isEmpty() ? kill.killed().row() : kill.signalRows().getFirst();
        tell(killed, trace.task(killed), 0, Wording.of(kill.oom() ? "the OOM killer kills" : kill.signal() == 0 ? "asks for memory" : "sends " + Signum.name(kill.signal())
                + (kill.effect().killed() ? "" : ", no effect")), false);
        int threads = kill.threads().size();
        kill.threads().stream().filter(thread -> thread.exited() != null)
                .min(Comparator.comparing(thread -> moment(thread.exited())))
                .ifPresent(thread -> tell(moment(thread.exited()).row(), thread.task(), 0, threads == 1 ? Wording.call("do_exit")
                        : Wording.of("do_exit(), 1st of " + (kill.threadsKnown() ? "" : "at least ") + threads), false));
        kill.threads().stream().filter(thread -> thread.mmNull() != null && thread.mmNull().equals(kill.mmNull())).findFirst()
                .ifPresent(thread -> tell(thread.mmNull(), thread.task(), 0, "task->mm = NULL" + (threads > 1 ? " (last of " + threads + ")" : "")));
        kill.reaps().forEach(this::reap);
        if (kill.teardown() != null) {
            teardown(kill.teardown());
        }
    }

    private void reap(Reap reap) {
        call(reap.entered(), reap.task(), 0, "process_mrelease");
        Moment asked = reap.asked();
        Moment locked = reap.locked();
        boolean waited = asked != null && locked != null && asked.until(locked) >= Math.max(1, trace.source().resolutionNs());
        if (waited) {
            tell(asked, reap.task(), 1, "<waits for mmap_lock>");
        }
        call(locked, reap.task(), 1, "mmap_read_lock");
        call(reap.released(), reap.task(), 1, "mmap_read_unlock");
        Moment exited = reap.exited();
        if (exited != null) {
            phrases.of(exited.row()).ifPresent(phrase -> tell(exited.row(), reap.task(), 1, phrase.wording(), phrase.failed()));
        }
    }

    private void teardown(Teardown teardown) {
        call(teardown.began(), teardown.task(), 0, "exit_mmap");
        Moment asked = teardown.writeAsked();
        Moment locked = teardown.writeLocked();
        if (asked != null && locked != null && asked.until(locked) >= Math.max(1, trace.source().resolutionNs())) {
            tell(asked, teardown.task(), 1, "<waits for mmap_lock>");
        }
        call(locked, teardown.task(), 1, "free_pgtables");
        tell(teardown.done(), teardown.task(), 1, "the memory is free");
    }

    private void tell(@Nullable Moment moment, int task, int indent, String text) {
        if (moment != null) {
            tell(moment.row(), task, indent, Wording.of(text), false);
        }
    }

    private void call(@Nullable Moment moment, int task, int indent, String function) {
        if (moment != null) {
            tell(moment.row(), task, indent, Wording.call(function), false);
        }
    }

    private void tell(int row, int task, int indent, Wording wording, boolean failed) {
        told.put(row, new Told(task, new EventPhrases.Phrase(indent, wording, failed)));
    }

    private static Moment moment(@Nullable Moment moment) {
        return Optional.ofNullable(moment).orElseThrow();
    }
}
