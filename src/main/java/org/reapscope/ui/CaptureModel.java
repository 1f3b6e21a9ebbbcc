package org.reapscope.ui;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.Kill;
import org.reapscope.base.job.Progress;
import org.reapscope.document.Note;
import org.reapscope.picture.KillScenes;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.trace.lane.LaneKey;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.undo.UndoHistory;

/**
 * One open capture: what is known of it, and what its panes look at together. Every pane reads and writes the same
 * cursor, so a click in any of them moves all.
 */
public final class CaptureModel {

    /** The value of a cursor that is not set. */
    public static final long UNSET = Long.MIN_VALUE;

    private final Path file;
    private final ReadOnlyObjectWrapper<@Nullable Trace> trace = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Lanes> lanes = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Analysis> analysis = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable AddressSpaceSnapshot> snapshot = new SimpleObjectProperty<>();
    private final ObjectProperty<TimeView> view = new SimpleObjectProperty<>(new TimeView(0, 1));
    private final LongProperty cursorNs = new SimpleLongProperty(UNSET);
    private final LongProperty markerA = new SimpleLongProperty(UNSET);
    private final LongProperty markerB = new SimpleLongProperty(UNSET);
    private final IntegerProperty selectedRow = new SimpleIntegerProperty(-1);
    private final ObjectProperty<@Nullable Finding> selectedFinding = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Kill> kill = new SimpleObjectProperty<>();
    private final DoubleProperty loading = new SimpleDoubleProperty(0);
    private final ObservableList<Note> notes = FXCollections.observableArrayList();
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ObservableList<Kill> kills = FXCollections.observableArrayList();
    private final ObservableList<String> pinnedLanes = FXCollections.observableArrayList();
    private final ObservableList<String> hiddenLanes = FXCollections.observableArrayList();
    private final ObservableList<AddressSpaceSnapshot> snapshots = FXCollections.observableArrayList();
    private final ObservableList<AddressSpaceSnapshot> snapshotsShown = FXCollections.unmodifiableObservableList(snapshots);
    private final ObservableList<String> leftOut = FXCollections.observableArrayList();
    private final StringProperty narration = new SimpleStringProperty("");
    private final ObjectProperty<int[]> hits = new SimpleObjectProperty<>(new int[0]);
    private final UndoHistory history = new UndoHistory();
    private final Set<Note> deletedNotes = new LinkedHashSet<>();

    public CaptureModel(Path file) {
        this.file = file;
        selectedFinding.addListener((o, was, is) -> {
            Kill about = is == null ? null : KillScenes.killOf(kills, is);
            if (about != null) {
                kill.set(about);
            }
        });
        notes.addListener((ListChangeListener<Note>) this::notesChanged);
        CaptureEdits.watch(this);
    }

    /** The file it was read from. */
    public Path file() {
        return file;
    }

    /** The trace, null until the first part of it is read; replaced as more is. */
    public ReadOnlyObjectProperty<@Nullable Trace> trace() {
        return trace.getReadOnlyProperty();
    }

    /** The lanes of the trace, null as long as {@link #trace} is; always those of the same trace when that changes. */
    public ReadOnlyObjectProperty<@Nullable Lanes> lanes() {
        return lanes.getReadOnlyProperty();
    }

    /** Shows this trace from now on. Its lanes are made off the JavaFX thread, since they take time. */
    public void show(Trace newTrace, Lanes newLanes) {
        lanes.set(newLanes);
        trace.set(newTrace);
    }

    /** Shows a small trace, making its lanes here and now. */
    public void show(Trace newTrace) {
        show(newTrace, Lanes.of(newTrace, Progress.NONE));
    }

    /** What the detectors tell of the whole trace, null until they have. */
    public ReadOnlyObjectProperty<@Nullable Analysis> analysis() {
        return analysis.getReadOnlyProperty();
    }

    /** Shows what the detectors tell of the trace shown. */
    public void show(Analysis newAnalysis) {
        analysis.set(newAnalysis);
        kills.setAll(newAnalysis.kills());
        kill.set(again(kill.get()));
        findings.setAll(newAnalysis.findings());
    }

    /** The same kill in a trace that was read again, else the first. */
    private @Nullable Kill again(@Nullable Kill before) {
        return kills.stream().filter(k -> before != null && k.tgid() == before.tgid() && k.killed().ns() == before.killed().ns()).findFirst()
                .orElse(kills.isEmpty() ? null : kills.getFirst());
    }

    /** The /proc snapshot that tells the address space of the first victim, null if there is none; one of {@link #snapshots}. */
    public ReadOnlyObjectProperty<@Nullable AddressSpaceSnapshot> snapshot() {
        return snapshot;
    }

    /** Takes snapshots that belong to the capture, each once. The first of all tells the address space, until another is {@link #choose chosen}. */
    public void attach(List<AddressSpaceSnapshot> found) {
        found.stream().filter(s -> snapshots.stream().noneMatch(t -> t.name().equals(s.name()))).forEach(snapshots::add);
        if (snapshot.get() == null && !snapshots.isEmpty()) {
            snapshot.set(snapshots.getFirst());
        }
    }

    /** Takes a snapshot and lets it tell the address space from now on. */
    public void choose(AddressSpaceSnapshot chosen) {
        snapshots.removeIf(s -> s.name().equals(chosen.name()));
        snapshots.add(chosen);
        snapshot.set(chosen);
    }

    /** What of the snapshots beside the capture could not be read, a sentence each. */
    public ObservableList<String> leftOut() {
        return leftOut;
    }

    /** The span of time on the screen. */
    public ObjectProperty<TimeView> view() {
        return view;
    }

    /** The moment that the inspector speaks of, {@link #UNSET} if none. */
    public LongProperty cursorNs() {
        return cursorNs;
    }

    /** Cursor A, {@link #UNSET} if not set. */
    public LongProperty markerA() {
        return markerA;
    }

    /** Cursor B, {@link #UNSET} if not set. */
    public LongProperty markerB() {
        return markerB;
    }

    /** The selected event, -1 if none. */
    public IntegerProperty selectedRow() {
        return selectedRow;
    }

    /** The selected finding. */
    public ObjectProperty<@Nullable Finding> selectedFinding() {
        return selectedFinding;
    }

    /**
     * The kill that all panes speak of: whose rows the timeline shows, whose moment is zero. A person chooses it, or a finding
     * that is about one; nothing else changes it. Null while there is none.
     */
    public ObjectProperty<@Nullable Kill> kill() {
        return kill;
    }

    /** How much of the file is read: 0 to 1, 1 when all is. */
    public DoubleProperty loading() {
        return loading;
    }

    /** The events that a search has found, ascending. */
    public ObjectProperty<int[]> hits() {
        return hits;
    }

    /** Notes on spans of time, in the order in which they were written. */
    public ObservableList<Note> notes() {
        return notes;
    }

    /** Notes that were there and were taken away, so that they do not come back from where they are kept. */
    public Set<Note> deletedNotes() {
        return Set.copyOf(deletedNotes);
    }

    /** What the person did with the capture and can take back. */
    public UndoHistory history() {
        return history;
    }

    /** What the detectors found in the trace shown, in the order in which they tell it. */
    public ObservableList<Finding> findings() {
        return findings;
    }

    /** The kills of the trace shown, by their time. */
    public ObservableList<Kill> kills() {
        return kills;
    }

    /** Keys of the lanes that stay at the top, in their order; see {@link LaneKey}. */
    public ObservableList<String> pinnedLanes() {
        return pinnedLanes;
    }

    /** Keys of the lanes that are not shown. */
    public ObservableList<String> hiddenLanes() {
        return hiddenLanes;
    }

    /** The /proc snapshots that belong to the capture, in the order in which they were attached. */
    public ObservableList<AddressSpaceSnapshot> snapshots() {
        return snapshotsShown;
    }

    /** One sentence on what is selected or under the cursor, for the status bar and for screen readers. */
    public StringProperty narration() {
        return narration;
    }

    private void notesChanged(ListChangeListener.Change<? extends Note> change) {
        while (change.next()) {
            deletedNotes.addAll(change.getRemoved());
        }
        deletedNotes.removeAll(notes);
    }
}
