package org.reapscope.ui.lesson;

import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.challenge.Play;
import org.reapscope.lesson.challenge.Result;
import org.reapscope.run.Choice;
import org.reapscope.ui.kit.Messages;

/** A challenge: its goal and rules, whom the learner may let run, the counters against the par, the stars. */
final class ChallengeCard extends VBox {

    private static final int STARS = 3;

    private final ChallengeModel game;

    ChallengeCard(ChallengeModel game) {
        this.game = game;
        getStyleClass().addAll("lesson-card", "challenge");
        game.revision().addListener((o, was, is) -> show());
        show();
    }

    ChallengeModel game() {
        return game;
    }

    private void show() {
        Challenge challenge = game.challenge();
        getChildren().setAll(QuestionCard.label(Messages.text("lesson.challenge"), "heading"),
                QuestionCard.label(challenge.title(), "prompt"));
        getChildren().addAll(LessonText.of(challenge.text()));
        getChildren().add(QuestionCard.label(rules(challenge), "dim"));
        Play play = game.play();
        if (play == null) {
            getChildren().add(QuestionCard.label(game.busy() ? Messages.text("lesson.proving") : game.words(), "dim"));
            return;
        }
        String counted = Messages.text("lesson.counters", play.steps(), play.preemptions(), play.hints());
        getChildren().add(QuestionCard.label(game.parShown() ? counted + "\n" + Messages.text("lesson.par", game.parText()) : counted, "counters"));
        Optional<Result> result = game.result();
        if (result.filter(Result::success).isPresent()) {
            won(result.get());
        } else {
            moves(play, result);
        }
        getChildren().add(tools(result.filter(Result::success).isPresent()));
    }

    private void moves(Play play, Optional<Result> result) {
        VBox tasks = new VBox();
        tasks.getStyleClass().add("options");
        for (Choice choice : game.choices()) {
            tasks.getChildren().add(move(play, choice));
        }
        getChildren().add(tasks);
        String said = game.busy() ? Messages.text("lesson.working") : !game.words().isEmpty() ? game.words()
                : result.filter(r -> r.end() == Result.End.OVER).map(r -> Messages.text("lesson.over")).orElse("");
        if (!said.isEmpty()) {
            getChildren().add(QuestionCard.label(said, "explanation"));
        }
    }

    private Node move(Play play, Choice choice) {
        int task = choice.task();
        String name = play.stage().machine().spec().tasks().get(task).name();
        boolean may = game.mayStep(task);
        Button move = new Button((task + 1) + "   " + name + ": " + (choice.enabled() ? choice.sentence() : choice.obstacle()));
        move.setMnemonicParsing(false);
        move.setWrapText(true);
        move.setMaxWidth(Double.MAX_VALUE);
        move.setDisable(!may);
        move.getStyleClass().addAll("option", "move");
        if (game.hinted() == task) {
            move.getStyleClass().add("ticked");
        }
        move.setOnAction(e -> game.step(task));
        return move;
    }

    private void won(Result result) {
        String stars = "★".repeat(result.stars()) + "☆".repeat(STARS - result.stars());
        getChildren().add(QuestionCard.label(stars + "   " + Messages.text(
                result.end() == Result.End.CLAIM_TRUE ? "lesson.proved" : "lesson.won"), "stars"));
        TextField code = new TextField(game.code());
        code.setEditable(false);
        code.getStyleClass().addAll("mono", "hand-in");
        code.setAccessibleText(Messages.text("lesson.code"));
        getChildren().addAll(QuestionCard.label(Messages.text("lesson.code"), "dim"), code);
    }

    private Node tools(boolean done) {
        FlowPane tools = new FlowPane();
        tools.getStyleClass().add("lesson-buttons");
        tools.getChildren().addAll(QuestionCard.button("lesson.undo", game::undo), QuestionCard.button("lesson.restart", game::restart));
        if (!done) {
            tools.getChildren().addAll(QuestionCard.button("lesson.hint", game::hint),
                    QuestionCard.button("lesson.impossible", game::claimImpossible));
        }
        tools.setDisable(game.busy());
        return tools;
    }

    private static String rules(Challenge challenge) {
        Challenge.Rules rules = challenge.rules();
        StringBuilder text = new StringBuilder(Messages.text("lesson.goal", challenge.goal()));
        if (rules.maxSteps() > 0) {
            text.append("\n").append(Messages.text("lesson.max-steps", rules.maxSteps()));
        }
        if (rules.maxPreemptions() >= 0) {
            text.append("\n").append(Messages.text("lesson.max-preemptions", rules.maxPreemptions()));
        }
        if (!rules.steer().isEmpty()) {
            text.append("\n").append(Messages.text("lesson.steer", String.join(", ", rules.steer()),
                    Messages.text(rules.others() == Challenge.Others.EAGER ? "lesson.eager" : "lesson.lazy")));
        }
        return text.toString();
    }
}
