package org.reapscope.app.picture;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import javafx.application.Platform;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

import org.reapscope.export.picture.Sheet;
import org.reapscope.picture.Label;
import org.reapscope.picture.Palette;
import org.reapscope.picture.Raster;
import org.reapscope.ui.theme.Fonts;

/**
 * Sheets as PNG files: lanes from the raster, letters from JavaFX, which need not show a window for that. Letters are drawn
 * tile by tile, for a canvas cannot be as large as a sheet.
 */
public final class SheetPicture {

    private static final int TILE = 1024;
    private static final long MOST_PIXELS = 250_000_000;

    private SheetPicture() {}

    /**
     * The sheet as a PNG. Not to be called on the JavaFX thread.
     *
     * @throws IOException if the picture would be too large, or letters cannot be drawn
     */
    public static byte[] png(Sheet sheet) throws IOException, InterruptedException {
        int width = sheet.width();
        int height = sheet.height();
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException("a picture of " + width + " x " + height + " pixels is too large; choose fewer tasks, a smaller scale, or SVG");
        }
        HeadlessToolkit.start();
        int[] pixels = new int[width * height];
        Raster raster = new Raster();
        raster.into(pixels, width, height);
        sheet.paint(raster);
        List<Label> labels = sheet.labels();
        for (int top = 0; top < height; top += TILE) {
            for (int left = 0; left < width; left += TILE) {
                int x = left;
                int y = top;
                List<Label> here = labels.stream().filter(label -> reaches(label, x, y)).toList();
                if (!here.isEmpty()) {
                    int w = Math.min(TILE, width - left);
                    int h = Math.min(TILE, height - top);
                    over(pixels, width, letters(here, sheet.palette(), x, y, w, h), x, y, w, h);
                }
            }
        }
        return Png.encode(width, height, pixels);
    }

    private static boolean reaches(Label label, int left, int top) {
        int reach = Math.max(label.maxWidth(), Label.guessedWidth(label.text(), label.size()));
        return label.baseline() + label.size() > top && label.baseline() - 2 * label.size() < top + TILE && label.x() + reach > left
                && label.x() - reach < left + TILE;
    }

    private static int[] letters(List<Label> labels, Palette palette, int left, int top, int width, int height)
            throws IOException, InterruptedException {
        CompletableFuture<int[]> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(draw(labels, palette, left, top, width, height));
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IOException("letters cannot be drawn: " + e.getCause(), e);
        }
    }

    private static int[] draw(List<Label> labels, Palette palette, int left, int top, int width, int height) {
        Canvas canvas = new Canvas(width, height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTextBaseline(VPos.BASELINE);
        g.translate(-left, -top);
        Fonts.load();
        Map<String, Font> fonts = new HashMap<>();
        for (Label label : labels) {
            g.setFont(fonts.computeIfAbsent(label.size() + " " + label.bold(),
                    key -> Font.font(Fonts.TEXT, label.bold() ? FontWeight.BOLD : FontWeight.NORMAL, label.size())));
            int argb = palette.argb(label.role());
            g.setFill(Color.rgb(argb >>> 16 & 0xff, argb >>> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0));
            g.setTextAlign(switch (label.anchor()) {
                case START -> TextAlignment.LEFT;
                case MIDDLE -> TextAlignment.CENTER;
                case END -> TextAlignment.RIGHT;
            });
            g.fillText(label.text(), label.x(), label.baseline(), label.maxWidth());
        }
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        WritableImage image = canvas.snapshot(clear, new WritableImage(width, height));
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        return pixels;
    }

    /** Lays pixels with premultiplied alpha over opaque ones. */
    private static void over(int[] pixels, int stride, int[] tile, int left, int top, int width, int height) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int ink = tile[y * width + x];
                int rest = 255 - (ink >>> 24);
                if (rest < 255) {
                    int at = (top + y) * stride + left + x;
                    int paper = pixels[at];
                    pixels[at] = 0xff000000 | channel(ink, paper, rest, 16) | channel(ink, paper, rest, 8) | channel(ink, paper, rest, 0);
                }
            }
        }
    }

    private static int channel(int ink, int paper, int rest, int shift) {
        return Math.min(255, (ink >>> shift & 0xff) + (paper >>> shift & 0xff) * rest / 255) << shift;
    }
}
