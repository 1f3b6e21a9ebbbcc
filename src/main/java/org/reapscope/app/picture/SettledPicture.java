package org.reapscope.app.picture;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.jspecify.annotations.Nullable;

/** Takes pictures of a node until one is like the one before it: then layout and background painting have come to rest. */
public final class SettledPicture extends AnimationTimer {

    /** Pulses between two pictures: enough for a background painter to answer. */
    private static final int PULSES = 12;

    private final Node node;
    private final int width;
    private final int height;
    private final BooleanSupplier still;
    private final CompletableFuture<int[]> result = new CompletableFuture<>();
    private int @Nullable [] before;
    private int pulses;

    /** @param still whether everything outside of the node is at rest; asked at each pulse */
    public SettledPicture(Node node, int width, int height, BooleanSupplier still) {
        this.node = node;
        this.width = width;
        this.height = height;
        this.still = still;
    }

    public CompletableFuture<int[]> take() {
        start();
        return result;
    }

    @Override
    public void handle(long now) {
        if (!still.getAsBoolean()) {
            pulses = 0;
            before = null;
            return;
        }
        if (++pulses % PULSES == 0) {
            int[] picture = pixels();
            if (Arrays.equals(picture, before)) {
                stop();
                result.complete(picture);
            }
            before = picture;
        }
    }

    private int[] pixels() {
        WritableImage image = node.snapshot(new SnapshotParameters(), new WritableImage(width, height));
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }
}
