package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.lesson.LessonPaneController;
import org.reapscope.ui.run.RunPaneController;

/** The files that the window shows: nothing that leaves it may take their place. */
final class OpenDocuments {

    private final AppContext context;
    private final TabPane tabs;

    OpenDocuments(AppContext context, TabPane tabs) {
        this.context = context;
        this.tabs = tabs;
    }

    /** Captures with the snapshots beside them, and scenarios: what nobody writes in the window. */
    List<Path> onlyRead() {
        List<Path> files = new ArrayList<>();
        for (CaptureModel capture : context.captures().all()) {
            files.add(capture.file());
            files.addAll(AddressSpaceSnapshot.beside(capture.file()));
        }
        for (Tab tab : tabs.getTabs()) {
            if (tab.getUserData() instanceof RunPaneController run) {
                files.add(run.model().file());
            }
        }
        return files;
    }

    /** Lessons too. */
    List<Path> all() {
        List<Path> files = onlyRead();
        for (Tab tab : tabs.getTabs()) {
            if (tab.getUserData() instanceof LessonPaneController lesson) {
                files.add(lesson.model().file());
            }
        }
        return files;
    }
}
