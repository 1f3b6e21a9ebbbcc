package org.reapscope.ui.timeline;

import java.util.List;
import java.util.Locale;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Figures;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.sentence.EventSentences;
import org.reapscope.picture.Band;
import org.reapscope.picture.Framing;
import org.reapscope.picture.KillScene;
import org.reapscope.picture.KillScenes;
import org.reapscope.picture.LaneOrder;
import org.reapscope.picture.Mark;
import org.reapscope.picture.Marks;
import org.reapscope.picture.Picture;
import org.reapscope.picture.RowPlan;
import org.reapscope.picture.RowPlan.Group;
import org.reapscope.picture.Rows;
import org.reapscope.picture.Scenery;
import org.reapscope.picture.StepAxis;
import org.reapscope.picture.Subject;
import org.reapscope.picture.TimeAxis;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.Clock;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.LaneKey;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.CaptureModel;

/**
 * A timeline of one capture: which rows it has, which of them is selected, where the pointer is. The span of time, the
 * cursors and the selected event and finding are the capture's, shared with the other panes.
 */
public final class TimelineModel {

    private final CaptureModel capture;
    private final ReadOnlyObjectWrapper<@Nullable Scenery> scenery = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<LaneOrder> order = new SimpleObjectProperty<>(LaneOrder.STORY);
    private final DoubleProperty namesLines = new SimpleDoubleProperty(0);
    private final BooleanProperty legend = new SimpleBooleanProperty(false);
    private final StringProperty selectedLane = new SimpleStringProperty("");
    private final LongProperty pointerNs = new SimpleLongProperty(CaptureModel.UNSET);
    private final BooleanProperty clockTime = new SimpleBooleanProperty(false);
    private final LongProperty futureNs = new SimpleLongProperty(CaptureModel.UNSET);
    private final ObservableSet<String> framed = FXCollections.observableSet();
    private final ObservableSet<String> dimmed = FXCollections.observableSet();
    private final ObservableSet<Group> unfolded = FXCollections.observableSet();
    private final ReadOnlyStringWrapper sought = new ReadOnlyStringWrapper("");
    private boolean pointed;
    private @Nullable KillScene episode;
    private @Nullable EventSentences sentences;
    private @Nullable Over over;

    /** What of the findings is drawn over the lanes. */
    private record Over(List<Mark> marks, List<Band> bands) {}

    private TimelineModel(CaptureModel capture, boolean plans) {
        this.capture = capture;
        if (plans) {
            listen();
        }
    }

    /** Plans the rows of a capture by itself. */
    public TimelineModel(CaptureModel capture) {
        this(capture, true);
    }

    /** Shows what it is told to {@link #show}. */
    public static TimelineModel shownFromOutside(CaptureModel capture) {
        return new TimelineModel(capture, false);
    }

    /** Shows this from now on. */
    public void show(Scenery wanted) {
        sentences = null;
        scenery.set(wanted);
    }

    /** What lies after this moment has not come yet and is pale; {@link CaptureModel#UNSET} if nothing is. */
    public LongProperty futureNs() {
        return futureNs;
    }

    /** Keys of the rows that somebody points at. */
    public ObservableSet<String> framed() {
        return framed;
    }

    /** Keys of the rows that the light leaves out. */
    public ObservableSet<String> dimmed() {
        return dimmed;
    }

    private void listen() {
        List<Observable> all = List.of(capture.pinnedLanes(), capture.hiddenLanes(), unfolded, clockTime, order);
        all.forEach(source -> source.addListener((Observable o) -> plan()));
        List<Observable> facts = List.of(capture.lanes(), capture.snapshot(), capture.kills(), capture.findings(), capture.kill(), capture.selectedFinding());
        List.<Observable>of(capture.lanes(), capture.findings()).forEach(source -> source.addListener((Observable o) -> over = null));
        facts.forEach(source -> source.addListener((Observable o) -> choose()));
        choose();
        capture.selectedFinding().addListener((o, was, is) -> frame(is));
        capture.selectedRow().addListener((o, was, is) -> reveal(is.intValue()));
    }

    public CaptureModel capture() {
        return capture;
    }

    /** What is shown, null until the trace has lanes. */
    public ReadOnlyObjectProperty<@Nullable Scenery> scenery() {
        return scenery.getReadOnlyProperty();
    }

    /** Key of the row that has the keyboard, empty if none. */
    public StringProperty selectedLane() {
        return selectedLane;
    }

    /** The moment under the mouse pointer, {@link CaptureModel#UNSET} if it is elsewhere. */
    public LongProperty pointerNs() {
        return pointerNs;
    }

    /** Whether the axis shows the trace's own clock instead of the time since the kill. */
    public BooleanProperty clockTime() {
        return clockTime;
    }

    /** In which order the tasks stand. */
    public ObjectProperty<LaneOrder> order() {
        return order;
    }

    /** Width of the column of names in lines of text; 0 for as wide as the names are. */
    public DoubleProperty namesLines() {
        return namesLines;
    }

    /** Whether a legend lies over the lanes. */
    public BooleanProperty legend() {
        return legend;
    }

    /** The groups of which all rows are shown. */
    public ObservableSet<Group> unfolded() {
        return unfolded;
    }

    /** Folds or unfolds the group of a folding row. */
    public void toggleFold(String key) {
        for (Group group : Group.values()) {
            if (group.fold().equals(key) && !unfolded.remove(group)) {
                unfolded.add(group);
            }
        }
    }

    /** The selected row, -1 if none. */
    public int selectedRow() {
        Scenery shown = scenery.get();
        return shown == null ? -1 : shown.rows().indexOf(selectedLane.get());
    }

    /** What the selected row is about; everything if none is selected. */
    public Subject subject() {
        Scenery shown = scenery.get();
        int row = selectedRow();
        return shown == null || row < 0 ? Subject.EVERYTHING : shown.rows().get(row).subject();
    }

    /** Shows this span, as far as the trace allows. */
    public void look(TimeView view) {
        Trace trace = capture.trace().get();
        capture.view().set(trace == null ? view : Framing.limited(view, trace));
    }

    /** Selects an event: the cursor goes there, and the view follows if it has to. */
    public void select(int row) {
        Scenery shown = scenery.get();
        if (shown != null && row >= 0 && row < shown.lanes().trace().size()) {
            long ns = shown.lanes().trace().tsNs(row);
            capture.selectedRow().set(row);
            capture.cursorNs().set(ns);
            look(Framing.revealing(capture.view().get(), ns));
            capture.narration().set(sentence(row));
        }
    }

    /** What an event says, in words; empty while there are no lanes. */
    public String sentence(int row) {
        Lanes lanes = capture.lanes().get();
        if (lanes == null) {
            return "";
        }
        EventSentences known = sentences;
        if (known == null) {
            known = new EventSentences(lanes.trace(), lanes, capture.kills());
            sentences = known;
        }
        return known.of(row).happened();
    }

    /** A moment as the axis would say it, to the last digit that matters. */
    public String moment(long ns) {
        Scenery shown = scenery.get();
        if (shown == null) {
            return Figures.clock(ns) + " s";
        }
        if (shown.picture().axis() instanceof StepAxis steps) {
            return steps.label(ns, 1);
        }
        ClockFigures clock = ClockFigures.of(shown.lanes().trace());
        if (clockTime.get()) {
            return clock.momentInFull(ns);
        }
        long distance = ns - shown.episode().startNs();
        long size = Math.abs(distance);
        String figure = size < 1_000_000 || clock.clock() != Clock.NANOSECONDS ? clock.length(size)
                : size < 1_000_000_000 ? String.format(Locale.ROOT, "%.3f ms", size / 1e6) : String.format(Locale.ROOT, "%.6f s", size / 1e9);
        return (distance < 0 ? "−" : "+") + figure;
    }

    /**
     * An event that was selected somewhere else comes in sight: its time, and the lane of its task, or of its CPU, unfolded where it
     * was folded away. That lane is the selected one unless another is that shows it.
     */
    private void reveal(int row) {
        Trace trace = capture.trace().get();
        Scenery shown = scenery.get();
        if (trace == null || shown == null || row < 0 || row >= trace.size()) {
            return;
        }
        TimeView view = capture.view().get();
        if (trace.tsNs(row) < view.startNs() || trace.tsNs(row) > view.endNs()) {
            look(Framing.revealing(view, trace.tsNs(row)));
        }
        boolean another = !selectedLane.get().isEmpty() && !subject().has(trace, row);
        if (pointed) {
            return;
        }
        String lane = selectedLane.get().isEmpty() || another ? unfolded(trace, row, shown) : selectedLane.get();
        if (another && rowOf(lane) >= 0) {
            selectedLane.set(lane);
        }
        sought.set("");
        sought.set(lane);
    }

    /** The key of the lane in which an event is, which is not folded away from now on. */
    private String unfolded(Trace trace, int row, Scenery shown) {
        int task = trace.task(row);
        boolean ofTask = shown.lanes().task(task) != null && !capture.hiddenLanes().contains(LaneKey.of(trace.taskOf(row)));
        String key = ofTask ? LaneKey.of(trace.taskOf(row)) : LaneKey.ofCpu(trace.cpu(row));
        if (rowOf(key) < 0 && !capture.hiddenLanes().contains(key)) {
            unfolded.add(!ofTask ? Group.CPUS : shown.episode().moreThreads().contains(task) ? Group.THREADS : Group.TASKS);
        }
        return key;
    }

    private int rowOf(String key) {
        Scenery shown = scenery.get();
        return shown == null ? -1 : shown.rows().indexOf(key);
    }

    /** While somebody points at what is selected it is in sight already. */
    void pointing(Runnable selects) {
        pointed = true;
        try {
            selects.run();
        } finally {
            pointed = false;
        }
    }

    /** Key of the lane that is to come in sight, empty if none is. */
    ReadOnlyStringProperty sought() {
        return sought.getReadOnlyProperty();
    }

    private void frame(@Nullable Finding finding) {
        Trace trace = capture.trace().get();
        KillScene around = episode;
        TimeView view = capture.view().get();
        if (finding != null && trace != null && around != null) {
            boolean inSight = view.startNs() <= finding.startNs() && finding.endNs() <= view.endNs();
            if (!inSight || !Framing.shows(view, Math.max(around.startNs(), view.startNs()), Math.min(around.endNs(), view.endNs()))) {
                look(Framing.of(around, finding, trace));
            }
        }
    }

    private void choose() {
        Lanes lanes = capture.lanes().get();
        Finding finding = capture.selectedFinding().get();
        sentences = null;
        if (lanes == null) {
            scenery.set(null);
            return;
        }
        if (finding != null || capture.kill().get() != null || episode == null || scenery.get() == null || scenery.get().lanes() != lanes || !episode.particular()) {
            KillScenes scenes = new KillScenes(lanes, capture.kills(), capture.snapshot().get());
            Kill kill = capture.kill().get();
            episode = kill != null && capture.kills().contains(kill) ? scenes.of(kill) : scenes.of(finding);
        }
        plan();
    }

    private void plan() {
        Lanes lanes = capture.lanes().get();
        KillScene shown = episode;
        if (lanes == null || shown == null) {
            return;
        }
        Rows rows = RowPlan.of(lanes, shown, capture.pinnedLanes(), capture.hiddenLanes(), unfolded, order.get());
        Over drawn = over;
        if (drawn == null) {
            drawn = new Over(Marks.of(capture.findings()), Marks.bands(lanes.trace(), capture.findings()));
            over = drawn;
        }
        Picture picture = new Picture(lanes.trace(), lanes, rows.drawn(), drawn.marks, drawn.bands,
                clockTime.get() ? TimeAxis.absolute(lanes.trace()) : TimeAxis.since(lanes.trace(), shown.startNs()), rows.sticky());
        scenery.set(new Scenery(lanes, shown, rows, picture));
    }
}
