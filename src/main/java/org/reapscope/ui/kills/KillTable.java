package org.reapscope.ui.kills;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.RssCurve;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.kit.Messages;

/** All kills of a capture in a table that a click on its head sorts; what is typed filters. Enter or a click takes one. */
public final class KillTable {

    private final CaptureModel capture;
    private final Runnable close;
    private final ClockFigures clock;
    private final ObservableList<KillLine> lines = FXCollections.observableArrayList();
    private final FilteredList<KillLine> fitting = new FilteredList<>(lines);
    private final TableView<KillLine> table = new TableView<>();
    private final TextField field = new TextField();
    private final VBox root = new VBox(field, table);

    /** @param close closes the table, before the chosen kill is shown */
    public KillTable(CaptureModel capture, Lanes lanes, Runnable close) {
        this.capture = capture;
        this.close = close;
        clock = ClockFigures.of(lanes.trace());
        lines.setAll(KillLine.of(capture.kills(), new RssCurve(lanes.trace(), lanes)));
        root.getStyleClass().addAll("floating", "kill-table");
        VBox.setVgrow(table, Priority.ALWAYS);
        field.setPromptText(Messages.text("kills.search"));
        field.setAccessibleText(Messages.text("kills.search"));
        field.textProperty().addListener((o, was, is) -> {
            fitting.setPredicate(line -> line.fits(is));
            table.getSelectionModel().selectFirst();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        table.setAccessibleText(Messages.text("kills.title"));
        table.setPlaceholder(new Label(Messages.text("kills.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        columns();
        SortedList<KillLine> sorted = new SortedList<>(fitting);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setRowFactory(view -> {
            TableRow<KillLine> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                    choose(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                choose(table.getSelectionModel().getSelectedItem());
                e.consume();
            }
        });
        lines.stream().filter(line -> line.kill() == capture.kill().get()).findFirst().ifPresent(line -> {
            table.getSelectionModel().select(line);
            table.scrollTo(line);
        });
    }

    public Node node() {
        return root;
    }

    /** Where the focus belongs. */
    public Node field() {
        return field;
    }

    /** The table itself. */
    TableView<KillLine> table() {
        return table;
    }

    private void columns() {
        column("kills.column.time", 10, "number", Comparator.comparingLong(line -> line.kill().killed().ns()), line -> clock.moment(line.kill().killed().ns()));
        column("kills.column.victim", 12, "task", Comparator.comparing(line -> line.kill().victim()), line -> line.kill().victim());
        column("kills.column.by", 12, "task", Comparator.comparing(line -> line.kill().by()), line -> line.kill().by());
        column("kills.column.memory", 11, "number", Comparator.comparingLong(KillLine::bytes), line -> line.memory().isEmpty() ? Messages.text("kills.unknown") : line.memory());
        column("kills.column.window", 8, "number", Comparator.comparingLong(KillLine::windowNs),
                line -> line.windowNs() < 0 ? Messages.text("kills.unknown") : clock.length(line.windowNs()));
        column("kills.column.torn-down-by", 12, "task", Comparator.comparing(KillLine::tornDownBy), KillLine::tornDownBy);
        column("kills.column.result", 18, "result", Comparator.comparing(KillLine::result), line -> line.result().words());
    }

    private void column(String key, double em, String style, Comparator<KillLine> order, Function<KillLine, String> text) {
        TableColumn<KillLine, KillLine> column = new TableColumn<>(Messages.text(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(order);
        column.setCellFactory(c -> new KillCell(text));
        column.getStyleClass().add(style);
        column.setPrefWidth(em * field.getFont().getSize());
        table.getColumns().add(column);
    }

    private void steer(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(10);
            case PAGE_UP -> move(-10);
            case ENTER -> choose(table.getSelectionModel().getSelectedItem());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        List<KillLine> shown = table.getItems();
        if (!shown.isEmpty()) {
            int to = Math.clamp(table.getSelectionModel().getSelectedIndex() + step, 0, shown.size() - 1);
            table.getSelectionModel().clearAndSelect(to);
            table.scrollTo(Math.max(0, to - 5));
        }
    }

    private void choose(@Nullable KillLine line) {
        if (line != null) {
            close.run();
            KillFocus.on(capture, line.kill());
        }
    }
}
