package org.reapscope.ui.timeline;

import java.util.List;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.Hit;
import org.reapscope.picture.NameColumn;
import org.reapscope.picture.Palette;
import org.reapscope.picture.Picture;
import org.reapscope.picture.RowLayout;
import org.reapscope.picture.Scenery;
import org.reapscope.picture.TimeView;
import org.reapscope.picture.TimelinePainter;
import org.reapscope.picture.Viewport;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.TimelineActions;

/**
 * A capture over time. What it shows and what is selected in it lives in the {@link CaptureModel}, shared with the other
 * panes. Whatever changes marks something as dirty; once per pulse at most that is drawn, and nothing is done while nothing
 * changes.
 */
public final class TimelineView extends Region {

    private static final double TEXT_PX = 12;
    private static final double BAR = 12;
    private static final double LEAST_GUTTER = 48;
    private static final double LARGEST_GUTTER = 0.5;
    private static final int LABELS = 300;
    private static final Duration SETTLED = Duration.millis(90);
    private static final int IMAGE = 1;
    private static final int TEXTS = 2;
    private static final int OVERLAY = 4;

    private final TimelineModel model;
    private final Navigator navigator;
    private final CaptureModel capture;
    private final FrameFigures figures = new FrameFigures();
    private final RasterLayer raster = new RasterLayer(figures, () -> dirty(0), this::notDrawn);
    private final LabelLayer labels = new LabelLayer();
    private final LegendLayer legend = new LegendLayer();
    private final CursorOverlay overlay;
    private final ScrollBar scroll = new ScrollBar();
    private final Label probe = new Label();
    private final Region focusRing = new Region();
    private final SceneTheme theme = new SceneTheme(sceneProperty());
    private final PauseTransition settling = new PauseTransition(SETTLED);
    private final Runnable pulse = this::pulse;
    private final Pointing pointing;
    private TimelinePainter front = new TimelinePainter(theme.palette().get());
    private @Nullable Plot plot;
    private int dirty;
    private boolean moving;
    private String sought = "";
    private @Nullable Picture measured;
    private double measuredAt;
    private int names;

    /** Of a capture. */
    public TimelineView(CaptureModel capture) {
        this(new TimelineModel(capture));
    }

    public TimelineView(TimelineModel model) {
        this.model = model;
        capture = model.capture();
        navigator = new Navigator(model);
        overlay = new CursorOverlay(model);
        pointing = new Pointing(this, model, navigator, overlay);
        getStyleClass().add("timeline");
        probe.getStyleClass().add("timeline-probe");
        probe.setVisible(false);
        focusRing.getStyleClass().add("timeline-focus-ring");
        focusRing.setMouseTransparent(true);
        focusRing.visibleProperty().bind(focusedProperty());
        scroll.setOrientation(Orientation.VERTICAL);
        getChildren().setAll(probe, raster, labels, overlay, legend, scroll, focusRing);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleRoleDescription("timeline");
        listen();
        new PointerInput(this, model, navigator, pointing);
    }

    /** What the navigator of the window do to this timeline. */
    public TimelineActions actions() {
        return navigator;
    }

    /** Rows, selected row, axis. */
    public TimelineModel model() {
        return model;
    }

    /** How long frames took. */
    public FrameFigures figures() {
        return figures;
    }

    /** Draws everything here and now, for pictures of a window before which nobody sits. */
    public void paintNow() {
        applyCss();
        layout();
        RasterLayer.Wish wish = wish();
        if (wish != null) {
            raster.paintNow(wish);
            moving = false;
            shown();
            drawTexts();
            drawOverlay();
            dirty = 0;
        }
    }

    /** Whether the screen shows all that was asked for. */
    public boolean atRest() {
        return dirty == 0 && !raster.busy() && !moving;
    }

    private void listen() {
        for (Observable source : List.of(model.scenery(), model.namesLines(), capture.view(), theme.palette(), scroll.valueProperty(), probe.fontProperty())) {
            source.addListener((Observable o) -> dirty(IMAGE));
        }
        for (Observable source : List.of(capture.cursorNs(), capture.markerA(), capture.markerB(), capture.selectedRow(),
                capture.selectedFinding(), capture.notes(), capture.hits(), model.selectedLane(), model.futureNs(), model.framed(), model.dimmed())) {
            source.addListener((Observable o) -> dirty(OVERLAY));
        }
        model.selectedLane().addListener((o, was, is) -> seek(is));
        model.sought().addListener((o, was, is) -> seek(is));
        model.futureNs().addListener((Observable o) -> dirty(TEXTS));
        legend.visibleProperty().bind(model.legend());
        model.legend().addListener(o -> dirty(TEXTS));
        capture.narration().addListener((o, was, is) -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
        settling.setOnFinished(e -> {
            moving = false;
            dirty(TEXTS);
        });
        sceneProperty().addListener((o, was, is) -> {
            if (was != null) {
                was.removePostLayoutPulseListener(pulse);
            }
            if (is != null) {
                is.addPostLayoutPulseListener(pulse);
                is.windowProperty().addListener(w -> watchScale(is));
                watchScale(is);
            }
            dirty(IMAGE);
        });
    }

    private void watchScale(Scene scene) {
        Window window = scene.getWindow();
        if (window != null) {
            window.renderScaleXProperty().addListener(o -> dirty(IMAGE));
        }
        dirty(IMAGE);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? capture.narration().get()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void layoutChildren() {
        labels.setWidth(Math.max(1, getWidth() - BAR));
        labels.setHeight(Math.max(1, getHeight()));
        overlay.resize(getWidth() - BAR, getHeight());
        focusRing.resizeRelocate(0, 0, getWidth(), getHeight());
        placeScrollBar();
        dirty(IMAGE);
    }

    private void placeScrollBar() {
        Plot now = plot;
        double top = now == null ? 0 : now.scrolledTop();
        double bottom = now == null ? getHeight() : now.bottom();
        scroll.resizeRelocate(getWidth() - BAR, top, BAR, Math.max(1, bottom - top));
    }

    /** Something has to be drawn anew at the next pulse. */
    private void dirty(int what) {
        dirty |= what;
        if (getScene() != null) {
            Platform.requestNextPulse();
        }
    }

    private void pulse() {
        if (dirty == 0 && !raster.busy()) {
            return;
        }
        long began = System.nanoTime();
        if (raster.swap()) {
            shown();
        }
        if ((dirty & IMAGE) != 0 && !raster.busy()) {
            dirty &= ~IMAGE;
            RasterLayer.Wish wish = wish();
            if (wish != null) {
                moving = true;
                settling.playFromStart();
                raster.paint(wish);
            }
        }
        if ((dirty & TEXTS) != 0) {
            dirty &= ~TEXTS;
            drawTexts();
        }
        if ((dirty & OVERLAY) != 0) {
            dirty &= ~OVERLAY;
            drawOverlay();
        }
        figures.pulse(System.nanoTime() - began);
        if (dirty != 0 && !raster.busy()) {
            Platform.requestNextPulse();
        }
    }

    private void notDrawn(Throwable e) {
        capture.narration().set("The picture could not be drawn (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                + "); zoom or scroll to try again.");
    }

    /** An image came to the screen: everything over it follows. */
    private void shown() {
        RasterLayer.Wish image = raster.shown();
        if (image != null) {
            double scale = renderScale();
            RowLayout layout = front.layout(image.picture(), image.viewport().scale());
            plot = new Plot(image.viewport(), layout, scale);
            raster.setFitWidth(image.viewport().width() / scale);
            raster.setFitHeight(image.viewport().height() / scale);
            double most = layout.maxScroll(image.viewport().height()) / scale;
            scroll.setMax(most);
            scroll.setVisibleAmount(most <= 0 ? 0 : most * (image.viewport().height() / scale) / (layout.fullHeight() / scale));
            scroll.setVisible(most > 0);
            scroll.setValue(Math.min(scroll.getValue(), most));
            placeScrollBar();
            dirty |= TEXTS | OVERLAY;
        }
    }

    private void drawTexts() {
        RasterLayer.Wish image = raster.shown();
        if (image != null) {
            labels.setFamily(probe.getFont().getFamily());
            labels.draw(front.labels(CalledSoFar.of(image.picture(), model.futureNs().get()), image.viewport(), moving ? 0 : LABELS), image.palette(), renderScale());
            if (!moving && model.legend().get()) {
                legend.draw(image, probe.getFont().getFamily(), renderScale(), lanesBottom());
            }
        }
    }

    private double lanesBottom() {
        Plot shown = plot;
        return shown == null ? getHeight() : shown.bottom();
    }

    private void drawOverlay() {
        Scenery scenery = model.scenery().get();
        Plot now = plot;
        if (scenery != null && now != null) {
            overlay.place(now, scenery);
            seek(scenery);
        }
    }

    private void seek(String lane) {
        sought = lane;
        dirty(OVERLAY);
    }

    /** Scrolls to the lane that is sought, as soon as the screen shows the rows among which it is. */
    private void seek(Scenery scenery) {
        RasterLayer.Wish image = raster.shown();
        if (!sought.isEmpty() && image != null && image.picture() == scenery.picture()) {
            pointing.reveal(scenery.rows().indexOf(sought));
            sought = "";
        }
    }

    private RasterLayer.@Nullable Wish wish() {
        Scenery scenery = model.scenery().get();
        double renderScale = renderScale();
        int width = (int) Math.floor((getWidth() - BAR) * renderScale);
        int height = (int) Math.floor(getHeight() * renderScale);
        if (scenery == null || width < 16 || height < 16) {
            return null;
        }
        Palette palette = theme.palette().get();
        if (front.palette() != palette) {
            front = new TimelinePainter(palette);
        }
        double text = textScale();
        double scale = Math.clamp(renderScale * text, 1, 4);
        int gutter = gutter(scenery.picture(), width, scale);
        int scrolled = (int) Math.round(Math.min(scroll.getValue() * renderScale, front.layout(scenery.picture(), scale).maxScroll(height)));
        TimeView view = capture.view().get();
        return new RasterLayer.Wish(scenery.picture(), new Viewport(view.startNs(), view.endNs(), width, height,
                gutter, Math.max(0, scrolled), scale), palette);
    }

    /** As wide as somebody has made the column of names, else as the names are. */
    private int gutter(Picture picture, int width, double scale) {
        double lines = model.namesLines().get();
        if (lines > 0) {
            return (int) Math.round(Math.min(Math.max(lines * TEXT_PX, LEAST_GUTTER) * scale, width * LARGEST_GUTTER));
        }
        if (measured != picture || measuredAt != width * scale) {
            measured = picture;
            measuredAt = width * scale;
            names = NameColumn.width(picture, width, scale);
        }
        return names;
    }

    /** Makes the column of names end here; at a negative place it gets its own width again. */
    void endNamesAt(double x) {
        model.namesLines().set(x < 0 ? 0 : Math.max(LEAST_GUTTER, x) / textScale() / TEXT_PX);
    }

    private double renderScale() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : Math.max(1, window.getRenderScaleX());
    }

    private double textScale() {
        return Math.clamp(probe.getFont().getSize() / TEXT_PX, 1, 3);
    }

    /** What is on the screen, null until there is something. */
    @Nullable Plot plot() {
        return plot;
    }

    /** What lies under a point, null if nothing is on the screen. */
    @Nullable Hit hit(double x, double y) {
        RasterLayer.Wish image = raster.shown();
        Plot now = plot;
        return image == null || now == null ? null
                : front.hit(image.picture(), image.viewport(), now.physical(x), now.physical(y));
    }

    /** The edge nearest to a point in the row under it, the time at the point if none is near. */
    long snapped(double x, double y, double reach) {
        RasterLayer.Wish image = raster.shown();
        Plot now = plot;
        return image == null || now == null ? CaptureModel.UNSET
                : front.snap(image.picture(), image.viewport(), now.physical(x), now.physical(y), now.physical(reach));
    }

    /** Scrolls the rows by so many pixels. */
    void scrollRows(double by) {
        scroll.setValue(Math.clamp(scroll.getValue() + by, 0, Math.max(0, scroll.getMax())));
    }
}
