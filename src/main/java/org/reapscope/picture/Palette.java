package org.reapscope.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of a theme, as 0xAARRGGBB, not premultiplied. Immutable. Read from a token file, so that painters and controls agree. */
public final class Palette {

    private static final Pattern TOKEN = Pattern.compile("(-rs-[a-z0-9-]+)\\s*:\\s*#([0-9a-fA-F]{6})([0-9a-fA-F]{2})?\\s*;");
    private static final double INK_BALANCE = 0.179;

    private static final Map<String, Palette> KNOWN = new ConcurrentHashMap<>();

    private final String name;
    private final int[] argb;

    private Palette(String name, int[] argb) {
        this.name = name;
        this.argb = argb;
    }

    /**
     * The palette of {@code css/tokens-<name>.css}: dark, light, contrast, print.
     *
     * @throws IllegalArgumentException if there is no such file, or it lacks a colour
     */
    public static Palette named(String name) {
        return KNOWN.computeIfAbsent(name, Palette::read);
    }

    private static Palette read(String name) {
        String path = "/css/tokens-" + name + ".css";
        try (InputStream in = Palette.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No theme '" + name + "': expected dark, light, contrast or print.");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The palette of a style sheet that defines every role's token as {@code #rrggbb} or {@code #rrggbbaa}.
     *
     * @throws IllegalArgumentException if a token is missing
     */
    public static Palette parse(String name, String css) {
        Map<String, Integer> found = new HashMap<>();
        Matcher matcher = TOKEN.matcher(css);
        while (matcher.find()) {
            int alpha = matcher.group(3) == null ? 0xff : Integer.parseInt(matcher.group(3), 16);
            found.put(matcher.group(1), alpha << 24 | Integer.parseInt(matcher.group(2), 16));
        }
        int[] argb = new int[Role.values().length];
        for (Role role : Role.values()) {
            Integer colour = found.get(role.token());
            if (colour == null) {
                throw new IllegalArgumentException("Theme '" + name + "' defines no " + role.token() + ": add a line '"
                        + role.token() + ": #rrggbb;' to it.");
            }
            argb[role.ordinal()] = colour;
        }
        return new Palette(name, argb);
    }

    public String name() {
        return name;
    }

    public int argb(Role role) {
        return argb[role.ordinal()];
    }

    /** The same colour, only so opaque: 0 to 255. */
    public int argb(Role role, int alpha) {
        return argb[role.ordinal()] & 0xffffff | alpha << 24;
    }

    /** Which of the two inks reads better on this colour. The better one always has a contrast of at least 4.5. */
    public Role inkOn(Role background) {
        return luminance(argb(background)) > INK_BALANCE ? Role.INK_DARK : Role.INK_LIGHT;
    }

    /** Relative luminance of WCAG 2: 0 black to 1 white. */
    public static double luminance(int argb) {
        return 0.2126 * linear(argb >>> 16 & 0xff) + 0.7152 * linear(argb >>> 8 & 0xff) + 0.0722 * linear(argb & 0xff);
    }

    /** Contrast of WCAG 2: 1 to 21. */
    public static double contrast(int argb, int other) {
        double a = luminance(argb) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
