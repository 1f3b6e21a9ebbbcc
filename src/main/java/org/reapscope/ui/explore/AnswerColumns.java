package org.reapscope.ui.explore;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.explore.witness.Witness;
import org.reapscope.ui.kit.Messages;

/** The columns of the questions: what is asked, verdict, probability, witnesses that open in the stepper. */
final class AnswerColumns {

    private static final double TEXT_PX = 12;

    private AnswerColumns() {}

    static void add(TableView<AskedRow> table, Consumer<Witness> open, Consumer<String> remove) {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        column(table, Messages.text("explore.column-property"), 8, 17, () -> new TextCell("what", r -> PropertyText.title(r.question())));
        column(table, Messages.text("explore.column-verdict"), 7.3, 8, VerdictCell::new);
        column(table, Messages.text("explore.column-probability"), 5, 5, () -> new TextCell("chance",
                r -> r.answer().map(a -> VerdictText.chance(a.probability())).orElse("")));
        column(table, Messages.text("explore.column-shortest"), 7.5, 9, () -> new WitnessCell(Answer::shortest, "explore.steps", open));
        column(table, Messages.text("explore.column-calmest"), 8, 11,
                () -> new WitnessCell(Answer::fewestPreemptions, "explore.preemptions", open));
        column(table, "", 2.5, 3, () -> new RemoveCell(remove));
    }

    private static void column(TableView<AskedRow> table, String title, double least, double em, Supplier<TableCell<AskedRow, AskedRow>> cell) {
        TableColumn<AskedRow, AskedRow> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setPrefWidth(em * TEXT_PX);
        column.setMinWidth(least * TEXT_PX);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> cell.get());
        table.getColumns().add(column);
    }

    private static class TextCell extends TableCell<AskedRow, AskedRow> {

        private final Function<AskedRow, String> words;

        TextCell(String style, Function<AskedRow, String> words) {
            this.words = words;
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(@Nullable AskedRow item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? "" : words.apply(item));
        }
    }

    private static final class VerdictCell extends TextCell {

        VerdictCell() {
            super("verdict", r -> r.answer().map(VerdictText::of).orElse(""));
        }

        @Override
        protected void updateItem(@Nullable AskedRow item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().removeAll("bad", "open", "good");
            if (item != null && !empty) {
                item.answer().ifPresent(a -> getStyleClass().add(VerdictText.tone(a.property().fact(), a.verdict()).style()));
            }
        }
    }

    private static final class WitnessCell extends TableCell<AskedRow, AskedRow> {

        private final Function<Answer, @Nullable Witness> which;
        private final String textKey;
        private final Consumer<Witness> open;

        WitnessCell(Function<Answer, @Nullable Witness> which, String textKey, Consumer<Witness> open) {
            this.which = which;
            this.textKey = textKey;
            this.open = open;
        }

        @Override
        protected void updateItem(@Nullable AskedRow item, boolean empty) {
            super.updateItem(item, empty);
            Witness witness = item == null || empty ? null : item.answer().map(which).orElse(null);
            setGraphic(witness == null ? null : link(witness));
        }

        private Hyperlink link(Witness witness) {
            Hyperlink link = new Hyperlink(Messages.text(textKey, witness.steps(), witness.preemptions()));
            link.setTooltip(new Tooltip(Messages.text("explore.open-witness", VerdictText.of(witness))));
            link.setAccessibleText(Messages.text("explore.open-witness", VerdictText.of(witness)));
            link.getStyleClass().add("witness");
            link.setOnAction(e -> open.accept(witness));
            return link;
        }
    }

    private static final class RemoveCell extends TableCell<AskedRow, AskedRow> {

        private final Consumer<String> remove;

        RemoveCell(Consumer<String> remove) {
            this.remove = remove;
        }

        @Override
        protected void updateItem(@Nullable AskedRow item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null || empty) {
                setGraphic(null);
                return;
            }
            Button button = new Button("\u00d7");
            button.getStyleClass().addAll("quiet", "remove");
            button.setAccessibleText(Messages.text("explore.remove", item.question()));
            button.setOnAction(e -> remove.accept(item.question()));
            setGraphic(button);
        }
    }
}
