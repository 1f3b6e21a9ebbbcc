package org.reapscope.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;
import org.reapscope.explore.compare.Column;
import org.reapscope.explore.compare.Transplant;
import org.reapscope.explore.compare.Variant;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.ui.kit.Choices;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.Texts;

/** What is known about one cell of the matrix, and its witness tried on another kernel: both sides of the first difference. */
final class CellDetails {

    private final CompareModel model;
    private final int row;
    private final int column;

    CellDetails(CompareModel model, int row, int column) {
        this.model = model;
        this.row = row;
        this.column = column;
    }

    List<Node> rows() {
        List<Node> rows = new ArrayList<>();
        Column here = model.columns().get(column);
        rows.add(Texts.wrapped(PropertyText.title(model.rows().get(row)) + "  \u00b7  " + here.variant(), "strong"));
        for (String patch : here.variant().patches()) {
            rows.add(Texts.wrapped("(" + patch + ") " + KernelPatches.of(patch).title() + " \u00b7 " + KernelPatches.of(patch).status(),
                    "small", "dim"));
        }
        Answer answer = here.cells().get(row).answer();
        if (answer != null) {
            rows.add(Texts.wrapped(VerdictText.of(answer) + (answer.shortest() == null ? ""
                    : ", " + VerdictText.of(answer.shortest())), "lead"));
        }
        if (here.report() != null) {
            rows.add(Texts.wrapped(BoundText.size(here.report()), "small", "dim"));
        }
        rows.add(Texts.wrapped(Messages.text("compare.transplant"), "heading"));
        rows.add(onto());
        CompareModel.Tried tried = model.tried();
        if (tried != null && tried.from().equals(here.variant()) && tried.question().equals(model.rows().get(row))) {
            rows.addAll(tried(tried));
        }
        return rows;
    }

    private Node onto() {
        ComboBox<@Nullable Integer> others = new ComboBox<>();
        others.getStyleClass().add("transplant");
        Choices.bind(others, i -> i == null ? Messages.text("compare.onto") : model.columns().get(i).variant().toString());
        IntStream.range(0, model.columns().size()).filter(i -> i != column && model.columns().get(i).refusedBecause().isEmpty())
                .forEach(others.getItems()::add);
        others.setPromptText(Messages.text("compare.onto"));
        others.setMaxWidth(Double.MAX_VALUE);
        others.setOnAction(e -> {
            Integer chosen = others.getValue();
            if (chosen != null) {
                model.transplant(row, column, chosen);
            }
        });
        return others;
    }

    private List<Node> tried(CompareModel.Tried tried) {
        List<Node> rows = new ArrayList<>();
        Transplant.Difference difference = tried.transplant().difference();
        int followed = tried.transplant().followed().length;
        rows.add(Texts.wrapped(difference == null ? Messages.text("compare.all-the-same", tried.to().toString(), followed)
                : Messages.text("compare.differs", tried.to().toString(), difference.at() + 1, difference.task(), kind(difference.kind())), "transplanted"));
        if (!tried.transplant().skipped().isEmpty()) {
            rows.add(Texts.wrapped(Messages.text("compare.skipped", tried.transplant().skipped().size()), "small", "dim"));
        }
        if (difference != null) {
            rows.add(side(tried.from(), difference.from()));
            rows.add(side(tried.to(), difference.to()));
        }
        if (!tried.transplant().endings().sentence().isEmpty()) {
            rows.add(Texts.wrapped(tried.transplant().endings().sentence(), "strong"));
        }
        Button open = new Button(Messages.text("compare.open", tried.to().toString()));
        open.setMnemonicParsing(false);
        open.setOnAction(e -> model.openTried());
        rows.add(open);
        return rows;
    }

    private static String kind(Transplant.Kind kind) {
        return Messages.text(switch (kind) {
            case NO_SUCH_TASK -> "compare.no-such-task";
            case OTHER_STEP -> "compare.other-step";
            case WAITS -> "compare.waits";
            case OTHER_VALUES -> "compare.other-values";
        });
    }

    private static Node side(Variant variant, Transplant.Side side) {
        VBox box = new VBox(Texts.label(variant.toString(), "strong"));
        if (!side.function().isEmpty()) {
            box.getChildren().add(Texts.wrapped(side.function() + "()  " + side.path(), "code"));
        }
        box.getChildren().add(Texts.wrapped(side.sentence(), "meaning"));
        side.values().forEach(value -> box.getChildren().add(Texts.wrapped(value, "changes")));
        box.getStyleClass().addAll("card", "transplant-side");
        return box;
    }
}
