package org.reapscope.ui.tasks;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Finding;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.LaneKey;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.kit.Messages;

/** The cards of the tasks at the left: filtered by what is typed, pinned ones first; P pins and H hides the selected one. */
public final class TaskList {

    /** Nobody looks through more cards, and a trace may have a million tasks. */
    private static final int MOST = 5000;

    private final AppContext context;
    private final CaptureModel model;
    private final TextField filter;
    private final ListView<Task> list;
    private final ReadOnlyObjectWrapper<@Nullable TaskCards> cards = new ReadOnlyObjectWrapper<>();

    public TaskList(AppContext context, CaptureModel model, TextField filter, ListView<Task> list) {
        this.context = context;
        this.model = model;
        this.filter = filter;
        this.list = list;
    }

    public void bind() {
        list.setPlaceholder(new Label(Messages.text("tasks.none")));
        list.setCellFactory(view -> new TaskCardCell(model, this));
        filter.textProperty().addListener((o, was, is) -> fill());
        model.trace().addListener((o, was, is) -> index());
        model.findings().addListener((ListChangeListener<Finding>) change -> fill());
        model.selectedFinding().addListener((o, was, is) -> fill());
        model.pinnedLanes().addListener((ListChangeListener<String>) change -> fill());
        model.hiddenLanes().addListener((ListChangeListener<String>) change -> list.refresh());
        list.setOnKeyPressed(event -> {
            Task chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null && event.getCode() == KeyCode.P && !event.isShortcutDown()) {
                togglePin(chosen);
                event.consume();
            } else if (chosen != null && event.getCode() == KeyCode.H && !event.isShortcutDown()) {
                toggleHidden(chosen);
                event.consume();
            }
        });
        index();
    }

    /** Answers what a task does at a moment; null until the first part of the trace is indexed. */
    ReadOnlyObjectProperty<@Nullable TaskCards> cards() {
        return cards.getReadOnlyProperty();
    }

    boolean pinned(Task task) {
        return model.pinnedLanes().contains(LaneKey.of(task));
    }

    boolean hidden(Task task) {
        return model.hiddenLanes().contains(LaneKey.of(task));
    }

    void togglePin(Task task) {
        toggle(model.pinnedLanes(), LaneKey.of(task));
    }

    void toggleHidden(Task task) {
        toggle(model.hiddenLanes(), LaneKey.of(task));
    }

    private static void toggle(ObservableList<String> keys, String key) {
        if (!keys.remove(key)) {
            keys.add(key);
        }
    }

    private void index() {
        Trace trace = model.trace().get();
        Lanes lanes = model.lanes().get();
        if (trace != null && lanes != null) {
            context.jobs().start(job -> TaskCards.of(trace, lanes, job.cancelOnly()), made -> {
                if (model.trace().get() == made.trace()) {
                    cards.set(made);
                    fill();
                }
            }, e -> {});
        }
    }

    private void fill() {
        TaskCards known = cards.get();
        if (known == null) {
            return;
        }
        Task chosen = list.getSelectionModel().getSelectedItem();
        long moment = model.cursorNs().get() == CaptureModel.UNSET ? known.trace().lastNs() : model.cursorNs().get();
        List<Task> fitting = known.tasks(List.copyOf(model.findings()), moment).stream()
                .filter(t -> TaskCards.matches(t, filter.getText())).toList();
        List<Task> shown = new ArrayList<>();
        if (!model.pinnedLanes().isEmpty()) {
            fitting.stream().filter(this::pinned).forEach(shown::add);
        }
        int pinned = shown.size();
        fitting.stream().filter(t -> pinned == 0 || !pinned(t)).limit(MOST).forEach(shown::add);
        int more = fitting.size() - shown.size();
        filter.setPromptText(more > 0 ? Messages.text("tasks.filter-more", more) : Messages.text("tasks.filter"));
        list.getItems().setAll(shown);
        if (chosen != null) {
            list.getSelectionModel().select(chosen);
        }
    }
}
