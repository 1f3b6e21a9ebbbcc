package org.reapscope.ui.timeline;

import org.reapscope.picture.RowLayout;
import org.reapscope.picture.Viewport;

/**
 * Where things lie in the timeline on the screen, in the scene graph's pixels: the image's geometry, divided by the
 * screen's scale.
 *
 * @param viewport what the image shows
 * @param layout where its rows lie
 * @param renderScale physical pixels to one of the scene graph's
 */
record Plot(Viewport viewport, RowLayout layout, double renderScale) {

    double x(long ns) {
        return viewport.at(ns) / renderScale;
    }

    /** Where a time lies, kept inside the plot. */
    double inside(long ns) {
        return Math.clamp(x(ns), left(), right());
    }

    /** Whether a time can be seen. */
    boolean shows(long ns) {
        return ns >= viewport.startNs() && ns <= viewport.endNs();
    }

    long ns(double x) {
        double share = (x - left()) / (right() - left());
        return viewport.startNs() + Math.round(share * (viewport.endNs() - viewport.startNs()));
    }

    double left() {
        return viewport.gutter() / renderScale;
    }

    double right() {
        return viewport.width() / renderScale;
    }

    /** Top of all lanes. */
    double top() {
        return layout.lanesTop() / renderScale;
    }

    /** Top of the lanes that scroll. */
    double scrolledTop() {
        return layout.bodyTop() / renderScale;
    }

    /** The uppermost pixel of a row that can be seen. */
    double visibleTop(int row) {
        return Math.max(rowTop(row), layout.pinned(row) ? top() : scrolledTop());
    }

    double bottom() {
        return layout.bodyBottom(viewport) / renderScale;
    }

    double rowTop(int row) {
        return layout.y(row, viewport) / renderScale;
    }

    double rowBottom(int row) {
        return rowTop(row) + layout.height(row) / renderScale;
    }

    /** Physical pixels. */
    int physical(double at) {
        return (int) Math.floor(at * renderScale);
    }
}
