package org.reapscope.ui.lesson;

import java.nio.file.Path;

import javafx.scene.Node;

import org.reapscope.lesson.Page;

/** Makes the panes of a capture, which are the window's. */
@FunctionalInterface
public interface CaptureShower {

    /** Panes that read the capture and go to what the page points at. */
    Node show(Path capture, Page page);
}
