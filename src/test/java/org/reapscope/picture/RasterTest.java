package org.reapscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Golden pictures, small enough to be read: {@code #} is inked. */
final class RasterTest {

    private static final int INK = 0xff112233;
    private static final int SIDE = 9;

    private final Raster raster = new Raster();
    private final int[] pixels = new int[SIDE * SIDE];

    @BeforeEach
    void blank() {
        Arrays.fill(pixels, 0xff000000);
        raster.into(pixels, SIDE, SIDE);
    }

    @Test
    void aDiamond() {
        raster.diamond(4, 4, 3, INK);
        assertPicture("""
                .........
                ....#....
                ...###...
                ..#####..
                .#######.
                ..#####..
                ...###...
                ....#....
                .........
                """);
    }

    @Test
    void aTriangle() {
        raster.triangle(1, 1, 7, 1, 4, 4, INK);
        assertPicture("""
                .........
                .#######.
                ..#####..
                ...###...
                ....#....
                .........
                .........
                .........
                .........
                """);
    }

    @Test
    void hatchesRiseAndFall_inOnePhaseForThePicture() {
        raster.hatch(0, 0, 9, 4, Hatch.RISING, 1, INK);
        raster.hatch(0, 5, 4, 4, Hatch.FALLING, 1, INK);
        raster.hatch(4, 5, 5, 4, Hatch.FALLING, 1, INK);
        assertPicture("""
                ###.....#
                ##.....##
                #.....###
                .....###.
                .........
                .....###.
                #.....###
                ##.....##
                ###.....#
                """);
    }

    @Test
    void dotsGrowWithTheScale() {
        raster.hatch(0, 0, 9, 2, Hatch.DOTS, 1, INK);
        raster.hatch(0, 8, 9, 1, Hatch.DOTS, 2, INK);
        assertPicture("""
                ##..##..#
                ##..##..#
                .........
                .........
                .........
                .........
                .........
                .........
                ####....#
                """);
    }

    @Test
    void anOutlineIsHollow_andAClipHolds() {
        raster.clip(0, 0, 6, 9);
        raster.outline(1, 1, 7, 5, 1, INK);
        assertPicture("""
                .........
                .#####...
                .#.......
                .#.......
                .#.......
                .#####...
                .........
                .........
                .........
                """);
    }

    @Test
    void linesGoWhereTheyShould_evenFromFarOutside() {
        raster.line(-1_000_000, -1_000_000, 1_000_000, 1_000_000, 1, 0, INK);
        raster.line(0, 8, 8, 8, 1, 2, INK);
        assertPicture("""
                #........
                .#.......
                ..#......
                ...#.....
                ....#....
                .....#...
                ......#..
                .......#.
                ##..##..#
                """);
    }

    @Test
    void halfOpaqueInkMixes_andStaysOpaque() {
        Arrays.fill(pixels, 0xff806040);
        raster.fill(0, 0, 1, 1, 0x80ffffff);
        raster.hatch(1, 0, 1, 1, Hatch.RISING, 1, 0x80ffffff);
        assertEquals(0xffbfaf9f, pixels[0]);
        assertEquals(pixels[0], pixels[1]);
        assertEquals(0xff806040, pixels[2]);
    }

    private void assertPicture(String expected) {
        StringBuilder actual = new StringBuilder();
        for (int i = 0; i < pixels.length; i++) {
            actual.append(pixels[i] == INK ? '#' : '.').append(i % SIDE == SIDE - 1 ? "\n" : "");
        }
        assertEquals(expected, actual.toString());
    }
}
