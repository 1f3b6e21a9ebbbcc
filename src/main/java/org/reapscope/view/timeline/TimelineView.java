package org.reapscope.view.timeline;

import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Trace;
import org.reapscope.viewmodel.CaptureModel;
import org.reapscope.viewmodel.TimeView;
import org.reapscope.viewmodel.TimelineActions;

/** A capture over time. What it shows and what is selected in it lives in the {@link CaptureModel}, shared with the other panes. */
public final class TimelineView extends Region implements TimelineActions {

    private static final double ZOOM_STEP = 0.8;
    private static final double PAN_STEP = 0.2;

    private final CaptureModel model;

    public TimelineView(CaptureModel model) {
        this.model = model;
        getStyleClass().add("timeline");
        setFocusTraversable(true);
    }

    @Override
    public void zoomIn() {
        zoom(ZOOM_STEP);
    }

    @Override
    public void zoomOut() {
        zoom(1 / ZOOM_STEP);
    }

    @Override
    public void panLeft() {
        pan(-PAN_STEP);
    }

    @Override
    public void panRight() {
        pan(PAN_STEP);
    }

    @Override
    public void nextEvent(boolean extend) {}

    @Override
    public void previousEvent(boolean extend) {}

    @Override
    public void laneDown() {}

    @Override
    public void laneUp() {}

    @Override
    public void focusSelection() {}

    @Override
    public void rangeToSelection() {}

    @Override
    public void zoomToRange() {}

    @Override
    public void fitAll() {
        Trace trace = model.trace().get();
        if (trace != null) {
            model.view().set(new TimeView(trace.firstNs(), trace.lastNs()));
        }
    }

    @Override
    public void home() {}

    @Override
    public void end() {}

    @Override
    public void followCause() {}

    @Override
    public void followEffect() {}

    @Override
    public void setMarkerA() {}

    @Override
    public void setMarkerB() {}

    @Override
    public void clear() {}

    @Override
    public void togglePin() {}

    @Override
    public void hideLane() {}

    @Override
    public void showAllLanes() {}

    private void zoom(double factor) {
        TimeView view = model.view().get();
        model.view().set(view.zoomed(factor, view.startNs() + view.widthNs() / 2));
    }

    private void pan(double share) {
        TimeView view = model.view().get();
        model.view().set(view.moved(Math.round(view.widthNs() * share)));
    }

    /** The lane whose row has the keyboard, null if none. */
    public @Nullable String selectedLane() {
        return null;
    }
}
