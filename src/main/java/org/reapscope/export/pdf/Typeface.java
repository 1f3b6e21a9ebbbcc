package org.reapscope.export.pdf;

import java.util.List;

/** How letters look. A character that the typeface lacks comes from another one. */
public enum Typeface {
    REGULAR("DejaVuSansCondensed.ttf"),
    BOLD("DejaVuSansCondensed-Bold.ttf"),
    /** Letters of one width, 0.6 of the size each. */
    CODE("/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf");

    private final String resource;

    Typeface(String resource) {
        this.resource = resource;
    }

    String resource() {
        return resource;
    }

    /** How wide a text is, in the unit of {@code size}. */
    public double width(String text, double size) {
        return Run.of(this, text).stream().mapToDouble(Run::width).sum() * size;
    }

    /** What is tried for a character, in this order. */
    List<Typeface> tried() {
        return switch (this) {
            case REGULAR, BOLD -> List.of(this);
            case CODE -> List.of(CODE, REGULAR);
        };
    }
}
