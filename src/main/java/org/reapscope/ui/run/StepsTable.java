package org.reapscope.ui.run;

import java.util.AbstractList;
import java.util.function.Function;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.reapscope.run.Happened;
import org.reapscope.run.RunMm;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.OncePerPulse;

/** The steps of the branch as rows: who did what, and the values after it. Selecting a row jumps there. */
final class StepsTable {

    private static final double TEXT_PX = 12;

    private final TableView<Integer> table;
    private final RunModel model;
    private final IntegerProperty textPercent;
    private boolean following;
    private int rows = -1;

    /** @param textPercent size of the text, which the columns follow */
    StepsTable(TableView<Integer> table, RunModel model, IntegerProperty textPercent) {
        this.table = table;
        this.model = model;
        this.textPercent = textPercent;
    }

    void bind() {
        table.setPlaceholder(new Label(Messages.text("run.no-steps")));
        column("run.column-step", 4, h -> Integer.toString(h.number()));
        column("run.column-task", 9, Happened::taskName);
        column("run.column-id", 5, h -> h.step().step().id());
        column("run.column-function", 15, h -> h.step().step().function());
        column("run.column-sentence", 36, Happened::sentence);
        for (int m = 0; m < RunMm.count(model.machine()); m++) {
            int mm = m;
            String of = RunMm.count(model.machine()) > 1 ? " " + model.mms().get(mm).name() : "";
            column("mm_users" + of, 7.5, h -> Integer.toString(after(h, mm).users()), true);
            column("mmap_lock" + of, 9, h -> after(h, mm).lock(), true);
            column(Messages.text("run.column-mapped") + of, 6, h -> after(h, mm).mapped() + " + " + after(h, mm).gathered(), true);
        }
        column("run.column-changes", 40, Happened::changeText);
        OncePerPulse showing = new OncePerPulse(table, this::show);
        model.revision().addListener((o, was, is) -> showing.ask());
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !following) {
                model.jump(is);
            }
        });
        show();
    }

    private RunMm after(Happened happened, int mm) {
        return RunMm.of(model.machine(), model.path().state(happened.number()), mm);
    }

    private void show() {
        following = true;
        int length = model.path().length();
        if (length != rows) {
            rows = length;
            table.setItems(FXCollections.observableList(numbers(length)));
        } else {
            table.refresh();
        }
        if (model.depth() == 0) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().clearAndSelect(model.depth() - 1);
            table.scrollTo(Math.max(0, model.depth() - 4));
        }
        following = false;
    }

    private static AbstractList<Integer> numbers(int length) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return index + 1;
            }

            @Override
            public int size() {
                return length;
            }
        };
    }

    private void column(String titleKey, double em, Function<Happened, String> text) {
        column(Messages.text(titleKey), em, text, false);
    }

    private void column(String title, double em, Function<Happened, String> text, boolean mono) {
        TableColumn<Integer, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setPrefWidth(em * TEXT_PX * textPercent.get() / 100);
        textPercent.addListener((o, was, is) -> column.setPrefWidth(em * TEXT_PX * is.intValue() / 100));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                cell.getValue() <= model.path().length() ? text.apply(model.happened(cell.getValue())) : ""));
        if (mono) {
            column.getStyleClass().add("mono");
        }
        table.getColumns().add(column);
    }
}
