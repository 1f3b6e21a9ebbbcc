package org.reapscope.app.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.edit.Editor;
import org.reapscope.ui.job.FxBackground;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.lesson.edit.EditorSamples;
import org.reapscope.ui.lesson.edit.LessonDraft;
import org.reapscope.ui.lesson.edit.LessonEditor;
import org.reapscope.ui.run.RunModel;
import org.reapscope.ui.scenario.ScenarioDraft;
import org.reapscope.ui.scenario.ScenarioEditor;

/** The tabs in which lessons are written. */
final class WritingTabs {

    private final AppContext context;
    private final DocumentTabs tabs;
    private final Banners banners;
    private final StackPane root;
    private final Consumer<Path> learn;
    private @Nullable RunModel lastRun;

    WritingTabs(AppContext context, DocumentTabs tabs, Banners banners, StackPane root, Consumer<Path> learn) {
        this.context = context;
        this.tabs = tabs;
        this.banners = banners;
        this.root = root;
        this.learn = learn;
    }

    void bind() {
        context.commands().bind(Command.NEW_LESSON, () -> show(LessonDraft.create()));
        context.commands().bind(Command.EDIT_LESSON, this::choose);
        context.commands().bind(Command.NEW_SCENARIO, () -> show(ScenarioDraft.create()));
        context.commands().bind(Command.EDIT_SCENARIO, tabs.isFront(RunTab.class), () -> tabs.front(RunTab.class).ifPresent(run -> editScenario(run.model().file())));
        context.commands().bind(Command.SAVE_SESSION, tabs.isFront(WritingTab.class), () -> tabs.front(WritingTab.class).ifPresent(tab -> tab.editor().save()));
        context.commands().bind(Command.CLOSE_CAPTURE, tabs.isFront(WritingTab.class), () -> tabs.front(WritingTab.class).ifPresent(this::close));
        tabs.front().addListener((o, was, is) -> tabs.front(RunTab.class).ifPresent(run -> lastRun = run.model()));
    }

    /** Opens a lesson's file as a form. */
    void edit(Path file) {
        context.jobs().start(progress -> LessonDraft.of(file), this::show, e -> banners.complain(String.valueOf(e.getMessage())));
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Messages.text("writing.lessons"), "*.json"));
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            edit(chosen.toPath());
        }
    }

    /** Opens a scenario's file as a form; a sample is saved elsewhere. */
    private void editScenario(Path file) {
        boolean sample = context.samples().stream().anyMatch(s -> s.toAbsolutePath().normalize().equals(file));
        context.jobs().start(progress -> ScenarioDraft.of(file, sample), this::show, e -> banners.complain(String.valueOf(e.getMessage())));
    }

    private void show(ScenarioDraft draft) {
        show(ScenarioEditor.of(draft, this::captures, new FxBackground(context.jobs()), learn));
    }

    private void show(LessonDraft draft) {
        show(LessonEditor.of(draft, new FromWindow(), new FxBackground(context.jobs()), learn));
    }

    /** Files that no scenario is saved over; one that is stepped may be, and is then to be reloaded. */
    private List<Path> captures() {
        return tabs.all(CaptureTab.class).flatMap(tab -> tab.onlyRead().stream()).toList();
    }

    private void show(Editor editor) {
        WritingTab tab = new WritingTab(editor);
        tab.setOnCloseRequest(e -> {
            e.consume();
            close(tab);
        });
        tabs.open(tab);
    }

    private void close(WritingTab tab) {
        tab.editor().beforeClosing(() -> tabs.remove(tab));
    }

    /** What the form may offer. */
    private final class FromWindow implements EditorSamples {

        @Override
        public Path folder() {
            return context.samples().stream().findFirst().map(f -> f.toAbsolutePath().resolve("../..").normalize())
                    .orElse(Path.of("samples"));
        }

        @Override
        public List<Path> notToWrite() {
            return tabs.onlyRead();
        }

        @Override
        public List<String> scenarios() {
            return names("scenarios", ".json");
        }

        @Override
        public List<String> captures() {
            return names("captures", ".txt.gz");
        }

        private List<String> names(String folder, String ending) {
            return context.samples().stream().filter(f -> f.toAbsolutePath().resolve("..").normalize().endsWith(folder))
                    .map(f -> f.getFileName().toString()).filter(n -> n.endsWith(ending))
                    .map(n -> n.substring(0, n.length() - ending.length())).toList();
        }

        @Override
        public Optional<LessonExhibit.Run> runInFront() {
            return Optional.ofNullable(lastRun).map(run -> new LessonExhibit.Run(
                    run.file().getFileName().toString().replaceFirst("\\.json$", ""), run.scenario().profile().id(),
                    run.scenario().patches(), run.schedule(), run.depth()));
        }
    }
}
