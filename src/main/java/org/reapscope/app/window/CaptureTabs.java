package org.reapscope.app.window;

import java.util.Optional;

import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.kit.FxmlFile;

/** One tab for each open capture, beside those of runs. The strip of tabs shows when there is more than one. */
final class CaptureTabs {

    private static final String SINGLE = "single";

    private final AppContext context;
    private final TabPane tabs;
    private final CaptureOpener opener;

    CaptureTabs(AppContext context, TabPane tabs, CaptureOpener opener) {
        this.context = context;
        this.tabs = tabs;
        this.opener = opener;
        tabs.getTabs().addListener((Observable change) -> showStrip());
        showStrip();
        context.captures().all().addListener((ListChangeListener<CaptureModel>) this::follow);
        context.captures().selected().addListener((o, was, is) -> select(is));
        tabs.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && is.getUserData() instanceof CapturePaneController) {
                context.captures().selected().set(paneOf(is).model());
                paneOf(is).focusTimeline();
            }
        });
    }

    /** The pane of the capture in front. */
    Optional<CapturePaneController> inFront() {
        return Optional.ofNullable(tabs.getSelectionModel().getSelectedItem())
                .filter(t -> t.getUserData() instanceof CapturePaneController).map(CaptureTabs::paneOf);
    }

    private void follow(ListChangeListener.Change<? extends CaptureModel> change) {
        while (change.next()) {
            for (CaptureModel removed : change.getRemoved()) {
                tabs.getTabs().removeIf(t -> shows(t, removed));
            }
            for (CaptureModel added : change.getAddedSubList()) {
                tabs.getTabs().add(tab(added));
            }
        }
    }

    private void showStrip() {
        tabs.getStyleClass().remove(SINGLE);
        if (tabs.getTabs().size() < 2) {
            tabs.getStyleClass().add(SINGLE);
        }
    }

    private Tab tab(CaptureModel model) {
        CapturePaneController pane = new CapturePaneController(context, model);
        Node node = FxmlFile.CAPTURE_PANE.load(type -> pane);
        Tab tab = new Tab(model.file().getFileName().toString(), node);
        tab.setTooltip(new Tooltip(model.file().toString()));
        tab.setUserData(pane);
        tab.setOnCloseRequest(event -> {
            event.consume();
            opener.close(model);
        });
        return tab;
    }

    private void select(@Nullable CaptureModel model) {
        tabs.getTabs().stream().filter(t -> shows(t, model)).findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    private static boolean shows(Tab tab, @Nullable CaptureModel model) {
        return tab.getUserData() instanceof CapturePaneController pane && pane.model() == model;
    }

    private static CapturePaneController paneOf(Tab tab) {
        return (CapturePaneController) tab.getUserData();
    }
}
