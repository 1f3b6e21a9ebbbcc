package org.reapscope.picture;

/** How a colour looks to somebody: Machado, Oliveira and Fernandes 2009, at full severity; differences are CIEDE2000. */
enum ColourVision {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

    private final double[] matrix;

    ColourVision(double... matrix) {
        this.matrix = matrix;
    }

    /** The colour in CIELAB, under D65. */
    double[] lab(int argb) {
        double r = linear(argb >>> 16 & 0xff);
        double g = linear(argb >>> 8 & 0xff);
        double b = linear(argb & 0xff);
        double sr = seen(0, r, g, b);
        double sg = seen(3, r, g, b);
        double sb = seen(6, r, g, b);
        double x = f((0.4124564 * sr + 0.3575761 * sg + 0.1804375 * sb) / 0.95047);
        double y = f(0.2126729 * sr + 0.7151522 * sg + 0.0721750 * sb);
        double z = f((0.0193339 * sr + 0.1191920 * sg + 0.9503041 * sb) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    static double difference(double[] one, double[] other) {
        double meanC7 = Math.pow((Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2, 7);
        double g = 0.5 * (1 - Math.sqrt(meanC7 / (meanC7 + Math.pow(25, 7))));
        double a1 = one[1] * (1 + g);
        double a2 = other[1] * (1 + g);
        double c1 = Math.hypot(a1, one[2]);
        double c2 = Math.hypot(a2, other[2]);
        double h1 = hue(a1, one[2]);
        double h2 = hue(a2, other[2]);
        boolean grey = c1 * c2 == 0;
        double dh = grey ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
        double h = grey ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
        double c = (c1 + c2) / 2;
        double l = (one[0] + other[0]) / 2 - 50;
        double t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.20 * cos(4 * h - 63);
        double sl = 1 + 0.015 * l * l / Math.sqrt(20 + l * l);
        double sc = 1 + 0.045 * c;
        double sh = 1 + 0.015 * c * t;
        double c7 = Math.pow(c, 7);
        double rotation = -2 * Math.sqrt(c7 / (c7 + Math.pow(25, 7)))
                * Math.sin(Math.toRadians(60 * Math.exp(-Math.pow((h - 275) / 25, 2))));
        double dl = (other[0] - one[0]) / sl;
        double dc = (c2 - c1) / sc;
        double dhue = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(dh / 2)) / sh;
        return Math.sqrt(dl * dl + dc * dc + dhue * dhue + rotation * dc * dhue);
    }

    private double seen(int row, double r, double g, double b) {
        return Math.clamp(matrix[row] * r + matrix[row + 1] * g + matrix[row + 2] * b, 0, 1);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double hue(double a, double b) {
        return a == 0 && b == 0 ? 0 : (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
