package org.reapscope.ui.events;

import java.util.List;
import java.util.function.BiFunction;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.sentence.ClockText;
import org.reapscope.analysis.sentence.EventText;
import org.reapscope.trace.Trace;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.OncePerPulse;

/** The columns and rows of the event table, and how its selection follows the cursor and the cursor its selection. */
final class EventTable {

    /** Of a text field with something that makes no sense. */
    static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private static final double NEVER_CUT_EM = 10;
    private static final double CUT = 0.6;
    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
    private static final PseudoClass OF_FINDING = PseudoClass.getPseudoClass("of-finding");

    private final TableView<Integer> table;
    private final EventsModel model;
    private final CaptureModel capture;
    private final Label measure;
    private boolean following;

    EventTable(TableView<Integer> table, EventsModel model, Label measure) {
        this.table = table;
        this.model = model;
        this.capture = model.capture();
        this.measure = measure;
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.setRowFactory(view -> new EventRow());
        table.setPlaceholder(new Label(Messages.text("events.none")));
        addColumns();
        OncePerPulse rows = new OncePerPulse(table, this::showRows);
        List.of(model.shown(), model.text()).forEach(property -> property.addListener(o -> rows.ask()));
        OncePerPulse marks = new OncePerPulse(table, table::refresh);
        List.of(model.hits(), capture.selectedFinding()).forEach(property -> property.addListener(o -> marks.ask()));
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !following) {
                model.select(is);
            }
        });
        OncePerPulse inView = new OncePerPulse(table, () -> reveal(table.getSelectionModel().getSelectedIndex()));
        table.heightProperty().addListener(o -> inView.ask());
        showRows();
    }

    /** Selects the event at the cursor and brings it into view; nothing is selected if the filter hides it. */
    void showCursor() {
        int row = model.rowAtCursor();
        EventSelection rows = model.shown().get();
        if (table.getItems() != rows || row < 0) {
            return;
        }
        int index = rows.indexOfRow(row);
        following = true;
        if (index < 0) {
            table.getSelectionModel().clearSelection();
            reveal(Math.max(0, rows.indexAtOrAfter(row) - 1));
        } else if (table.getSelectionModel().getSelectedIndex() != index) {
            table.getSelectionModel().clearAndSelect(index);
            table.getFocusModel().focus(index);
            reveal(index);
        }
        following = false;
    }

    private void showRows() {
        EventSelection rows = model.shown().get();
        if (table.getItems() == rows) {
            table.refresh();
        } else {
            following = true;
            table.setItems(rows);
            following = false;
            showCursor();
        }
    }

    /** Scrolls as little as is needed, and to the middle if the row is far away. */
    private void reveal(int index) {
        if (index < 0) {
            return;
        }
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null && flow.getLastVisibleCell() != null) {
            int first = flow.getFirstVisibleCell().getIndex();
            int last = flow.getLastVisibleCell().getIndex();
            if (index <= first || index >= last) {
                table.scrollTo(Math.max(0, index - (last - first) / 2));
            }
        } else {
            table.scrollTo(Math.max(0, index - 2));
        }
    }

    private void addColumns() {
        column("events.column.time", 9.5, "mono", (trace, row) -> ClockText.of(trace, trace.tsNs(row)));
        column("events.column.delta", 8, "delta", this::delta);
        column("events.column.cpu", 4.6, "number", (trace, row) -> Integer.toString(trace.cpu(row)));
        column("events.column.task", 12.5, "task", (trace, row) -> trace.taskOf(row).label());
        column("events.column.event", 16, "event", (trace, row) -> words(EventText::event, row));
        column("events.column.stack", 5, "stack", (trace, row) -> trace.stack(row).isEmpty() ? "" : Messages.text("events.has-stack"));
        column("events.column.arguments", 34, "arguments", (trace, row) -> words(EventText::arguments, row));
    }

    private void column(String key, double em, String style, BiFunction<Trace, Integer, String> text) {
        TableColumn<Integer, String> column = new TableColumn<>(Messages.text(key));
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(style);
        column.setCellValueFactory(cell -> {
            Trace trace = capture.trace().get();
            Integer row = cell.getValue();
            return new ReadOnlyObjectWrapper<>(trace == null || row == null || row >= trace.size() ? "" : text.apply(trace, row));
        });
        width(column, em);
        measure.fontProperty().addListener(o -> width(column, em));
        table.getColumns().add(column);
    }

    private void width(TableColumn<?, ?> column, double em) {
        double px = measure.getFont().getSize() * em;
        column.setMinWidth(em < NEVER_CUT_EM ? px : px * CUT);
        column.setPrefWidth(px);
    }

    private String words(BiFunction<EventText, Integer, String> column, int row) {
        EventText text = model.text().get();
        return text == null ? "" : column.apply(text, row);
    }

    /** Since the row above; two events of different CPUs that the clock cannot order have none. */
    private String delta(Trace trace, int row) {
        EventSelection rows = model.shown().get();
        int index = rows.indexOfRow(row);
        if (index <= 0) {
            return "";
        }
        int above = rows.row(index - 1);
        return trace.orderUnknown(above, row) ? Messages.text("events.order-unknown") : "+" + ClockFigures.of(trace).length(trace.tsNs(row) - trace.tsNs(above));
    }

    private final class EventRow extends TableRow<Integer> {

        @Override
        protected void updateItem(@Nullable Integer row, boolean empty) {
            super.updateItem(row, empty);
            Finding finding = capture.selectedFinding().get();
            Integer shown = empty ? null : row;
            pseudoClassStateChanged(HIT, shown != null && model.hits().get().indexOfRow(shown) >= 0);
            pseudoClassStateChanged(OF_FINDING, shown != null && finding != null && finding.rows().contains(shown));
            setAccessibleText(shown == null ? "" : spoken(shown));
        }

        private String spoken(int row) {
            Trace trace = capture.trace().get();
            return trace == null || row >= trace.size() ? ""
                    : Messages.text("events.spoken", ClockText.of(trace, trace.tsNs(row)), delta(trace, row),
                            Integer.toString(trace.cpu(row)), trace.taskOf(row).label(), words(EventText::event, row),
                            words(EventText::arguments, row));
        }
    }
}
