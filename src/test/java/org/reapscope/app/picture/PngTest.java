package org.reapscope.app.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.SplittableRandom;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

import org.junit.jupiter.api.Test;

/** The toolkit's own decoder, which needs no toolkit running, reads what is written. */
final class PngTest {

    @Test
    void everyPixelComesBack() {
        int width = 37;
        int height = 23;
        SplittableRandom random = new SplittableRandom(1);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xff000000 | (i / width % 3 == 0 ? 0x14171c : random.nextInt(0x1000000));
        }
        Image image = new Image(new ByteArrayInputStream(Png.encode(width, height, pixels)));
        assertEquals(width, (int) image.getWidth());
        assertEquals(height, (int) image.getHeight());
        int[] read = new int[pixels.length];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), read, 0, width);
        assertArrayEquals(pixels, read);
    }

    @Test
    void theSamePixelsGiveTheSameBytes() {
        int[] pixels = {0xff112233, 0xff445566, 0xff778899, 0xffaabbcc};
        assertArrayEquals(Png.encode(2, 2, pixels), Png.encode(2, 2, pixels));
    }
}
