package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.controlsfx.control.NotificationPane;
import org.jspecify.annotations.Nullable;
import org.reapscope.run.RunMoment;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.command.Category;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.command.CommandMenus;
import org.reapscope.ui.command.CommandPalette;
import org.reapscope.ui.command.KeySheet;
import org.reapscope.ui.job.FxThreads;
import org.reapscope.ui.kit.FxmlFile;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.presentation.CaptionBar;

/** The frame: toolbar, banners, the tabs of the captures or the welcome page, status bar, and what lies over them. */
public final class MainWindowController {

    /** Share of the window's height that a caption may take, and of its width that the chooser may. */
    private static final double LARGEST_CAPTION = 0.4;
    private static final double LARGEST_CHOOSER = 0.2;
    private static final double CHOOSER_PX = 2.4;

    private final AppContext context;
    private final CaptureLoader loader;
    private final StringProperty title = new SimpleStringProperty("");
    private @Nullable Parts parts;

    @FXML private StackPane root;
    @FXML private ToolBar toolbar;
    @FXML private MenuButton menu;
    @FXML private MenuButton chooser;
    @FXML private Region spring;
    @FXML private Button previousFinding;
    @FXML private Button nextFinding;
    @FXML private Button previousEvent;
    @FXML private Button nextEvent;
    @FXML private Button zoomOut;
    @FXML private Button zoomIn;
    @FXML private Button fitAll;
    @FXML private Button note;
    @FXML private Button save;
    @FXML private Button palette;
    @FXML private ToggleButton projector;
    @FXML private NotificationPane banners;
    @FXML private StackPane content;
    @FXML private TabPane tabs;
    @FXML private Label narrator;
    @FXML private Label loadingText;
    @FXML private ProgressBar loadingBar;
    @FXML private Button cancelLoading;
    @FXML private Label moment;
    @FXML private HBox status;
    @FXML private CaptionBar caption;

    public MainWindowController(AppContext context, CaptureLoader loader) {
        this.context = context;
        this.loader = loader;
    }

    /** What the window is made of, each part from those before it. */
    private record Parts(Banners news, DocumentTabs documents, SessionKeeper keeper, RunTabs runs, LessonTabs lessons, CaptureOpener opener,
            CaptureTabs captures, PresentationMode presentation, WindowOverlay overlay) {}

    @FXML
    void initialize() {
        Banners news = new Banners(banners);
        FxThreads.onTrouble(thrown -> news.complain(Messages.text("banner.trouble", thrown.toString())));
        DocumentTabs documents = new DocumentTabs(tabs);
        SessionKeeper keeper = new SessionKeeper(context, news, documents);
        RunTabs runs = new RunTabs(context, documents, news);
        LessonTabs lessons = new LessonTabs(context, loader, documents, news, runs);
        CaptureOpener opener = new CaptureOpener(context, loader, news, keeper, runs, lessons);
        Parts made = new Parts(news, documents, keeper, runs, lessons, opener, new CaptureTabs(context, documents, opener),
                new PresentationMode(context, root, caption), new WindowOverlay(root));
        parts = made;
        title.bind(documents.subject());
        caption.maxHeightProperty().bind(root.heightProperty().multiply(LARGEST_CAPTION));
        welcome(made);
        bindCommands(made);
        fillToolbar(made);
        new StatusBar(context, opener, runs.front(), documents.title(), narrator, loadingText, loadingBar, cancelLoading, moment).bind();
        takeDrops(opener);
        context.preferences().complaint().ifPresent(news::complain);
        keeper.restoreLeftBehind(opener::openWithNotes);
    }

    /** The page that shows while nothing is open. */
    private void welcome(Parts made) {
        Node welcome = FxmlFile.WELCOME_PANE.load(type -> new WelcomePaneController(context, made.opener));
        welcome.visibleProperty().bind(made.documents.areNone());
        welcome.managedProperty().bind(welcome.visibleProperty());
        tabs.visibleProperty().bind(welcome.visibleProperty().not());
        tabs.managedProperty().bind(tabs.visibleProperty());
        content.getChildren().add(welcome);
    }

    private void bindCommands(Parts made) {
        new WritingTabs(context, made.documents, made.news, root, file -> made.opener.open(List.of(file))).bind();
        new FileCommands(context, made.opener, made.documents, root).bind();
        made.runs.bind();
        made.lessons.bind();
        new SaveCommands(context, made.keeper, made.news, made.documents, root).bind();
        new ViewCommands(context, made.documents, root).bind();
        made.presentation.bind(made.documents, projector, toolbar, status);
        new TimelineCommands(context, made.captures, made.overlay).bind();
        new NoteCommands(context, made.captures).bind();
        new EditCommands(context, made.documents).bind(root);
    }

    /** To be called when the window has its scene. */
    void attach(Scene scene) {
        context.commands().listenTo(scene);
        context.appearance().dress(scene);
        parts().presentation.attach(scene);
    }

    void open(List<Path> files) {
        parts().opener.open(files);
    }

    void open(Path scenario, RunMoment moment) {
        parts().runs.open(scenario.toAbsolutePath().normalize(), moment);
    }

    /** The name of what is in front, empty if there is nothing. */
    ObservableValue<String> title() {
        return title;
    }

    /** Brings the table of this title to the front, in the run in front. */
    void showTable(String title) {
        parts().runs.inFront().ifPresent(run -> run.showTable(title));
    }

    /** Opens the page, from 1, of the lesson in front. */
    void showPage(int page) {
        parts().lessons.inFront().ifPresent(lesson -> lesson.model().go(page - 1));
    }

    void saveSession(CaptureModel capture, Path session) {
        parts().keeper.save(capture, session, false);
    }

    void saveRun(Path session) {
        parts().runs.save(session);
    }

    Optional<String> complaint() {
        return parts().news.complaint();
    }

    /** All that the window says at present. */
    List<String> notices() {
        return parts().news.texts();
    }

    private Parts parts() {
        return Objects.requireNonNull(parts, "the window is not loaded yet");
    }

    private void bindHelp(WindowOverlay overlay, ExportCommands exports) {
        context.commands().bind(Command.COMMANDS, () -> {
            CommandPalette commands = CommandPalette.ofCommands(context.commands(), exports.entries(), overlay::close);
            overlay.show(commands.node(), Pos.TOP_CENTER, commands.field());
        });
        context.commands().bind(Command.SHORTCUTS, () -> {
            Node sheet = KeySheet.of(context.commands());
            overlay.show(sheet, Pos.CENTER, sheet);
        });
    }

    private void fillToolbar(Parts made) {
        chooser.prefWidthProperty().bind(Bindings.min(context.appearance().textPercent().multiply(CHOOSER_PX),
                root.widthProperty().multiply(LARGEST_CHOOSER)));
        made.documents.follow(new FrontTools(toolbar, chooser, spring)::show);
        CommandMenus menus = context.menus();
        ExportCommands exports = new ExportCommands(context, made.documents, made.news, root);
        for (Category category : Category.values()) {
            Menu commands = menus.menu(category);
            menu.getItems().add(commands);
            if (category == Category.EXPORT) {
                exports.bind(commands);
            }
        }
        menu.getItems().add(made.lessons.course());
        bindHelp(made.overlay, exports);
        new CaptureChooser(context, made.opener, made.runs, made.documents.title(), chooser).fill();
        menus.dress(previousFinding, Command.PREVIOUS_FINDING);
        menus.dress(nextFinding, Command.NEXT_FINDING);
        menus.dress(previousEvent, Command.PREVIOUS_EVENT);
        menus.dress(nextEvent, Command.NEXT_EVENT);
        menus.dress(zoomOut, Command.ZOOM_OUT);
        menus.dress(zoomIn, Command.ZOOM_IN);
        menus.dress(fitAll, Command.FIT_ALL);
        menus.dress(note, Command.NOTE);
        menus.dress(save, Command.SAVE_SESSION);
        menus.dress(palette, Command.COMMANDS);
        menus.dress(projector, Command.PROJECTOR);
    }

    private void takeDrops(CaptureOpener newOpener) {
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        root.setOnDragEntered(event -> {
            if (event.getDragboard().hasFiles() && !content.getStyleClass().contains("drop-target")) {
                content.getStyleClass().add("drop-target");
            }
        });
        root.setOnDragExited(event -> content.getStyleClass().remove("drop-target"));
        root.setOnDragDropped(event -> {
            newOpener.open(event.getDragboard().getFiles().stream().map(f -> f.toPath()).toList());
            event.setDropCompleted(true);
        });
    }
}
