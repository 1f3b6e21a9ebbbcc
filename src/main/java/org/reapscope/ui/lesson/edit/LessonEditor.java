package org.reapscope.ui.lesson.edit;

import java.nio.file.Path;
import java.util.function.Consumer;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Background;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.Page;
import org.reapscope.ui.edit.Editor;
import org.reapscope.ui.edit.EditorBar;
import org.reapscope.ui.edit.Form;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.undo.UndoHistory;

/**
 * A lesson as a form: its pages at the left, the page that is being written at the right, what the engine says of it below.
 * A moment after the last key the whole lesson is worked out in the background, as a learner would take it.
 */
public final class LessonEditor extends VBox implements Editor {

    private static final Duration QUIET = Duration.millis(700);
    private static final double PAGES_SHARE = 0.3;

    private final LessonDraft draft;
    private final EditorSamples samples;
    private final Background background;
    private final Path sampleFolder;
    private final ListView<Page> pages = new ListView<>();
    private final VBox page = new VBox();
    private final VBox verdict = new VBox();
    private final PauseTransition quiet = new PauseTransition(QUIET);
    private final EditorBar bar;
    private Runnable cancel = () -> {};
    private boolean choosing;

    private LessonEditor(LessonDraft draft, EditorSamples samples, Background background, Consumer<Path> taught) {
        this.draft = draft;
        this.samples = samples;
        this.background = background;
        sampleFolder = samples.folder();
        bar = new EditorBar(draft.draft(), new EditorBar.Words(Messages.text("writing.lessons"), Messages.text("writing.no-file"), Messages.text("writing.teach")),
                () -> draft.lesson().get().id() + ".json", samples::notToWrite, taught, () -> undo(false));
        getStyleClass().add("lesson-editor");
    }

    /**
     * The form of a draft.
     *
     * @param taught opens the file of a saved lesson as a learner would
     */
    public static LessonEditor of(LessonDraft draft, EditorSamples samples, Background background, Consumer<Path> taught) {
        LessonEditor editor = new LessonEditor(draft, samples, background, taught);
        editor.listen();
        editor.build();
        return editor;
    }

    public LessonDraft draft() {
        return draft;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public ObservableValue<String> title() {
        return draft.lesson().map(l -> Messages.text("writing.tab", l.title()));
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
    public void beforeClosing(Runnable closed) {
        bar.beforeClosing(() -> {
            cancel.run();
            closed.run();
        });
    }

    @Override
    public void undo(boolean again) {
        if (again) {
            history().redo();
        } else {
            history().undo();
        }
        build();
    }

    /** Saves it to this file, as the dialog for it would. False if that cannot be, and the form says why. */
    public boolean saveTo(Path file) {
        return bar.saveTo(file);
    }

    private void listen() {
        pages.getSelectionModel().selectedIndexProperty().addListener((o, was, is) -> {
            if (!choosing && is.intValue() >= 0) {
                draft.page().set(is.intValue());
            }
        });
        draft.lesson().addListener((o, was, is) -> {
            list(is);
            quiet.playFromStart();
        });
        draft.page().addListener((o, was, is) -> showPage());
        quiet.setOnFinished(e -> check());
    }

    private void build() {
        pages.setCellFactory(list -> new PageCell());
        pages.setAccessibleText(Messages.text("writing.pages"));
        VBox.setVgrow(pages, Priority.ALWAYS);
        HBox tools = new HBox(button(Messages.text("writing.add-page"), draft::addPage),
                button("▲", () -> draft.movePage(-1)), button("▼", () -> draft.movePage(1)),
                button(Messages.text("writing.remove"), draft::removePage));
        tools.getStyleClass().add("form-tools");
        VBox left = new VBox(lessonForm(), heading(Messages.text("writing.pages")), pages, tools);
        left.getStyleClass().add("form-side");
        page.getStyleClass().add("form-page");
        ScrollPane right = new ScrollPane(page);
        right.setFitToWidth(true);
        SplitPane split = new SplitPane(left, right);
        split.setDividerPositions(PAGES_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        verdict.getStyleClass().add("form-verdict");
        getChildren().setAll(bar, split, verdict);
        list(draft.lesson().get());
        showPage();
        check();
    }

    private Form lessonForm() {
        Lesson now = draft.lesson().get();
        Form form = new Form(true);
        form.line(Messages.text("writing.title"), now.title(),
                t -> draft.change(l -> new Lesson(l.id(), t, l.summary(), l.notes(), l.pages())));
        form.lines(Messages.text("writing.summary"), now.summary(), 2,
                t -> draft.change(l -> new Lesson(l.id(), l.title(), t, l.notes(), l.pages())));
        form.lines(Messages.text("writing.lesson-notes"), now.notes(), 2,
                t -> draft.change(l -> new Lesson(l.id(), l.title(), l.summary(), t, l.pages())));
        return form;
    }

    private void list(Lesson lesson) {
        choosing = true;
        pages.getItems().setAll(lesson.pages());
        pages.getSelectionModel().select(draft.page().get());
        choosing = false;
    }

    private void showPage() {
        choosing = true;
        pages.getSelectionModel().select(draft.page().get());
        choosing = false;
        Page now = draft.currentPage();
        Form words = new Form();
        words.line(Messages.text("writing.page-title"), now.title(), t -> draft.changePage(p -> PageEdits.title(p, t)));
        words.lines(Messages.text("writing.page-text"), String.join("\n", now.text()), 8,
                t -> draft.changePage(p -> PageEdits.text(p, t)));
        Form notes = new Form();
        notes.lines(Messages.text("writing.page-notes"), now.notes(), 3, t -> draft.changePage(p -> PageEdits.notes(p, t)));
        TaskForms tasks = new TaskForms(draft);
        page.getChildren().setAll(words,
                part(Messages.text("writing.shows"), new ExhibitForm(draft, samples), true),
                part(Messages.text("writing.points-at"), tasks.pointers(), !now.pointers().isEmpty()),
                part(Messages.text("writing.asks"), tasks.questions(), !now.questions().isEmpty()),
                part(Messages.text("writing.plays"), tasks.challenges(), !now.challenges().isEmpty()),
                notes);
    }

    private void check() {
        cancel.run();
        Lesson lesson = draft.lesson().get();
        Path file = draft.draft().file().get();
        Path folder = file == null ? sampleFolder : file.toAbsolutePath().getParent();
        verdict.getChildren().setAll(words(Messages.text("writing.working-out"), "dim"));
        cancel = background.start(progress -> DraftCheck.of(lesson, folder == null ? sampleFolder : folder, sampleFolder, progress),
                this::show, e -> verdict.getChildren().setAll(words(String.valueOf(e.getMessage()), "problem")), share -> {});
    }

    private void show(DraftCheck check) {
        if (check.problems().isEmpty()) {
            verdict.getChildren().setAll(words(Messages.text("writing.fine", check.questions(), check.challenges()), "good"));
        } else {
            verdict.getChildren().setAll(check.problems().stream().map(p -> words(p, "problem")).toList());
        }
    }

    private static Node part(String title, Node content, boolean open) {
        TitledPane pane = new TitledPane(title, content);
        pane.setExpanded(open);
        pane.setAnimated(false);
        return pane;
    }

    private static Button button(String text, Runnable act) {
        Button button = new Button(text);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> act.run());
        return button;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("heading");
        return label;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(style);
        return label;
    }

    /** A page by its number and title. */
    private static final class PageCell extends ListCell<Page> {

        @Override
        protected void updateItem(@Nullable Page item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : (getIndex() + 1) + "  " + item.title());
        }
    }
}
