package org.reapscope.ui.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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

import org.jspecify.annotations.Nullable;
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
    private final ReadOnlyStringWrapper undoable = new ReadOnlyStringWrapper("");
    private final Map<Page, Tasks> begun = new HashMap<>();
    private List<QuestionCard> questions = List.of();
    private List<ChallengeCard> challenges = List.of();
    private @Nullable ChallengeModel played;
    private boolean textHidden;

    /** What is to be done on a page, as far as it has been done. */
    private record Tasks(List<QuestionCard> questions, List<ChallengeCard> challenges) {

        /** What of it the learner has not done yet, in any session. */
        List<Node> open(LessonModel model) {
            return Stream.concat(questions.stream().filter(q -> !q.prediction().marked() && model.answered(q.prediction().question()).isEmpty()),
                    challenges.stream().filter(c -> model.won(c.game().challenge()).isEmpty())).map(Node.class::cast).toList();
        }
    }

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
        model.readings().addListener((o, was, is) -> show());
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

    /** What F6 goes round: the page's text, and what it speaks of. */
    public List<Node> round() {
        return halves.getItems().stream().map(half -> half == textSide ? text : half).toList();
    }

    /** Leaves the whole room to what the page speaks of, or shows the text again. */
    public void toggleText() {
        textHidden = !textHidden;
        halve();
    }

    /** What the last step in a challenge of the page was, as it is taken back; empty if there is none. */
    public ReadOnlyStringProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    /** Takes back the last step of the challenge that was played last. */
    public void undo() {
        ChallengeModel game = played;
        if (game != null) {
            game.undo();
        }
    }

    /**
     * Goes to the next question or challenge that is not done, round the end of the lesson, and gives it the keyboard.
     *
     * @param by 1 for the next, -1 for the one before
     * @return whether there is one
     */
    public boolean toOpenTask(int by) {
        int pages = model.lesson().pages().size();
        for (int k = 0; k <= pages; k++) {
            int number = Math.floorMod(model.number().get() + by * k, pages);
            List<Node> open = tasksOf(number).open(model);
            int here = k > 0 ? -1 : IntStream.range(0, open.size()).filter(i -> focused(open.get(i))).findFirst().orElse(by > 0 ? -1 : open.size());
            int next = k > 0 ? by > 0 ? 0 : open.size() - 1 : here + by;
            if (next >= 0 && next < open.size()) {
                model.go(number);
                reveal(open.get(next));
                return true;
            }
        }
        return false;
    }

    private void reveal(Node card) {
        if (textHidden) {
            toggleText();
        }
        card.requestFocus();
        context.jobs().later(() -> {
            double room = text.getHeight() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(room <= 0 ? 0 : Math.min(1, card.getBoundsInParent().getMinY() / room));
        });
    }

    private void halve() {
        boolean both = model.page().exhibit().isPresent();
        halves.getItems().setAll(!both ? List.of(textSide) : textHidden ? List.of(exhibit) : List.of(textSide, exhibit));
        halves.setDividerPositions(TEXT_SHARE);
    }

    private Tasks tasksOf(int number) {
        Page page = model.lesson().pages().get(number);
        Tasks known = begun.get(page);
        if (known == null) {
            known = begin(page);
            begun.put(page, known);
        }
        return known;
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
        halve();
        String where = Messages.text("lesson.page", number + 1, pages);
        place.setText(where);
        progress.setProgress((number + 1) / (double) pages);
        back.setDisable(number == 0);
        forward.setDisable(number == pages - 1);
        text.getChildren().setAll(QuestionCard.label(model.lesson().title(), "lesson-name"), QuestionCard.label(page.title(), "page-title"));
        text.getChildren().addAll(LessonText.of(page.text()));
        page.pointers().forEach(p -> text.getChildren().add(pointer(p)));
        tasks();
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

    private void tasks() {
        Tasks tasks = tasksOf(model.number().get());
        questions = tasks.questions();
        challenges = tasks.challenges();
        played = null;
        challenges.forEach(c -> remember(c.game()));
        text.getChildren().addAll(questions);
        text.getChildren().addAll(challenges);
        answered();
    }

    /** What a page read anew asks as before goes on as far as it was. */
    private Tasks begin(Page page) {
        List<Tasks> before = begun.entrySet().stream().filter(e -> e.getKey().exhibit().equals(page.exhibit())).map(Map.Entry::getValue).toList();
        List<QuestionCard> asked = new ArrayList<>();
        List<ChallengeCard> set = new ArrayList<>();
        for (Question question : page.questions()) {
            Optional<QuestionCard> known = before.stream().flatMap(t -> t.questions().stream()).filter(q -> q.prediction().question().equals(question)).findFirst();
            if (known.isPresent()) {
                asked.add(known.get());
                continue;
            }
            Prediction prediction = new Prediction(model, question, pose(page, question), background);
            prediction.revision().addListener((o, was, is) -> answered());
            asked.add(new QuestionCard(prediction, this::replay));
        }
        for (Challenge challenge : page.challenges()) {
            Optional<ChallengeCard> known = before.stream().flatMap(t -> t.challenges().stream()).filter(c -> c.game().challenge().equals(challenge)).findFirst();
            if (known.isPresent()) {
                set.add(known.get());
                continue;
            }
            ChallengeModel game = new ChallengeModel(model, challenge, progress -> stage(page), background);
            game.revision().addListener((o, was, is) -> {
                if (challenges.stream().anyMatch(c -> c.game() == game)) {
                    follow(game);
                    remember(game);
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

    private void remember(ChallengeModel game) {
        Play play = game.play();
        if (play != null && play.steps() > 0 && !game.busy()) {
            played = game;
            undoable.set(Messages.text("undo.step", play.stage().machine().spec().tasks().get(play.schedule()[play.schedule().length - 1]).name()));
        } else if (played == game || played == null) {
            played = null;
            undoable.set("");
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
