package org.reapscope.ui.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.reapscope.analysis.Analysis;
import org.reapscope.base.job.Job;
import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.LessonException;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.Pointer;
import org.reapscope.lesson.Question;
import org.reapscope.lesson.Stage;
import org.reapscope.lesson.challenge.Play;
import org.reapscope.lesson.challenge.Result;
import org.reapscope.lesson.predict.Explanation;
import org.reapscope.lesson.predict.Posed;
import org.reapscope.lesson.predict.Questions;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.job.FxBackground;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.presentation.Caption;
import org.reapscope.ui.presentation.Presented;

/** A lesson in its tab: the page's text and what is to be done on the left, what it speaks of on the right. */
public final class LessonPaneController implements Presented {

    private static final double TEXT_SHARE = 0.4;

    private final AppContext context;
    private final LessonModel model;
    private final ExhibitPane exhibit;
    private final FxBackground background;
    private final ReadOnlyObjectWrapper<Caption> caption = new ReadOnlyObjectWrapper<>(Caption.NONE);
    private final Map<Integer, Tasks> begun = new HashMap<>();
    private List<QuestionCard> questions = List.of();
    private List<ChallengeCard> challenges = List.of();

    /** What is to be done on a page, as far as it has been done. */
    private record Tasks(List<QuestionCard> questions, List<ChallengeCard> challenges) {}

    @FXML private SplitPane halves;
    @FXML private BorderPane textSide;
    @FXML private ScrollPane scroll;
    @FXML private VBox text;
    @FXML private Label place;
    @FXML private ProgressBar progress;
    @FXML private Button back;
    @FXML private Button forward;
    @FXML private ToggleButton notes;

    public LessonPaneController(AppContext context, LessonModel model, CaptureShower captures) {
        this.context = context;
        this.model = model;
        exhibit = new ExhibitPane(context, model, captures);
        background = new FxBackground(context.jobs());
    }

    @FXML
    void initialize() {
        model.number().addListener((o, was, is) -> show());
        context.presenting().on().addListener((o, was, is) -> {
            model.notesShown().set(false);
            if (is) {
                hideAnswers();
            }
            notes.setVisible(!is);
        });
        notes.setVisible(!context.presenting().on().get());
        notes.selectedProperty().bindBidirectional(model.notesShown());
        model.notesShown().addListener((o, was, is) -> show());
        back.setOnAction(e -> model.turn(-1));
        forward.setOnAction(e -> model.turn(1));
        halves.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        text.setFocusTraversable(true);
        show();
    }

    public LessonModel model() {
        return model;
    }

    /** The text has the keyboard: digits answer, PageUp and PageDown turn pages. */
    public void focusText() {
        text.requestFocus();
    }

    @Override
    public ObservableValue<Caption> caption() {
        return caption.getReadOnlyProperty();
    }

    @Override
    public void forward() {
        model.turn(1);
    }

    @Override
    public void back() {
        model.turn(-1);
    }

    private void show() {
        Page page = model.page();
        int number = model.number().get();
        int pages = model.lesson().pages().size();
        exhibit.show(page);
        halves.getItems().setAll(page.exhibit().isPresent() ? List.of(textSide, exhibit) : List.of(textSide));
        halves.setDividerPositions(TEXT_SHARE);
        String where = Messages.text("lesson.page", number + 1, pages);
        place.setText(where);
        progress.setProgress((number + 1) / (double) pages);
        back.setDisable(number == 0);
        forward.setDisable(number == pages - 1);
        text.getChildren().setAll(QuestionCard.label(model.lesson().title(), "lesson-name"), QuestionCard.label(page.title(), "page-title"));
        text.getChildren().addAll(LessonText.of(page.text()));
        page.pointers().forEach(p -> text.getChildren().add(pointer(p)));
        tasks(page);
        if (model.notesShown().get()) {
            text.getChildren().add(teacherNotes(page));
        }
        scroll.setVvalue(0);
        caption.set(new Caption(model.lesson().title() + " · " + where, told(page), ""));
        focusText();
    }

    /** What the page points at, in its words; where it points at nothing, its title. */
    private static String told(Page page) {
        return page.pointers().stream().filter(p -> !p.words().isEmpty()).findFirst()
                .map(p -> p.name() + ": " + p.words()).orElse(page.title());
    }

    /** A room is not shown what was answered before. */
    private void hideAnswers() {
        begun.values().forEach(tasks -> tasks.questions().stream().map(QuestionCard::prediction)
                .filter(Prediction::marked).forEach(Prediction::again));
    }

    private void tasks(Page page) {
        Tasks tasks = begun.computeIfAbsent(model.number().get(), number -> begin(page));
        questions = tasks.questions();
        challenges = tasks.challenges();
        text.getChildren().addAll(questions);
        text.getChildren().addAll(challenges);
        answered();
    }

    private Tasks begin(Page page) {
        List<QuestionCard> asked = new ArrayList<>();
        List<ChallengeCard> set = new ArrayList<>();
        for (Question question : page.questions()) {
            Prediction prediction = new Prediction(model, question, pose(page, question), background);
            prediction.revision().addListener((o, was, is) -> answered());
            asked.add(new QuestionCard(prediction, this::replay));
        }
        for (Challenge challenge : page.challenges()) {
            ChallengeModel game = new ChallengeModel(model, challenge, progress -> stage(page), background);
            game.revision().addListener((o, was, is) -> {
                if (model.page().equals(page)) {
                    follow(game);
                }
            });
            set.add(new ChallengeCard(game));
        }
        return new Tasks(asked, set);
    }

    private void answered() {
        if (questions.stream().allMatch(q -> q.prediction().marked())) {
            exhibit.reveal();
        }
    }

    /** The run shows where the game stands. */
    private void follow(ChallengeModel game) {
        Play play = game.play();
        if (play != null && !game.busy() && (play.steps() > 0 || game.moved())) {
            exhibit.replay(play.scheduleText(), -1);
        }
    }

    private void replay(Explanation explanation) {
        exhibit.replay(explanation.schedule(), explanation.step());
    }

    private Stage stage(Page page) {
        if (page.exhibit().orElse(null) instanceof LessonExhibit.Run run) {
            return Stage.of(run, model.library());
        }
        throw new LessonException("the page shows no scenario");
    }

    private Job<Posed> pose(Page page, Question question) {
        return progress -> switch (page.exhibit().orElseThrow()) {
            case LessonExhibit.Run run -> Questions.pose(question, Stage.of(run, model.library()), progress);
            case LessonExhibit.Comparison table -> Questions.pose(question, table, model.library(), progress);
            case LessonExhibit.Capture capture -> {
                Trace trace = Captures.open(model.library().capture(capture.file()), progress, part -> {});
                try {
                    yield Questions.pose(question, capture, Analysis.of(trace, Lanes.of(trace, progress), progress));
                } finally {
                    trace.lines().close();
                }
            }
        };
    }

    private static Node pointer(Pointer pointer) {
        Label label = QuestionCard.label("➜  " + pointer.name() + (pointer.words().isEmpty() ? "" : " — " + pointer.words()), "pointer");
        label.getStyleClass().add(pointer.kind().id());
        return label;
    }

    private Node teacherNotes(Page page) {
        VBox box = new VBox(QuestionCard.label(Messages.text("lesson.notes"), "heading"));
        box.getStyleClass().addAll("lesson-card", "teacher-notes");
        for (String note : List.of(model.lesson().notes(), page.notes())) {
            if (!note.isEmpty()) {
                box.getChildren().add(QuestionCard.label(note, "explanation"));
            }
        }
        return box;
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean used = switch (event.getCode()) {
            case PAGE_DOWN -> turned(1);
            case PAGE_UP -> turned(-1);
            case U, BACK_SPACE -> played(ChallengeModel::undo);
            case H -> played(ChallengeModel::hint);
            case R -> played(ChallengeModel::restart);
            case I -> played(ChallengeModel::claimImpossible);
            case ENTER -> handedIn();
            case N -> stepped(event.isShiftDown());
            default -> event.getText().matches("[1-9]") && chosen(event.getText().charAt(0) - '1');
        };
        if (used) {
            event.consume();
        }
    }

    private boolean turned(int by) {
        model.turn(by);
        return true;
    }

    private boolean stepped(boolean backwards) {
        exhibit.run().ifPresent(run -> {
            if (backwards) {
                run.back();
            } else if (run.canStep()) {
                run.step();
            }
        });
        return true;
    }

    private boolean played(Consumer<ChallengeModel> act) {
        Optional<ChallengeCard> card = challenges.stream().filter(LessonPaneController::focused).findFirst()
                .or(() -> challenges.stream().filter(c -> c.game().result().filter(Result::success).isEmpty()).findFirst())
                .or(() -> challenges.stream().findFirst());
        card.ifPresent(c -> act.accept(c.game()));
        return card.isPresent();
    }

    /** The question that keys answer: the one in focus, else the first that is open. */
    private Optional<Prediction> open() {
        return Stream.concat(questions.stream().filter(LessonPaneController::focused), questions.stream())
                .map(QuestionCard::prediction).filter(p -> !p.marked()).findFirst();
    }

    private boolean handedIn() {
        Optional<Prediction> asked = open().filter(p -> {
            Posed posed = p.posed();
            return posed != null && posed.several();
        });
        asked.ifPresent(Prediction::mark);
        return asked.isPresent();
    }

    /** A digit answers a question that is open, or lets a task run when there is none or a challenge is in focus. */
    private boolean chosen(int digit) {
        Optional<Prediction> asked = challenges.stream().anyMatch(LessonPaneController::focused) ? Optional.empty() : open();
        asked.ifPresent(p -> p.tick(digit));
        return asked.isPresent() || played(game -> game.step(digit));
    }

    private static boolean focused(Node card) {
        return card.isFocusWithin();
    }
}
