package org.reapscope.analysis.sentence;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reapscope.analysis.ClockFigures;
import org.reapscope.trace.Clock;
import org.reapscope.trace.Trace;

/** Times of a trace as text, with the digits that its clock really has, and times that people type. */
public final class ClockText {

    private static final Map<String, Double> UNITS =
            Map.of("ns", 1.0, "us", 1e3, "µs", 1e3, "ms", 1e6, "s", 1e9, "", 1e9);
    private static final Pattern TYPED = Pattern.compile("([+-]?)\\s*([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)\\s*(ns|us|µs|ms|s|)");

    private ClockText() {}

    /** Seconds of the trace's clock: {@code 346.439857}, with nanoseconds if the clock has them; else the number it printed. */
    public static String of(Trace trace, long ns) {
        return ClockFigures.of(trace).exact(ns);
    }

    /**
     * The time that somebody typed: {@code 346.439857} in seconds of the trace's clock, or with a sign a distance from
     * {@code fromNs}: {@code +1.5ms}, {@code -20us}. Where the clock tells no time it is a whole number. Empty if it is
     * neither.
     */
    public static OptionalLong parse(Clock clock, String typed, long fromNs) {
        Matcher matcher = TYPED.matcher(typed.strip().toLowerCase(Locale.ROOT));
        boolean number = matcher.matches() && (clock.tellsTime() || matcher.group(3).isEmpty() && matcher.group(2).matches("[0-9]{1,18}"));
        if (!number) {
            return OptionalLong.empty();
        }
        double unit = clock.tellsTime() ? UNITS.getOrDefault(matcher.group(3), 1.0) : 1;
        long whole = exact(matcher.group(2), unit);
        return OptionalLong.of(switch (matcher.group(1)) {
            case "+" -> fromNs + whole;
            case "-" -> fromNs - whole;
            default -> whole;
        });
    }

    /** Digits beyond a double's 53 bits matter: a clock in ns since boot has up to 19. */
    private static long exact(String number, double unit) {
        return new BigDecimal(number.endsWith(".") ? number + "0" : number)
                .multiply(BigDecimal.valueOf(unit)).longValue();
    }
}
