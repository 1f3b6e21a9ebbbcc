package org.reapscope.ui.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.reapscope.base.job.Background;
import org.reapscope.explore.Answer;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.scenario.Scenario;
import org.reapscope.ui.edit.Editor;
import org.reapscope.ui.edit.EditorBar;
import org.reapscope.ui.explore.VerdictText;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.Texts;
import org.reapscope.ui.undo.UndoHistory;

/**
 * A scenario as a form beside its text; either may be changed, and the other follows. Below, what the reader of scenario files
 * and, a moment after the last key, the machine says of it.
 */
public final class ScenarioEditor extends VBox implements Editor {

    private static final Duration QUIET = Duration.millis(500);
    private static final double FORM_SHARE = 0.6;

    private final ScenarioDraft draft;
    private final Background background;
    private final Complaints complaints = new Complaints();
    private final ScenarioForm form;
    private final TextArea text = new TextArea();
    private final Label unshown = Texts.wrapped(Messages.text("scenarioform.comments"), "dim");
    private final FlowPane verdict = new FlowPane();
    private final PauseTransition quiet = new PauseTransition(QUIET);
    private final EditorBar bar;
    private Runnable cancel = () -> {};
    private boolean typing;

    private ScenarioEditor(ScenarioDraft draft, Supplier<List<Path>> notToWrite, Background background, Consumer<Path> step) {
        this.draft = draft;
        this.background = background;
        form = new ScenarioForm(draft, complaints);
        bar = new EditorBar(draft.draft(), new EditorBar.Words(Messages.text("scenarioform.files"), Messages.text("scenarioform.no-file"),
                Messages.text("scenarioform.step")), () -> draft.id() + ".json", notToWrite, step, () -> undo(false));
        getStyleClass().add("lesson-editor");
    }

    /**
     * The form of a draft.
     *
     * @param notToWrite files that nothing is saved over
     * @param step opens the saved file to be stepped
     */
    public static ScenarioEditor of(ScenarioDraft draft, Supplier<List<Path>> notToWrite, Background background, Consumer<Path> step) {
        ScenarioEditor editor = new ScenarioEditor(draft, notToWrite, background, step);
        editor.build();
        editor.listen();
        return editor;
    }

    public ScenarioDraft draft() {
        return draft;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public ObservableValue<String> title() {
        return draft.draft().file().map(Path::getFileName).map(Path::toString).orElse(draft.id()).map(n -> Messages.text("writing.tab", n));
    }

    @Override
    public void save() {
        bar.save();
    }

    @Override
    public UndoHistory history() {
        return draft.draft().history();
    }

    @Override
    public void undo(boolean again) {
        if (again) {
            history().redo();
        } else {
            history().undo();
        }
        showForm();
    }

    @Override
    public void beforeClosing(Runnable closed) {
        bar.beforeClosing(() -> {
            cancel.run();
            closed.run();
        });
    }

    /** Saves it to this file, as the dialog for it would. False if that cannot be, and the form says why. */
    public boolean saveTo(Path file) {
        return bar.saveTo(file);
    }

    private void build() {
        text.getStyleClass().add("mono");
        text.setAccessibleText(Messages.text("scenarioform.text"));
        text.setText(draft.draft().value().get());
        ScrollPane left = new ScrollPane(new VBox(unshown, form));
        left.setFitToWidth(true);
        SplitPane split = new SplitPane(left, text);
        split.setDividerPositions(FORM_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        verdict.getStyleClass().addAll("form-verdict", "flow");
        getChildren().setAll(bar, split, verdict);
        showForm();
        check();
    }

    private void listen() {
        text.textProperty().addListener((o, was, is) -> {
            if (!is.equals(draft.draft().value().get())) {
                typing = true;
                draft.draft().change(is);
                typing = false;
                showForm();
            }
        });
        draft.draft().value().addListener((o, was, is) -> {
            if (!typing) {
                double scroll = text.getScrollTop();
                text.setText(is);
                text.setScrollTop(scroll);
            }
            quiet.playFromStart();
        });
        quiet.setOnFinished(e -> check());
    }

    private void showForm() {
        draft.tree().ifPresentOrElse(form::show, () -> form.getChildren().clear());
        unshown.setVisible(form.getChildren().isEmpty());
        unshown.setManaged(unshown.isVisible());
    }

    private void check() {
        cancel.run();
        complaints.unmark();
        switch (draft.reading()) {
            case ScenarioDraft.Reading.Wrong wrong -> {
                complaints.mark(wrong);
                String place = wrong.line() > 0 ? Messages.text("scenarioform.line", wrong.line(), wrong.place()) : wrong.place();
                verdict.getChildren().setAll(Texts.wrapped(place + ": " + wrong.problem(), "problem"));
            }
            case ScenarioDraft.Reading.Right(Scenario scenario) -> {
                verdict.getChildren().setAll(Texts.label(Messages.text("scenarioform.looking"), "dim"));
                cancel = background.start(progress -> DraftAnswers.of(scenario, progress), this::show,
                        e -> verdict.getChildren().setAll(Texts.wrapped(String.valueOf(e.getMessage()), "problem")), share -> {});
            }
        }
    }

    private void show(DraftAnswers said) {
        verdict.getChildren().setAll(Texts.label(Messages.text("scenarioform.fine", said.tasks(), said.steps()), "good"));
        for (Answer answer : said.answers()) {
            verdict.getChildren().add(Texts.label(VerdictText.sign(answer.verdict()) + " " + PropertyText.title(answer.property().text()) + ": "
                    + VerdictText.word(answer.verdict()), "strong"));
        }
    }
}
