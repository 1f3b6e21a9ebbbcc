package org.reapscope.ui.findings;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.sentence.ClockText;
import org.reapscope.analysis.sentence.FindingText;
import org.reapscope.trace.Trace;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.OncePerPulse;

/** The columns and rows of the findings; a click on a heading sorts by it, a third one as they were. */
final class FindingTable {

    /** What is left over goes to the sentences. */
    private static final double SENTENCE_EM = 30;

    private final TableView<Finding> table;
    private final FindingsController pane;
    private final Label measure;

    FindingTable(TableView<Finding> table, FindingsController pane, Label measure) {
        this.table = table;
        this.pane = pane;
        this.measure = measure;
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        TableColumn<Finding, Finding> kind = column("findings.column.kind", 14, FindingOrder.SEVERITY.comparator());
        kind.setCellFactory(c -> new KindCell(pane));
        worded("findings.column.time", 9.5, "mono", FindingOrder.TIME.comparator(), (trace, f) -> ClockText.of(trace, f.startNs()));
        TableColumn<Finding, Finding> task = worded("findings.column.task", 11, "task", Comparator.comparing(this::task), FindingText::task);
        TableColumn<Finding, Finding> certainty = worded("findings.column.certainty", 7.5, "certainty", FindingOrder.CERTAINTY.comparator(),
                (trace, f) -> f.certainty() == Certainty.CERTAIN ? "" : f.certainty().title());
        TableColumn<Finding, Finding> text = column("findings.column.text", SENTENCE_EM, FindingOrder.TEXT.comparator());
        text.setCellFactory(c -> new SentenceCell(pane));
        OncePerPulse heights = new OncePerPulse(table, table::refresh);
        text.widthProperty().addListener(o -> heights.ask());
        for (TableColumn<Finding, Finding> spare : List.of(task, certainty)) {
            spare.visibleProperty().bind(pane.roomy());
        }
        table.setSortPolicy(view -> {
            Comparator<Finding> wanted = view.getComparator();
            pane.model().order().set(wanted == null ? FindingOrder.SEVERITY.comparator() : wanted);
            return true;
        });
        table.setRowFactory(view -> new FindingRow());
        table.setItems(pane.model().shown());
    }

    private String task(Finding finding) {
        Trace trace = pane.capture().trace().get();
        return trace == null ? "" : FindingText.task(trace, finding);
    }

    private TableColumn<Finding, Finding> column(String key, double em, Comparator<Finding> order) {
        TableColumn<Finding, Finding> column = new TableColumn<>(Messages.text(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(order);
        column.setReorderable(false);
        width(column, em);
        measure.fontProperty().addListener(o -> width(column, em));
        table.getColumns().add(column);
        return column;
    }

    private TableColumn<Finding, Finding> worded(String key, double em, String style, Comparator<Finding> order, BiFunction<Trace, Finding, String> words) {
        TableColumn<Finding, Finding> column = column(key, em, order);
        column.getStyleClass().add(style);
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Finding finding, boolean empty) {
                super.updateItem(finding, empty);
                Trace trace = pane.capture().trace().get();
                setText(finding == null || empty || trace == null ? "" : words.apply(trace, finding));
            }
        });
        return column;
    }

    private void width(TableColumn<?, ?> column, double em) {
        double px = measure.getFont().getSize() * em;
        boolean sentence = em == SENTENCE_EM;
        column.setMaxWidth(sentence ? Double.MAX_VALUE : px);
        column.setMinWidth(sentence ? px / 3 : px);
        column.setPrefWidth(px);
    }

    /** A click leads to where it happened. */
    private final class FindingRow extends TableRow<Finding> {

        FindingRow() {
            getStyleClass().add("finding");
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    pane.jump(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            Trace trace = pane.capture().trace().get();
            setAccessibleText(finding == null || empty || trace == null ? "" : FindingText.spoken(trace, finding)
                    + " " + Messages.text(pane.isOpen(finding) ? "findings.spoken-open" : "findings.spoken-closed"));
        }
    }
}
