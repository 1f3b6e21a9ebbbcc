package org.reapscope.ui.explore;

import java.util.function.BooleanSupplier;

import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;
import org.reapscope.explore.compare.Cell;
import org.reapscope.explore.compare.Column;
import org.reapscope.explore.report.LampText;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.explore.witness.Witness;
import org.reapscope.ui.kit.Clicks;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.Texts;

/** One cell of the matrix: the verdict, how likely, how many steps, and a small picture of the witness. */
final class CompareCell extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final boolean opens;
    private final BooleanSupplier chosen;

    /** @param chosen whether it is the one that details are shown of */
    CompareCell(String question, Column column, int row, BooleanSupplier chosen) {
        this.chosen = chosen;
        Cell cell = column.cells().get(row);
        Answer answer = cell.answer();
        Witness witness = cell.shortest();
        opens = witness != null;
        getStyleClass().add("compare-cell");
        if (answer == null) {
            getChildren().add(Texts.label("\u2013", "dim"));
            Tooltip.install(this, new Tooltip(cell.why()));
            setAccessibleText(column.variant() + ": " + cell.why());
            return;
        }
        String verdict = VerdictText.of(answer);
        getStyleClass().add(VerdictText.tone(answer.property().fact(), answer.verdict()).style());
        getChildren().add(Texts.label(verdict, "verdict"));
        String numbers = numbers(answer, witness);
        if (!numbers.isEmpty()) {
            getChildren().add(Texts.label(numbers, "small", "dim"));
        }
        if (witness != null) {
            SVGPath picture = new SVGPath();
            picture.setContent(WitnessBars.path(witness.schedule()));
            picture.getStyleClass().add("witness-bars");
            getChildren().add(picture);
        }
        setAccessibleText(column.variant() + ", " + PropertyText.title(question) + ": " + verdict + " " + numbers);
    }

    private static String numbers(Answer answer, @Nullable Witness witness) {
        String chance = answer.probability() == null || witness == null ? "" : LampText.chance(answer.probability());
        String steps = witness == null ? "" : Messages.text("compare.steps", witness.steps());
        return chance.isEmpty() ? steps : chance + " \u00b7 " + steps;
    }

    void showChoice() {
        pseudoClassStateChanged(CHOSEN, chosen.getAsBoolean());
    }

    void onClick(Runnable action) {
        if (opens) {
            Clicks.on(this, action);
            getStyleClass().add("opens");
        }
    }
}
