package org.reapscope.picture;

import java.util.Arrays;

/**
 * Draws into an {@code int[]} of opaque ARGB pixels, row by row. Allocates nothing while it draws. One thread at a time.
 */
public final class Raster implements Pen {

    /** After so many pixels every pattern is the same again, at every scale. */
    static final int PERIODS = 8 * 3 * 4;

    private static final int PERIOD = 8;

    private int[] pixels = new int[0];
    private int width;
    private int height;
    private int left;
    private int top;
    private int right;
    private int bottom;
    private int phase;

    /** Draws into these pixels from now on: {@code width * height} of them at least. No clip. */
    public void into(int[] newPixels, int newWidth, int newHeight) {
        if (newPixels.length < newWidth * newHeight) {
            throw new IllegalArgumentException(newPixels.length + " pixels do not hold " + newWidth + " x " + newHeight);
        }
        pixels = newPixels;
        width = newWidth;
        height = newHeight;
        phase = 0;
        clip(0, 0, width, height);
    }

    /** Patterns lie as if the picture were this many pixels further to the right, so that they move with what they are drawn on. */
    void patternsFrom(int pixelsFurther) {
        phase = pixelsFurther;
    }

    @Override
    public void clip(int x, int y, int w, int h) {
        left = Math.clamp(x, 0, width);
        top = Math.clamp(y, 0, height);
        right = Math.clamp((long) x + w, left, width);
        bottom = Math.clamp((long) y + h, top, height);
    }

    @Override
    public void fill(int x, int y, int w, int h, int argb) {
        int x1 = Math.max(x, left);
        int x2 = (int) Math.min((long) x + w, right);
        int y1 = Math.max(y, top);
        int y2 = (int) Math.min((long) y + h, bottom);
        if (x1 >= x2 || y1 >= y2) {
            return;
        }
        boolean opaque = argb >>> 24 == 0xff;
        if (opaque && x2 - x1 == 1) {
            fillColumn(x1, y1, y2, argb);
        } else if (opaque) {
            fillOpaque(x1, y1, x2, y2, argb);
        } else {
            shade(x1, y1, x2, y2, argb);
        }
    }

    @Override
    public void hatch(int x, int y, int w, int h, Hatch hatch, int scale, int argb) {
        int x1 = Math.max(x, left);
        int x2 = (int) Math.min((long) x + w, right);
        int y1 = Math.max(y, top);
        int y2 = (int) Math.min((long) y + h, bottom);
        for (int row = y1; row < y2; row++) {
            int bits = bits(hatch, row / scale);
            int step = (x1 + phase) / scale % PERIOD;
            int until = scale - (x1 + phase) % scale;
            for (int i = row * width + x1; bits != 0 && i < row * width + x2; i++) {
                if ((bits >>> step & 1) != 0) {
                    pixels[i] = blend(pixels[i], argb);
                }
                if (--until == 0) {
                    until = scale;
                    step = step + 1 & PERIOD - 1;
                }
            }
        }
    }

    @Override
    public void outline(int x, int y, int w, int h, int thickness, int argb) {
        if (w <= 2 * thickness || h <= 2 * thickness) {
            fill(x, y, w, h, argb);
            return;
        }
        fill(x, y, w, thickness, argb);
        fill(x, y + h - thickness, w, thickness, argb);
        fill(x, y + thickness, thickness, h - 2 * thickness, argb);
        fill(x + w - thickness, y + thickness, thickness, h - 2 * thickness, argb);
    }

    @Override
    public void line(int x1, int y1, int x2, int y2, int thickness, int dash, int argb) {
        int half = thickness / 2;
        if (dash == 0 && x1 == x2) {
            fill(x1 - half, Math.min(y1, y2), thickness, Math.abs(y2 - y1) + 1, argb);
        } else if (dash == 0 && y1 == y2) {
            fill(Math.min(x1, x2), y1 - half, Math.abs(x2 - x1) + 1, thickness, argb);
        } else {
            slanted(x1, y1, x2, y2, thickness, dash, argb);
        }
    }

    @Override
    public void diamond(int x, int y, int radius, int argb) {
        for (int dy = -radius; dy <= radius; dy++) {
            int reach = radius - Math.abs(dy);
            fill(x - reach, y + dy, 2 * reach + 1, 1, argb);
        }
    }

    @Override
    public void triangle(int x1, int y1, int x2, int y2, int x3, int y3, int argb) {
        int from = Math.max(top, Math.min(y1, Math.min(y2, y3)));
        int to = Math.min(bottom - 1, Math.max(y1, Math.max(y2, y3)));
        for (int row = from; row <= to; row++) {
            int a = crossing(x1, y1, x2, y2, row, Integer.MAX_VALUE);
            int b = crossing(x2, y2, x3, y3, row, a);
            int c = crossing(x3, y3, x1, y1, row, b);
            int least = Math.min(a, Math.min(b, c));
            int most = Math.max(a == Integer.MAX_VALUE ? least : a, Math.max(b == Integer.MAX_VALUE ? least : b, c));
            fill(least, row, most - least + 1, 1, argb);
        }
    }

    private void fillColumn(int x, int y1, int y2, int argb) {
        int[] into = pixels;
        int stride = width;
        int end = y2 * stride + x;
        for (int i = y1 * stride + x; i < end; i += stride) {
            into[i] = argb;
        }
    }

    private void shade(int x1, int y1, int x2, int y2, int argb) {
        int alpha = argb >>> 24;
        int rest = 256 - alpha;
        int rb = (argb & 0xff00ff) * alpha;
        int g = (argb & 0x00ff00) * alpha;
        int[] into = pixels;
        for (int row = y1; row < y2; row++) {
            int end = row * width + x2;
            for (int i = row * width + x1; i < end; i++) {
                int below = into[i];
                into[i] = 0xff000000 | ((below & 0xff00ff) * rest + rb >>> 8 & 0xff00ff)
                        | ((below & 0x00ff00) * rest + g >>> 8 & 0x00ff00);
            }
        }
    }

    private void fillOpaque(int x1, int y1, int x2, int y2, int argb) {
        int n = x2 - x1;
        int first = y1 * width + x1;
        if (n < 8) {
            for (int row = y1; row < y2; row++) {
                for (int i = row * width + x1; i < row * width + x2; i++) {
                    pixels[i] = argb;
                }
            }
            return;
        }
        Arrays.fill(pixels, first, first + n, argb);
        for (int row = y1 + 1; row < y2; row++) {
            System.arraycopy(pixels, first, pixels, row * width + x1, n);
        }
    }

    private void slanted(int x1, int y1, int x2, int y2, int thickness, int dash, int argb) {
        long steps = Math.max(Math.abs((long) x2 - x1), Math.abs((long) y2 - y1));
        int half = thickness / 2;
        double dx = steps == 0 ? 0 : (double) (x2 - x1) / steps;
        double dy = steps == 0 ? 0 : (double) (y2 - y1) / steps;
        double from = Math.max(0, Math.max(entry(x1, dx, left - thickness, right + thickness), entry(y1, dy, top - thickness, bottom + thickness)));
        double to = Math.min(steps, Math.min(departure(x1, dx, left - thickness, right + thickness), departure(y1, dy, top - thickness, bottom + thickness)));
        for (long i = (long) Math.ceil(from); i <= to; i++) {
            if (dash == 0 || (i / dash & 1) == 0) {
                fill(x1 + (int) Math.round(i * dx) - half, y1 + (int) Math.round(i * dy) - half, thickness, thickness, argb);
            }
        }
    }

    /** The first step at which {@code start + step * slope} lies between {@code low} and {@code high}. */
    private static double entry(int start, double slope, int low, int high) {
        if (slope == 0) {
            return start < low || start > high ? Double.POSITIVE_INFINITY : 0;
        }
        return ((slope > 0 ? low : high) - start) / slope;
    }

    private static double departure(int start, double slope, int low, int high) {
        return slope == 0 ? Double.POSITIVE_INFINITY : ((slope > 0 ? high : low) - start) / slope;
    }

    private static int crossing(int x1, int y1, int x2, int y2, int row, int otherwise) {
        if (row < Math.min(y1, y2) || row > Math.max(y1, y2)) {
            return otherwise;
        }
        return y1 == y2 ? Math.min(x1, x2) : x1 + (int) ((long) (x2 - x1) * (row - y1) / (y2 - y1));
    }

    /** Which of the eight columns of a pattern are inked in this line of it. */
    private static int bits(Hatch hatch, int y) {
        int turn = y % PERIOD;
        return switch (hatch) {
            case RISING -> 0x0707 >>> turn & 0xff;
            case FALLING -> 0x0707 << turn >>> PERIOD & 0xff;
            case DOTS -> turn % 4 < 2 ? 0x33 : 0;
            case SPARSE -> turn == 4 ? 0x03 : 0;
        };
    }

    private static int blend(int below, int argb) {
        int alpha = argb >>> 24;
        int rest = 256 - alpha;
        return alpha == 0xff ? argb : 0xff000000
                | ((below & 0xff00ff) * rest + (argb & 0xff00ff) * alpha >>> 8 & 0xff00ff)
                | ((below & 0x00ff00) * rest + (argb & 0x00ff00) * alpha >>> 8 & 0x00ff00);
    }
}
