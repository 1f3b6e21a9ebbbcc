package org.reapscope.ui.timeline;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.Hit;
import org.reapscope.picture.TimeView;
import org.reapscope.ui.CaptureModel;

/**
 * The mouse and the touchpad. Wheel: zoom at the pointer; with Shift, or sideways: pan; over the names: scroll. Drag: a
 * range from A to B; with Shift or the middle button: pan; of A or B: move it; of the edge of the names: their width (twice: as
 * wide as they are). Click: select; twice: fit. Alt: no snapping.
 */
final class PointerInput {

    private enum Drag {
        NONE, RANGE, PAN, MARKER_A, MARKER_B, OVERVIEW, NAMES
    }

    private static final double SLOP = 4;
    private static final double GRIP = 5;
    private static final double WHEEL_STEP = 40;
    private static final double ZOOM_PER_STEP = 1.18;

    private final TimelineView view;
    private final TimelineModel model;
    private final Navigator navigator;
    private final Pointing pointing;
    private final CaptureModel capture;
    private Drag drag = Drag.NONE;
    private boolean moved;
    private double pressX;
    private double lastX;
    private double lastY;
    private long pressNs;
    private double pointerX = Double.NaN;

    PointerInput(TimelineView view, TimelineModel model, Navigator navigator, Pointing pointing) {
        this.view = view;
        this.model = model;
        this.navigator = navigator;
        this.pointing = pointing;
        capture = model.capture();
        view.setOnMouseMoved(this::moved);
        view.setOnMouseExited(e -> left());
        view.setOnMousePressed(this::pressed);
        view.setOnMouseDragged(this::dragged);
        view.setOnMouseReleased(this::released);
        view.setOnScroll(this::scrolled);
        view.setOnZoom(this::pinched);
        capture.view().addListener((o, was, is) -> follow());
    }

    private void moved(MouseEvent e) {
        Plot plot = view.plot();
        if (plot == null) {
            return;
        }
        pointerX = inPlot(plot, e.getX(), e.getY()) ? e.getX() : Double.NaN;
        follow();
        boolean grip = pointerX == e.getX() && (near(plot, capture.markerA().get(), e.getX()) || near(plot, capture.markerB().get(), e.getX()));
        view.setCursor(grip || atNames(plot, e) ? Cursor.H_RESIZE : Cursor.DEFAULT);
        pointing.hover(e.getX(), e.getY());
    }

    private void left() {
        pointerX = Double.NaN;
        follow();
        pointing.hoverNothing();
    }

    /** The pointer stays where it is while the time under it moves. */
    private void follow() {
        model.pointerNs().set(Double.isNaN(pointerX) ? CaptureModel.UNSET : wantedNs(pointerX));
    }

    private void pressed(MouseEvent e) {
        view.requestFocus();
        pointing.hoverNothing();
        moved = false;
        pressX = e.getX();
        lastX = e.getX();
        lastY = e.getY();
        Hit hit = view.hit(e.getX(), e.getY());
        Plot plot = view.plot();
        drag = hit == null || plot == null ? Drag.NONE : begin(e, hit, plot);
        if (drag == Drag.OVERVIEW && hit != null) {
            lookAt(hit.ns());
        }
        e.consume();
    }

    private Drag begin(MouseEvent e, Hit hit, Plot plot) {
        if (atNames(plot, e) && e.getButton() == MouseButton.PRIMARY) {
            return Drag.NAMES;
        }
        if (hit.gutter()) {
            return Drag.NONE;
        }
        if (hit.overview()) {
            return Drag.OVERVIEW;
        }
        if (e.getButton() == MouseButton.MIDDLE || e.isShiftDown()) {
            return Drag.PAN;
        }
        if (e.getButton() != MouseButton.PRIMARY) {
            return Drag.NONE;
        }
        if (near(plot, capture.markerA().get(), e.getX())) {
            return Drag.MARKER_A;
        }
        if (near(plot, capture.markerB().get(), e.getX())) {
            return Drag.MARKER_B;
        }
        pressNs = snapped(e);
        return Drag.RANGE;
    }

    private void dragged(MouseEvent e) {
        moved |= Math.abs(e.getX() - pressX) > SLOP;
        Hit hit = view.hit(e.getX(), e.getY());
        if (!moved || hit == null) {
            return;
        }
        pointerX = e.getX();
        switch (drag) {
            case RANGE -> {
                capture.markerA().set(pressNs);
                capture.markerB().set(snapped(e));
                pointing.sumUp(lastY);
            }
            case MARKER_A -> capture.markerA().set(snapped(e));
            case MARKER_B -> capture.markerB().set(snapped(e));
            case PAN -> {
                view.setCursor(Cursor.CLOSED_HAND);
                navigator.pan((lastX - e.getX()) / plotWidth());
                view.scrollRows(lastY - e.getY());
                lastY = e.getY();
            }
            case OVERVIEW -> overview(e.getX());
            case NAMES -> view.endNamesAt(Math.max(0, e.getX()));
            case NONE -> { }
        }
        lastX = e.getX();
        e.consume();
    }

    private void released(MouseEvent e) {
        if (drag == Drag.NAMES && !moved && e.getClickCount() == 2) {
            view.endNamesAt(-1);
        }
        boolean click = !moved && (drag == Drag.RANGE || drag == Drag.NONE) && e.getButton() == MouseButton.PRIMARY;
        if (drag == Drag.PAN) {
            view.setCursor(Cursor.DEFAULT);
        }
        drag = Drag.NONE;
        if (click) {
            pointing.click(e.getX(), e.getY(), !e.isAltDown());
            if (e.getClickCount() == 2) {
                pointing.open(e.getX(), e.getY());
            }
        }
        e.consume();
    }

    private void scrolled(ScrollEvent e) {
        Plot plot = view.plot();
        if (plot == null) {
            return;
        }
        double dx = e.getDeltaX();
        double dy = e.getDeltaY();
        boolean names = e.getX() < plot.left();
        if (names || e.isAltDown()) {
            view.scrollRows(-dy);
        } else if (e.isShiftDown() || Math.abs(dx) > Math.abs(dy)) {
            double by = Math.abs(dx) > Math.abs(dy) ? dx : dy;
            navigator.pan(-by / plotWidth());
        } else if (dy != 0) {
            pointerX = e.getX();
            zoomAt(e.getX(), Math.pow(ZOOM_PER_STEP, -dy / WHEEL_STEP));
        }
        pointing.hoverNothing();
        e.consume();
    }

    private void pinched(ZoomEvent e) {
        if (e.getZoomFactor() > 0) {
            zoomAt(e.getX(), 1 / e.getZoomFactor());
        }
        e.consume();
    }

    private void zoomAt(double x, double factor) {
        model.look(capture.view().get().zoomed(factor, wantedNs(x)));
    }

    /** The moment at x in the span that is asked for, which the image on the screen may not show yet. */
    private long wantedNs(double x) {
        Plot plot = view.plot();
        TimeView wanted = capture.view().get();
        if (plot == null) {
            return CaptureModel.UNSET;
        }
        return wanted.startNs() + Math.round((x - plot.left()) / (plot.right() - plot.left()) * wanted.widthNs());
    }

    private void overview(double x) {
        Plot plot = view.plot();
        Hit hit = plot == null ? null : view.hit(Math.clamp(x, plot.left(), plot.right()), lastY);
        if (hit != null && hit.overview()) {
            lookAt(hit.ns());
        }
    }

    private double plotWidth() {
        Plot plot = view.plot();
        return plot == null ? 1 : plot.right() - plot.left();
    }

    private void lookAt(long ns) {
        TimeView now = capture.view().get();
        model.look(now.moved(ns - now.startNs() - now.widthNs() / 2));
    }

    private long snapped(MouseEvent e) {
        return pointing.momentAt(e.getX(), lastY, !e.isAltDown());
    }

    private static boolean inPlot(Plot plot, double x, double y) {
        return x >= plot.left() && x <= plot.right() && y >= 0 && y < plot.bottom();
    }

    /** Whether the pointer is on the edge between the names and the lanes. */
    private static boolean atNames(Plot plot, MouseEvent e) {
        return e.getX() >= plot.left() - GRIP && e.getX() <= plot.left() + 1;
    }

    private static boolean near(@Nullable Plot plot, long ns, double x) {
        return plot != null && ns != CaptureModel.UNSET && plot.shows(ns) && Math.abs(plot.x(ns) - x) <= GRIP;
    }
}
