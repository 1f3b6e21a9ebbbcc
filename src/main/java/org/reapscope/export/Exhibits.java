package org.reapscope.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.Kill;
import org.reapscope.export.picture.Sheet;
import org.reapscope.picture.FirstLook;
import org.reapscope.picture.Framing;
import org.reapscope.picture.KillScene;
import org.reapscope.picture.KillScenes;
import org.reapscope.picture.Marks;
import org.reapscope.picture.Picture;
import org.reapscope.picture.Row;
import org.reapscope.picture.RowPlan;
import org.reapscope.picture.Rows;
import org.reapscope.picture.TimeAxis;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.Lanes;

/** Chooses rows and span of what leaves the program, by the rules by which the window chooses its rows. */
public final class Exhibits {

    /**
     * What somebody asked for.
     *
     * @param kill the kill that is meant; null for the one of the most severe finding, or for all where a span is named
     * @param fromNs first moment; null to choose
     * @param toNs last moment; null to choose
     * @param tasks names or thread ids of the only tasks to show; empty for those who take part
     */
    public record Wish(@Nullable Kill kill, @Nullable Long fromNs, @Nullable Long toNs, List<String> tasks) {

        /** Everything, as the window would show it first. */
        public static final Wish ANY = new Wish(null, null, null, List.of());

        public Wish {
            tasks = List.copyOf(tasks);
        }
    }

    private Exhibits() {}

    /**
     * The exhibit for a wish.
     *
     * @param snapshot of the first victim, taken before its kill; null if there is none
     */
    public static Exhibit of(Lanes lanes, Analysis analysis, @Nullable AddressSpaceSnapshot snapshot, Wish wish) {
        Trace trace = lanes.trace();
        Finding worst = FirstLook.of(lanes, analysis).finding();
        boolean span = wish.fromNs() != null || wish.toNs() != null;
        Kill kill = wish.kill();
        KillScenes episodes = new KillScenes(lanes, analysis.kills(), snapshot);
        KillScene episode = kill != null ? episodes.of(kill) : episodes.of(worst);
        Kill meant = kill != null || span ? kill : episodes.kill(worst);
        TimeView view = kill == null && worst != null ? Framing.of(episode, worst, trace) : Framing.of(episode, null, trace);
        Rows rows = RowPlan.of(lanes, episode, List.of(), List.of(), Set.of());
        List<Row> drawn = withoutEmptyHeadings(chosen(rows.drawn().stream().filter(row -> !(row instanceof Row.Fold)).toList(),
                lanes, wish.tasks()));
        Picture picture = new Picture(trace, lanes, drawn, Marks.of(analysis.findings()), Marks.bands(analysis.trace(), analysis.findings()),
                TimeAxis.since(trace, episode.startNs()), 0);
        long from = wish.fromNs() != null ? wish.fromNs() : span ? trace.firstNs() : view.startNs();
        long to = wish.toNs() != null ? wish.toNs() : span ? trace.lastNs() : view.endNs();
        refuseEmpty(trace, from, to);
        return new Exhibit(analysis, lanes, meant, content(analysis, picture, meant, from, to, List.of()));
    }

    /** @throws IllegalArgumentException if a span ends before it begins */
    static void refuseEmpty(Trace trace, long from, long to) {
        if (to <= from) {
            ClockFigures clock = ClockFigures.of(trace);
            throw new IllegalArgumentException("from " + clock.moment(from) + " to " + clock.momentInFull(to) + ": the end must come after the beginning; the trace lasts from "
                    + clock.moment(trace.firstNs()) + " to " + clock.momentInFull(trace.lastNs()));
        }
    }

    /** The rows without headings over nothing. */
    public static List<Row> withoutEmptyHeadings(List<Row> rows) {
        List<Row> result = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean empty = i + 1 == rows.size() || rows.get(i + 1) instanceof Row.Heading || rows.get(i + 1) instanceof Row.Overview;
            if (!(rows.get(i) instanceof Row.Heading) || !empty) {
                result.add(rows.get(i));
            }
        }
        return result;
    }

    /** The head and foot of a picture. */
    public static Sheet.Content content(Analysis analysis, Picture picture, @Nullable Kill kill, long fromNs, long toNs,
            List<Sheet.Cursor> cursors) {
        List<String> remarks = new ArrayList<>(kill == null ? List.of() : KillSummary.lines(analysis.trace(), kill));
        if (cursors.size() == 2) {
            remarks.add(Sheet.distance(analysis.trace(), cursors));
        }
        String name = analysis.trace().source().name();
        String title = kill == null ? name : name + ": the kill of " + kill.victim();
        List<String> provenance = List.of(KillSummary.provenance(analysis));
        return new Sheet.Content(picture, fromNs, toNs, title, remarks, cursors, provenance);
    }

    /** The rows without those of other tasks; the tasks named that had no row get one. */
    private static List<Row> chosen(List<Row> rows, Lanes lanes, List<String> names) {
        if (names.isEmpty()) {
            return rows;
        }
        List<Row> states = lanes.trace().tasks().stream().filter(task -> names.stream().anyMatch(name -> isNamed(task, name)))
                .filter(task -> lanes.task(task.id()) != null)
                .map(task -> (Row) new Row.States(new LaneId.TaskLane(task.id()), task.label())).toList();
        if (states.isEmpty()) {
            throw nobodyCalled(names);
        }
        List<Row> result = new ArrayList<>();
        boolean put = false;
        for (Row row : rows) {
            boolean task = row instanceof Row.States(LaneId.TaskLane ignored, String title, int _);
            if (task && !put) {
                result.addAll(states);
            }
            put |= task;
            if (!task) {
                result.add(row);
            }
        }
        return put ? List.copyOf(result) : states;
    }

    static IllegalArgumentException nobodyCalled(List<String> names) {
        return new IllegalArgumentException("no task is called " + String.join(" or ", names) + "; name them as in lmkd or 3269 or lmkd-3269");
    }

    static boolean isNamed(Task task, String name) {
        return task.comm().equals(name) || task.label().equals(name) || Integer.toString(task.tid()).equals(name);
    }
}
