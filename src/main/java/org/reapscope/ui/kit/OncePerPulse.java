package org.reapscope.ui.kit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Shows something anew at most once per pulse, however often it is asked to; at once where there are no pulses, because
 * the node is in no window that is shown. Nothing runs while nobody asks.
 */
public final class OncePerPulse {

    private final Node node;
    private final Runnable work;
    private final Runnable onPulse = this::pulse;
    private boolean asked;

    /** Does {@code work} for {@code node}. */
    public OncePerPulse(Node node, Runnable work) {
        this.node = node;
        this.work = work;
    }

    /** Has the work done before the next frame. */
    public void ask() {
        Scene scene = node.getScene();
        if (scene == null || scene.getWindow() == null || !scene.getWindow().isShowing()) {
            asked = false;
            work.run();
        } else if (!asked) {
            asked = true;
            scene.addPreLayoutPulseListener(onPulse);
            Platform.requestNextPulse();
        }
    }

    private void pulse() {
        Scene scene = node.getScene();
        if (scene != null) {
            scene.removePreLayoutPulseListener(onPulse);
        }
        if (asked) {
            asked = false;
            work.run();
        }
    }
}
