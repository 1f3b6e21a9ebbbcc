package org.reapscope.app.window;

import java.util.Objects;
import java.util.stream.Stream;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.reapscope.document.settings.PaneSide;
import org.reapscope.export.Table;
import org.reapscope.picture.KillScenes;
import org.reapscope.trace.Task;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.TimelineActions;
import org.reapscope.ui.addresses.AddressesPane;
import org.reapscope.ui.command.CommandPalette;
import org.reapscope.ui.events.EventsController;
import org.reapscope.ui.findings.FindingsController;
import org.reapscope.ui.findings.FindingsModel;
import org.reapscope.ui.inspector.InspectorController;
import org.reapscope.ui.kills.KillBar;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.notes.NotesModel;
import org.reapscope.ui.notes.NotesPane;
import org.reapscope.ui.panes.SidePanes;
import org.reapscope.ui.tasks.TaskList;
import org.reapscope.ui.timeline.KeptLook;
import org.reapscope.ui.timeline.LaneMenu;
import org.reapscope.ui.timeline.LaneTools;
import org.reapscope.ui.timeline.TimelineView;

/** The panes of one capture: tasks, timeline over tables, inspector. */
final class CapturePaneController {

    private final AppContext context;
    private final CaptureModel model;

    private final TimelineView timeline;
    private final Tab addressesTab = new Tab();
    private final FindingsController findings;
    private final EventsController events;
    private final NotesModel notes;
    private @Nullable SidePanes panes;

    @FXML private SplitPane columns;
    @FXML private SplitPane rows;
    @FXML private TextField taskFilter;
    @FXML private ListView<Task> taskList;
    @FXML private StackPane timelineSlot;
    @FXML private TabPane tables;
    @FXML private Tab findingsTab;
    @FXML private Tab eventsTab;
    @FXML private Tab notesTab;
    @FXML private StackPane inspectorSlot;

    CapturePaneController(AppContext context, CaptureModel model) {
        this.context = context;
        this.model = model;
        timeline = new TimelineView(model);
        findings = FindingsController.of(model, context.menus());
        events = EventsController.of(model, context.jobs(), context.menus());
        notes = new NotesModel(model);
    }

    @FXML
    void initialize() {
        new TaskList(context, model, taskFilter, taskList).bind();
        BorderPane lanes = new BorderPane(timeline);
        KillBar bar = new KillBar(model, context.menus());
        bar.add(LaneTools.order(timeline.model(), context.menus()), LaneTools.legend(timeline.model(), context.menus()));
        bar.visibleProperty().bind(context.presenting().on().not());
        bar.managedProperty().bind(bar.visibleProperty());
        lanes.setTop(bar);
        KeptLook.keep(timeline.model(), context.preferences());
        timelineSlot.getChildren().setAll(lanes);
        LaneMenu.on(timeline, context.menus(), lane -> {
            showEvents();
            events.showEventsOf(lane);
        });
        findingsTab.setContent(findings.root());
        eventsTab.setContent(events.root());
        notesTab.setContent(new NotesPane(notes, context.menus()));
        inspectorSlot.getChildren().setAll(InspectorController.of(model, context.jobs()).root());
        model.snapshots().addListener((InvalidationListener) o -> offerAddresses());
        offerAddresses();
        model.loading().addListener((o, was, is) -> {
            if (is.doubleValue() >= 1) {
                focusTimeline();
            }
        });
        model.selectedFinding().addListener((o, was, is) -> {
            if (is != null) {
                model.narration().set(is.text());
            }
        });
        findingsTab.textProperty().bind(Bindings.createStringBinding(
                () -> Messages.text("tab.findings", model.findings().size()), model.findings()));
        notesTab.textProperty().bind(Bindings.size(model.notes()).map(n -> Messages.text("tab.notes", n)));
        eventsTab.textProperty().bind(model.trace().map(t -> Messages.text("tab.events", t.size()))
                .orElse(Messages.text("tab.events", 0)));
        panes = SidePanes.keep(context, columns, rows);
    }

    CaptureModel model() {
        return model;
    }

    /** What it is about: the file, and the kill in focus. */
    ObservableValue<String> subject() {
        String name = model.file().getFileName().toString();
        return model.kill().map(kill -> Messages.text("title.kill", name, KillScenes.name(kill))).orElse(name);
    }

    /** The timeline, for the commands that are about it. */
    TimelineActions timeline() {
        return timeline.actions();
    }

    NotesModel notes() {
        return notes;
    }

    /** Where the question for a note belongs: at the cursor, where it can be seen. */
    Node noteAnchor() {
        Node cursor = timeline.lookup(".timeline-cursor > .timeline-tag");
        return cursor != null && cursor.getParent().isVisible() ? cursor : timeline;
    }

    /** The address space has a tab as soon as a snapshot tells of it. */
    private void offerAddresses() {
        if (!model.snapshots().isEmpty() && !tables.getTabs().contains(addressesTab)) {
            addressesTab.setContent(new AddressesPane(model));
            addressesTab.setText(Messages.text("addresses.title"));
            tables.getTabs().add(addressesTab);
        }
    }

    /** Which table is in front. */
    Table tableInFront() {
        return tables.getSelectionModel().getSelectedItem() == eventsTab ? Table.EVENTS : Table.FINDINGS;
    }

    /** The findings as the table shows them. */
    FindingsModel findings() {
        return findings.model();
    }

    /** Gives the keyboard to the timeline, unless somebody is typing or uses another of these panes. */
    void focusTimeline() {
        context.jobs().later(() -> {
            Scene scene = timeline.getScene();
            if (scene != null && !(scene.getFocusOwner() instanceof TextInputControl) && !within(columns, scene.getFocusOwner())) {
                timeline.requestFocus();
            }
        });
    }

    private static boolean within(Node pane, @Nullable Node node) {
        return node != null && (node == pane || within(pane, node.getParent()));
    }

    /** Gives the keyboard to the search of the event table. */
    void search() {
        showEvents();
        events.focusSearch();
    }

    EventsController events() {
        return events;
    }

    private void showEvents() {
        panes().show(PaneSide.TABLES);
        tables.getSelectionModel().select(eventsTab);
    }

    /** The tasks as entries of a palette; choosing one selects its card. */
    Stream<CommandPalette.Entry> taskEntries() {
        return taskList.getItems().stream().map(t -> new CommandPalette.Entry(t.label(),
                Messages.text("tasks.of-process", Integer.toString(t.tgid())), "", () -> {
                    taskList.getSelectionModel().select(t);
                    taskList.scrollTo(t);
                    taskList.requestFocus();
                }));
    }

    /** The panes around the picture; there as soon as the view is loaded. */
    public SidePanes panes() {
        return Objects.requireNonNull(panes);
    }
}
