package org.reapscope.ui.timeline;

import java.nio.IntBuffer;
import java.util.function.Consumer;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.Palette;
import org.reapscope.picture.Picture;
import org.reapscope.picture.TimelinePainter;
import org.reapscope.picture.Viewport;

/**
 * The image of the lanes. It is painted in the background into spare pixels at physical resolution and copied to the
 * screen's on the JavaFX thread, once per pulse at most. One image is in the making at a time: the newest wish wins.
 */
final class RasterLayer extends ImageView {

    /** What an image is to show. */
    record Wish(Picture picture, Viewport viewport, Palette palette) {}

    private final Runnable finished;
    private final FrameFigures figures;
    private final Consumer<Throwable> trouble;
    private int[] spare = new int[0];
    private @Nullable PixelBuffer<IntBuffer> screen;
    private @Nullable TimelinePainter painter;
    private @Nullable Wish painting;
    private @Nullable Wish painted;
    private @Nullable Wish shown;

    /**
     * @param finished called on the JavaFX thread when an image is ready to be {@link #swap}ped in, or will not come
     * @param trouble hears on the JavaFX thread why an image could not be made
     */
    RasterLayer(FrameFigures figures, Runnable finished, Consumer<Throwable> trouble) {
        this.trouble = trouble;
        this.figures = figures;
        this.finished = finished;
        setManaged(false);
        setMouseTransparent(true);
    }

    /** What is on the screen, null until there is something. */
    @Nullable Wish shown() {
        return shown;
    }

    /** Whether an image is in the making or waits to be shown. */
    boolean busy() {
        return painting != null || painted != null;
    }

    /** Begins to make an image; does nothing while {@link #busy}. */
    void paint(Wish wish) {
        if (!busy()) {
            painting = wish;
            int[] pixels = pixelsFor(wish.viewport());
            TimelinePainter with = painterFor(wish.palette());
            long began = System.nanoTime();
            PaintThread.run(() -> with.repaint(wish.picture(), wish.viewport(), pixels), thrown -> {
                figures.painted(System.nanoTime() - began);
                painting = null;
                if (thrown == null) {
                    painted = wish;
                } else {
                    painter = null;
                    trouble.accept(thrown);
                }
                finished.run();
            });
        }
    }

    /** Makes and shows an image here and now, for pictures of the window that nobody waits in front of. */
    void paintNow(Wish wish) {
        if (painting == null) {
            painterFor(wish.palette()).repaint(wish.picture(), wish.viewport(), pixelsFor(wish.viewport()));
            painted = wish;
            swap();
        }
    }

    /** Shows the image that was made last, if it has not been shown yet. */
    boolean swap() {
        Wish ready = painted;
        if (ready == null) {
            return false;
        }
        painted = null;
        shown = ready;
        int width = ready.viewport().width();
        int height = ready.viewport().height();
        PixelBuffer<IntBuffer> buffer = screen;
        if (buffer == null || buffer.getWidth() != width || buffer.getHeight() != height) {
            buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(new int[width * height]),
                    PixelFormat.getIntArgbPreInstance());
            screen = buffer;
            setImage(new WritableImage(buffer));
        }
        int[] pixels = spare;
        buffer.updateBuffer(b -> {
            System.arraycopy(pixels, 0, b.getBuffer().array(), 0, width * height);
            return new Rectangle2D(0, 0, width, height);
        });
        return true;
    }

    private int[] pixelsFor(Viewport viewport) {
        int needed = viewport.width() * viewport.height();
        if (spare.length < needed) {
            spare = new int[needed];
        }
        return spare;
    }

    private TimelinePainter painterFor(Palette palette) {
        TimelinePainter known = painter;
        if (known == null || known.palette() != palette) {
            known = new TimelinePainter(palette);
            painter = known;
        }
        return known;
    }
}
