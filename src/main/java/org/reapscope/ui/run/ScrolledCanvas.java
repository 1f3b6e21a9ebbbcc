package org.reapscope.ui.run;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

import org.reapscope.picture.Palette;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.kit.OncePerPulse;

/** A picture larger than its place, of which only what is in sight is drawn. */
abstract class ScrolledCanvas extends Region {

    private static final double BAR = 12;

    private final AppContext context;
    private final Canvas canvas = new Canvas();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final OncePerPulse painting = new OncePerPulse(this, this::paint);

    ScrolledCanvas(AppContext context, String accessibleText) {
        this.context = context;
        down.setOrientation(Orientation.VERTICAL);
        canvas.setManaged(false);
        across.setManaged(false);
        down.setManaged(false);
        getChildren().setAll(canvas, across, down);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(accessibleText);
        setMinSize(0, 0);
        across.valueProperty().addListener((o, was, is) -> ask());
        down.valueProperty().addListener((o, was, is) -> ask());
        context.appearance().theme().addListener((o, was, is) -> ask());
        context.appearance().textPercent().addListener((o, was, is) -> ask());
        setOnScroll(this::turn);
    }

    /** How wide the whole picture is. */
    abstract double contentWidth();

    /** How high the whole picture is. */
    abstract double contentHeight();

    /** Draws what is in sight: the whole picture is shifted left by {@link #offsetX} and up by {@link #offsetY}. */
    abstract void draw(Pencil pencil, double width, double height);

    /** Has it drawn anew before the next frame. */
    final void ask() {
        painting.ask();
    }

    final double scale() {
        return context.appearance().textPercent().get() / 100.0;
    }

    final double offsetX() {
        return across.getValue();
    }

    final double offsetY() {
        return down.getValue();
    }

    /** Moves so that this part can be seen. */
    final void reveal(double x, double width, double y, double height, double frozenX) {
        reveal(across, x - frozenX, width, seenWidth() - frozenX, contentWidth() - seenWidth());
        reveal(down, y, height, seenHeight(), contentHeight() - seenHeight());
    }

    private static void reveal(ScrollBar bar, double at, double size, double seen, double most) {
        bar.setMax(Math.max(0, most));
        if (at < bar.getValue() || at + size > bar.getValue() + seen) {
            bar.setValue(Math.clamp(at + size / 2 - seen / 2, 0, bar.getMax()));
        }
    }

    private double seenWidth() {
        return Math.max(0, getWidth() - BAR);
    }

    private double seenHeight() {
        return Math.max(0, getHeight() - BAR);
    }

    private void turn(ScrollEvent event) {
        ScrollBar bar = event.isShiftDown() || event.getDeltaX() != 0 ? across : down;
        double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
        bar.setValue(Math.clamp(bar.getValue() - delta, 0, bar.getMax()));
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        across.resizeRelocate(0, getHeight() - BAR, seenWidth(), BAR);
        down.resizeRelocate(getWidth() - BAR, 0, BAR, seenHeight());
        ask();
    }

    private void paint() {
        if (getWidth() <= BAR || getHeight() <= BAR) {
            return;
        }
        fit(across, contentWidth(), seenWidth());
        fit(down, contentHeight(), seenHeight());
        Pencil pencil = new Pencil(canvas.getGraphicsContext2D(), Palette.named(context.appearance().theme().get().id()));
        draw(pencil, getWidth(), getHeight());
    }

    private static void fit(ScrollBar bar, double content, double seen) {
        bar.setMax(Math.max(0, content - seen));
        bar.setVisibleAmount(bar.getMax() <= 0 ? 1 : bar.getMax() * seen / content);
        bar.setVisible(bar.getMax() > 0);
        if (bar.getValue() > bar.getMax()) {
            bar.setValue(bar.getMax());
        }
    }
}
