package org.reapscope.ui.lesson;

import java.util.function.Consumer;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.reapscope.lesson.predict.Explanation;
import org.reapscope.lesson.predict.Posed;
import org.reapscope.ui.kit.Messages;

/** A prediction: options with their keys, then whether it was right, why, and the run that shows it. */
final class QuestionCard extends VBox {

    private final Prediction prediction;
    private final Consumer<Explanation> replay;

    QuestionCard(Prediction prediction, Consumer<Explanation> replay) {
        this.prediction = prediction;
        this.replay = replay;
        getStyleClass().addAll("lesson-card", "question");
        prediction.revision().addListener((o, was, is) -> show());
        show();
    }

    Prediction prediction() {
        return prediction;
    }

    private void show() {
        getChildren().setAll(label(Messages.text("lesson.predict"), "heading"));
        Posed posed = prediction.posed();
        if (posed == null) {
            getChildren().add(label(prediction.problem().isEmpty() ? Messages.text("lesson.working") : prediction.problem(), "dim"));
            return;
        }
        getChildren().add(label(posed.prompt(), "prompt"));
        VBox options = new VBox();
        options.getStyleClass().add("options");
        for (int i = 0; i < posed.options().size(); i++) {
            options.getChildren().add(option(posed, i));
        }
        getChildren().add(options);
        if (prediction.marked()) {
            explain(posed);
        } else if (posed.several()) {
            Button answer = button("lesson.answer", prediction::mark);
            answer.getStyleClass().addAll("primary", "lesson-answer");
            getChildren().add(answer);
        }
    }

    private Button option(Posed posed, int i) {
        boolean right = posed.right().contains(i);
        boolean ticked = prediction.ticked(i);
        String mark = prediction.marked() ? right ? "✓  " : ticked ? "✗  " : "" : posed.several() ? ticked ? "☑  " : "☐  " : "";
        Button option = new Button((i + 1) + "   " + mark + posed.options().get(i));
        option.setMnemonicParsing(false);
        option.setWrapText(true);
        option.setMaxWidth(Double.MAX_VALUE);
        option.getStyleClass().add("option");
        if (prediction.marked()) {
            option.getStyleClass().add(right ? "right" : ticked ? "wrong" : "other");
        } else if (ticked) {
            option.getStyleClass().add("ticked");
        }
        option.setOnAction(e -> prediction.tick(i));
        return option;
    }

    private void explain(Posed posed) {
        Label verdict = label(prediction.right() ? Messages.text("lesson.right")
                : Messages.text("lesson.wrong", String.join(", ", posed.answers())), "verdict");
        verdict.getStyleClass().add(prediction.right() ? "good" : "bad");
        getChildren().add(verdict);
        posed.explanation().sentences().forEach(s -> getChildren().add(label(s, "explanation")));
        HBox buttons = new HBox();
        buttons.getStyleClass().add("lesson-buttons");
        if (!posed.explanation().schedule().isEmpty()) {
            buttons.getChildren().add(button("lesson.replay", () -> replay.accept(posed.explanation())));
        }
        buttons.getChildren().add(button("lesson.again", prediction::again));
        getChildren().add(buttons);
    }

    static Button button(String textKey, Runnable act) {
        Button button = new Button(Messages.text(textKey));
        button.setMinWidth(USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setOnAction(e -> act.run());
        return button;
    }

    static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
