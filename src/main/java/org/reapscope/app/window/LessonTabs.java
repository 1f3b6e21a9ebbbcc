package org.reapscope.app.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.Pointer;
import org.reapscope.lesson.predict.Posed;
import org.reapscope.lesson.predict.Questions;
import org.reapscope.picture.Framing;
import org.reapscope.picture.TimeView;
import org.reapscope.scenario.Scenario;
import org.reapscope.trace.Trace;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.findings.FindingJump;
import org.reapscope.ui.kit.FxmlFile;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.lesson.LessonModel;
import org.reapscope.ui.lesson.LessonPaneController;
import org.reapscope.ui.run.RunModel;

/** One tab for each lesson that is open, the course that comes with the program, and questions about any run. */
final class LessonTabs {

    private static final long SEED = 1;
    private static final long LEAST_CONTEXTS = 3;
    private static final int MARGIN = 6;

    private final AppContext context;
    private final CaptureLoader loader;
    private final DocumentTabs tabs;
    private final Banners banners;
    private final RunTabs runs;

    LessonTabs(AppContext context, CaptureLoader loader, DocumentTabs tabs, Banners banners, RunTabs runs) {
        this.context = context;
        this.loader = loader;
        this.tabs = tabs;
        this.banners = banners;
        this.runs = runs;
    }

    /** Whether a sample is a lesson of the course. */
    static boolean ofCourse(Path sample) {
        return "lessons".equals(String.valueOf(sample.getName(Math.max(0, sample.getNameCount() - 2))));
    }

    void bind() {
        BooleanBinding lesson = tabs.isFront(LessonTab.class);
        BooleanBinding run = tabs.isFront(RunTab.class);
        context.commands().bind(Command.NEXT_PAGE, lesson, () -> inFront().ifPresent(p -> p.model().turn(1)));
        context.commands().bind(Command.PREVIOUS_PAGE, lesson, () -> inFront().ifPresent(p -> p.model().turn(-1)));
        context.commands().bind(Command.TEACHER_NOTES, lesson, () -> inFront()
                .ifPresent(p -> p.model().notesShown().set(!p.model().notesShown().get())));
        context.commands().bind(Command.CLOSE_CAPTURE, lesson, () -> tabs.front(LessonTab.class).ifPresent(tabs::remove));
        BooleanBinding written = Bindings.createBooleanBinding(() -> tabs.front(LessonTab.class).filter(t -> Files.isRegularFile(t.model().file())).isPresent(),
                tabs.front());
        context.commands().bind(Command.RELOAD, written, () -> inFront().ifPresent(p -> reload(p.model())));
        context.commands().bind(Command.SAVE_SESSION, lesson, () -> banners.tell(Messages.text("lesson.kept")));
        context.commands().bind(Command.NEXT_FINDING, lesson, () -> toOpenTask(1));
        context.commands().bind(Command.PREVIOUS_FINDING, lesson, () -> toOpenTask(-1));
        context.commands().bind(Command.TOGGLE_TASKS, lesson, () -> inFront().ifPresent(LessonPaneController::toggleText));
        context.commands().bind(Command.COURSE, this::goOn);
        context.commands().bind(Command.MAKE_QUESTIONS, run, () -> runs.inFront().ifPresent(p -> question(p.model())));
    }

    /** The page that is open stays open, and what was answered stays answered. */
    private void reload(LessonModel model) {
        context.jobs().start(job -> LessonFile.read(model.file()), model::readAnew, e -> banners.complain(String.valueOf(e.getMessage())));
    }

    private void toOpenTask(int by) {
        inFront().filter(pane -> !pane.toOpenTask(by)).ifPresent(pane -> banners.tell(Messages.text("lesson.all-done")));
    }

    /** The menu of the lessons that come with the program. */
    Menu course() {
        Menu menu = new Menu(Messages.text("menu.lessons"));
        for (Path file : files()) {
            MenuItem item = new MenuItem(name(file));
            item.setMnemonicParsing(false);
            item.setOnAction(e -> open(file));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** Opens a lesson in a tab of its own; brings its tab to the front if it is open already. */
    void open(Path file) {
        Optional<LessonTab> open = tabs.of(file, LessonTab.class);
        if (open.isPresent()) {
            tabs.select(open.get());
            return;
        }
        context.jobs().start(job -> LessonFile.read(file), lesson -> {
            show(new LessonModel(file, lesson, Library.of(file, samples(file)), context.learnerLog()), lesson.title());
            context.preferences().opened(file);
        }, e -> banners.complain(String.valueOf(e.getMessage())));
    }

    /** The name of a lesson of the course: the words of its file's name. */
    static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.json$", "").replace('-', ' ');
    }

    private List<Path> files() {
        return context.samples().stream().filter(LessonTabs::ofCourse).toList();
    }

    /** The first lesson of the course of which not everything is done. */
    private void goOn() {
        List<Path> course = files();
        context.jobs().start(job -> {
            for (Path file : course) {
                LessonModel model = new LessonModel(file, LessonFile.read(file), Library.of(file, samples(file)), context.learnerLog());
                if (!model.lesson().pages().stream().allMatch(model::done)) {
                    return file;
                }
            }
            return course.getFirst();
        }, this::open, e -> banners.complain(String.valueOf(e.getMessage())));
    }

    private void question(RunModel run) {
        Scenario scenario = run.scenario();
        context.jobs().start(job -> Questions.of(scenario, SEED, job), posed -> {
            if (posed.isEmpty()) {
                banners.tell(Messages.text("lesson.no-questions"));
            } else {
                Lesson lesson = new Lesson(scenario.title(), Messages.text("lesson.questions", scenario.title()), "", "",
                        posed.stream().map(p -> page(run.file(), scenario, p)).toList());
                show(new LessonModel(run.file().resolveSibling(scenario.title()), lesson, Library.of(run.file(), samples(run.file())),
                        org.reapscope.ui.LearnerLog.unkept()), lesson.title());
            }
        }, e -> banners.complain(String.valueOf(e.getMessage())));
    }

    private static Page page(Path file, Scenario scenario, Posed posed) {
        LessonExhibit run = new LessonExhibit.Run(file.toString(), scenario.profile().id(), scenario.patches(), posed.question().schedule(),
                Math.max(0, posed.question().step()));
        return new Page(scenario.title(), List.of(), Optional.of(run), List.of(), List.of(posed.question()), List.of(), "");
    }

    private void show(LessonModel model, String title) {
        LessonPaneController pane = new LessonPaneController(context, model, this::capture);
        tabs.open(new LessonTab(pane, title));
        context.captures().selected().set(null);
        context.jobs().later(pane::focusText);
    }

    /** The lesson in front. */
    Optional<LessonPaneController> inFront() {
        return tabs.front(LessonTab.class).map(LessonTab::pane);
    }

    /** The panes of a capture that a page shows; they go to the finding or the kill that it speaks of. */
    private Node capture(Path file, Page page) {
        CaptureModel model = new CaptureModel(file);
        CapturePaneController pane = new CapturePaneController(context, model);
        Node node = FxmlFile.CAPTURE_PANE.load(type -> pane);
        loader.load(model, (path, e) -> banners.complain(String.valueOf(e.getMessage())));
        model.loading().addListener((o, was, is) -> {
            if (is.doubleValue() >= 1) {
                point(model, page);
            }
        });
        return node;
    }

    private static void point(CaptureModel model, Page page) {
        Optional<Pointer> finding = page.pointers().stream().filter(p -> p.kind() == Pointer.Kind.FINDING).findFirst();
        if (finding.isPresent()) {
            model.findings().stream().filter(f -> f.kind().id().equals(finding.get().name())).findFirst()
                    .ifPresent(f -> FindingJump.select(model, f));
        } else if (page.exhibit().orElse(null) instanceof LessonExhibit.Capture shown && shown.kill() > 0 && shown.kill() <= model.kills().size()) {
            Kill kill = model.kills().get(shown.kill() - 1);
            Moment end = kill.tornDown();
            long from = kill.killed().ns();
            Trace trace = model.trace().get();
            long least = trace == null ? 0 : LEAST_CONTEXTS * Framing.context(trace);
            long width = Math.max(least, end == null ? 0 : end.ns() - from);
            model.findings().stream().filter(f -> f.tasks().stream().anyMatch(kill::isThread)).findFirst()
                    .ifPresent(f -> FindingJump.select(model, f));
            model.view().set(new TimeView(from - width / MARGIN, from + width + width / MARGIN));
            model.cursorNs().set(from);
        }
    }

    /** The samples beside the course; where there is none, beside the lesson's own folder. */
    private Path samples(Path file) {
        Path any = context.samples().isEmpty() ? file.toAbsolutePath() : context.samples().getFirst();
        Path folder = any.getParent();
        return folder == null || folder.getParent() == null ? any : folder.getParent();
    }
}
