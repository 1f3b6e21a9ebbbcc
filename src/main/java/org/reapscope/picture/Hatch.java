package org.reapscope.picture;

import java.util.List;

/**
 * A pattern that tells without colour. Its phase is fixed to the picture, so that neighbours join. What is drawn in one tile
 * of it is data here, for every pen that draws lines; y goes down.
 */
public enum Hatch {
    /** Lines that rise to the right: waits for a lock. */
    RISING(8, List.of(new Line(-1, 5, 5, -1), new Line(-1, 13, 13, -1), new Line(3, 13, 13, 3)), List.of()),
    /** Lines that fall to the right: exiting. */
    FALLING(8, List.of(new Line(-1, 3, 5, 9), new Line(-1, -5, 13, 9), new Line(3, -1, 9, 5)), List.of()),
    /** Dots: waits for input or output. */
    DOTS(4, List.of(), List.of(new Dot(0, 0, 2, 2))),
    /** Sparse dots: unknown. */
    SPARSE(8, List.of(), List.of(new Dot(0, 4, 2, 1)));

    /** Of its lines, in design pixels. */
    public static final int THICKNESS = 2;

    /** A line; it may leave the tile. */
    public record Line(int x1, int y1, int x2, int y2) {}

    /** A rectangle. */
    public record Dot(int x, int y, int width, int height) {}

    private final int side;
    private final List<Line> lines;
    private final List<Dot> dots;

    Hatch(int side, List<Line> lines, List<Dot> dots) {
        this.side = side;
        this.lines = lines;
        this.dots = dots;
    }

    /** The side of a tile in design pixels. */
    public int side() {
        return side;
    }

    public List<Line> lines() {
        return lines;
    }

    public List<Dot> dots() {
        return dots;
    }
}
