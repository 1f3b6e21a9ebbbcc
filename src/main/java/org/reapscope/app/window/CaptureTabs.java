package org.reapscope.app.window;

import java.util.Optional;

import javafx.collections.ListChangeListener;

import org.jspecify.annotations.Nullable;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;

/** Keeps a tab for each open capture, and the capture in front the one that is selected. */
final class CaptureTabs {

    private final AppContext context;
    private final DocumentTabs tabs;
    private final CaptureOpener opener;

    CaptureTabs(AppContext context, DocumentTabs tabs, CaptureOpener opener) {
        this.context = context;
        this.tabs = tabs;
        this.opener = opener;
        context.captures().all().addListener((ListChangeListener<CaptureModel>) this::follow);
        context.captures().selected().addListener((o, was, is) -> of(is).ifPresent(tabs::select));
        tabs.front().addListener((o, was, is) -> tabs.front(CaptureTab.class).ifPresent(tab -> {
            context.captures().selected().set(tab.model());
            tab.pane().focusTimeline();
        }));
    }

    /** The pane of the capture in front. */
    Optional<CapturePaneController> inFront() {
        return tabs.front(CaptureTab.class).map(CaptureTab::pane);
    }

    private void follow(ListChangeListener.Change<? extends CaptureModel> change) {
        while (change.next()) {
            change.getRemoved().forEach(removed -> of(removed).ifPresent(tabs::remove));
            change.getAddedSubList().forEach(this::add);
        }
    }

    private void add(CaptureModel model) {
        CaptureTab tab = new CaptureTab(context, model);
        tab.setOnCloseRequest(event -> {
            event.consume();
            opener.close(model);
        });
        tabs.add(tab);
    }

    private Optional<CaptureTab> of(@Nullable CaptureModel model) {
        return tabs.all(CaptureTab.class).filter(tab -> tab.model() == model).findFirst();
    }
}
