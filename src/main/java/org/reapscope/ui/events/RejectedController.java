package org.reapscope.ui.events;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.RejectedLines;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.RejectedText;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.job.FxBackground;
import org.reapscope.ui.job.FxJobs;
import org.reapscope.ui.kit.FxmlFile;
import org.reapscope.ui.kit.Messages;

/** The lines of a file that were not understood, by reason. */
final class RejectedController {

    /** One row: a reason, or one of its lines. */
    private record Row(String number, String text, boolean reason) {}

    private final CaptureModel capture;
    private final FxJobs jobs;
    private final Runnable goBack;

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private ListView<Row> list;

    private RejectedController(CaptureModel capture, FxJobs jobs, Runnable goBack) {
        this.capture = capture;
        this.jobs = jobs;
        this.goBack = goBack;
    }

    static RejectedController of(CaptureModel capture, FxJobs jobs, Runnable goBack) {
        RejectedController controller = new RejectedController(capture, jobs, goBack);
        FxmlFile.REJECTED_PANE.load(type -> controller);
        return controller;
    }

    Parent root() {
        return root;
    }

    void focus() {
        list.requestFocus();
    }

    @FXML
    void initialize() {
        list.setCellFactory(view -> new Cell());
        root.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                goBack.run();
            }
        });
        Trace trace = capture.trace().get();
        List<RejectedLines.Reason> reasons = trace == null ? List.of() : trace.rejected();
        title.setText(summary(trace));
        show(reasons.stream().map(r -> new RejectedText.Group(r.reason(), r.count(),
                r.lines().stream().map(n -> new RejectedText.Line(n, "")).toList())).toList());
        new FxBackground(jobs).start(progress -> RejectedText.of(capture.file(), reasons, progress), this::show,
                e -> title.setText(title.getText() + " (" + e.getMessage() + ")"), share -> {});
    }

    /** What there is to tell of how a capture was read, in few words; empty if there is nothing. */
    static String summary(@Nullable Trace trace) {
        long lines = trace == null ? 0 : trace.rejected().stream().mapToLong(RejectedLines.Reason::count).sum();
        int remarks = trace == null ? 0 : trace.source().remarks().size();
        String rejected = lines == 0 ? "" : Messages.text(lines == 1 ? "events.rejected-one" : "events.rejected", lines);
        String remarked = remarks == 0 ? "" : Messages.text(remarks == 1 ? "events.remark-one" : "events.remarks", remarks);
        return rejected.isEmpty() || remarked.isEmpty() ? rejected + remarked : remarked + ", " + rejected;
    }

    @FXML
    void back() {
        goBack.run();
    }

    @FXML
    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(list.getItems().stream().map(r -> r.reason() ? r.text() : r.number() + "\t" + r.text())
                .collect(Collectors.joining("\n", "", "\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void show(List<RejectedText.Group> groups) {
        Trace trace = capture.trace().get();
        List<Row> rows = new ArrayList<>();
        if (trace != null) {
            trace.source().remarks().forEach(remark -> rows.add(new Row("", remark, true)));
        }
        for (RejectedText.Group group : groups) {
            rows.add(new Row("", Messages.text("rejected.reason", group.count(), group.reason()), true));
            group.lines().forEach(line -> rows.add(new Row(Long.toString(line.number()), line.text(), false)));
            if (group.count() > group.lines().size()) {
                rows.add(new Row("", Messages.text("rejected.more", group.count() - group.lines().size()), false));
            }
        }
        list.getItems().setAll(rows);
    }

    private static final class Cell extends ListCell<Row> {

        private final Label number = new Label();
        private final Label text = new Label();
        private final HBox line = new HBox(number, text);

        Cell() {
            number.getStyleClass().add("line-number");
            line.getStyleClass().add("rejected-line");
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
                return;
            }
            number.setText(row.number());
            number.setVisible(!row.reason());
            number.setManaged(!row.reason());
            text.setText(row.text());
            text.getStyleClass().setAll("label", row.reason() ? "strong" : "mono");
            setGraphic(line);
            setAccessibleText(row.reason() ? row.text() : Messages.text("rejected.spoken", row.number(), row.text()));
        }
    }
}
