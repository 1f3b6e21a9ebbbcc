package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.List;
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
import javafx.scene.control.Tab;
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
    private @Nullable CaptureOpener opener;
    private @Nullable Banners news;
    private @Nullable SessionKeeper keeper;
    private @Nullable RunTabs runs;
    private @Nullable LessonTabs lessons;
    private @Nullable PresentationMode presentation;
    private final StringProperty title = new SimpleStringProperty("");

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

    @FXML
    void initialize() {
        Banners newNews = new Banners(banners);
        news = newNews;
        WindowOverlay overlay = new WindowOverlay(root);
        OpenDocuments documents = new OpenDocuments(context, tabs);
        SessionKeeper newKeeper = new SessionKeeper(context, newNews, documents);
        keeper = newKeeper;
        RunTabs newRuns = new RunTabs(context, tabs, newNews);
        runs = newRuns;
        LessonTabs newLessons = new LessonTabs(context, loader, tabs, newNews, newRuns);
        CaptureOpener newOpener = new CaptureOpener(context, loader, newNews, newKeeper, newRuns, newLessons);
        lessons = newLessons;
        opener = newOpener;
        CaptureTabs newTabs = new CaptureTabs(context, tabs, newOpener);

        Node welcome = FxmlFile.WELCOME_PANE.load(type -> new WelcomePaneController(context, newOpener));
        welcome.visibleProperty().bind(Bindings.isEmpty(tabs.getTabs()));
        welcome.managedProperty().bind(welcome.visibleProperty());
        tabs.visibleProperty().bind(welcome.visibleProperty().not());
        tabs.managedProperty().bind(tabs.visibleProperty());
        caption.maxHeightProperty().bind(root.heightProperty().multiply(LARGEST_CAPTION));
        content.getChildren().add(welcome);
        new LessonEditors(context, tabs, newNews, documents, root, file -> newOpener.open(List.of(file))).bind();
        new FileCommands(context, newOpener, tabs, root).bind();
        newRuns.bind();
        title.bind(front());
        Menu course = new Menu(Messages.text("menu.lessons"));
        newLessons.bind(course);
        new SaveCommands(context, newKeeper, newNews, documents, root).bind();
        new ExportCommands(context, newTabs, runs, newNews, documents, root).bind(tabs);
        new ViewCommands(context, tabs, root).bind();
        PresentationMode newPresentation = new PresentationMode(context, root, caption);
        newPresentation.bind(tabs, projector, toolbar, status);
        presentation = newPresentation;
        new TimelineCommands(context, newTabs, overlay).bind();
        bindHelp(overlay);
        fillToolbar(newOpener, newRuns);
        menu.getItems().add(course);
        new StatusBar(context, newOpener, newRuns.front(), front(), narrator, loadingText, loadingBar, cancelLoading, moment).bind();
        takeDrops(newOpener);
        context.preferences().complaint().ifPresent(newNews::complain);
        newKeeper.restoreLeftBehind(newOpener::openWithNotes);
    }

    /** To be called when the window has its scene. */
    void attach(Scene scene) {
        context.commands().listenTo(scene);
        context.appearance().dress(scene);
        if (presentation != null) {
            presentation.attach(scene);
        }
    }

    void open(List<Path> files) {
        if (opener != null) {
            opener.open(files);
        }
    }

    void open(Path scenario, RunMoment moment) {
        if (runs != null) {
            runs.open(scenario.toAbsolutePath().normalize(), moment);
        }
    }

    /** The name of the tab in front, empty if there is none. */
    private ObservableValue<String> front() {
        return tabs.getSelectionModel().selectedItemProperty().flatMap(Tab::textProperty).orElse("");
    }

    /** The name of what is in front, empty if there is nothing. */
    ObservableValue<String> title() {
        return title;
    }

    /** Brings the table of this title to the front, in the run in front. */
    void showTable(String title) {
        if (runs != null) {
            runs.inFront().ifPresent(run -> run.showTable(title));
        }
    }

    /** Opens the page, from 1, of the lesson in front. */
    void showPage(int page) {
        if (lessons != null) {
            lessons.inFront().ifPresent(lesson -> lesson.model().go(page - 1));
        }
    }

    void saveSession(CaptureModel capture, Path session) {
        if (keeper != null) {
            keeper.save(capture, session, false);
        }
    }

    void saveRun(Path session) {
        if (runs != null) {
            runs.save(session);
        }
    }

    Optional<String> complaint() {
        return Optional.ofNullable(news).flatMap(Banners::complaint);
    }

    /** All that the window says at present. */
    List<String> notices() {
        return news == null ? List.of() : news.texts();
    }

    private void bindHelp(WindowOverlay overlay) {
        context.commands().bind(Command.COMMANDS, () -> {
            CommandPalette commands = CommandPalette.ofCommands(context.commands(), overlay::close);
            overlay.show(commands.node(), Pos.TOP_CENTER, commands.field());
        });
        context.commands().bind(Command.SHORTCUTS, () -> {
            Node sheet = KeySheet.of(context.commands());
            overlay.show(sheet, Pos.CENTER, sheet);
        });
    }

    private void fillToolbar(CaptureOpener newOpener, RunTabs newRuns) {
        chooser.prefWidthProperty().bind(Bindings.min(context.appearance().textPercent().multiply(CHOOSER_PX),
                root.widthProperty().multiply(LARGEST_CHOOSER)));
        new FrontTools(toolbar, chooser, spring, newRuns.front(), tabs.getSelectionModel().selectedItemProperty()).follow();
        CommandMenus menus = context.menus();
        for (Category category : Category.values()) {
            menu.getItems().add(menus.menu(category));
        }
        new CaptureChooser(context, newOpener, newRuns, front(), chooser).fill();
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
