package org.reapscope.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reapscope.document.settings.Theme;

final class StyleSheetsTest {

    private static final Pattern TOKEN = Pattern.compile("-rs-[a-z0-9-]+");
    private static final Pattern DEFINED = Pattern.compile("(-rs-[a-z0-9-]+)\\s*:\\s*(#[0-9a-fA-F]{6,8})\\s*;");

    /** What is written upon what. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("-rs-text", "-rs-bg"), List.of("-rs-text", "-rs-panel"), List.of("-rs-text", "-rs-raised"),
            List.of("-rs-text", "-rs-hover"), List.of("-rs-text", "-rs-selected"), List.of("-rs-text", "-rs-sunken"),
            List.of("-rs-text-dim", "-rs-panel"), List.of("-rs-text-dim", "-rs-raised"), List.of("-rs-text-dim", "-rs-sunken"),
            List.of("-rs-on-accent", "-rs-accent-fill"), List.of("-rs-accent", "-rs-panel"),
            List.of("-rs-severe", "-rs-panel"), List.of("-rs-warning", "-rs-panel"), List.of("-rs-notice", "-rs-panel"),
            List.of("-rs-good", "-rs-panel"), List.of("-rs-info", "-rs-panel"), List.of("-rs-on-severe", "-rs-severe-fill"),
            List.of("-rs-running-text", "-rs-raised"), List.of("-rs-runnable-text", "-rs-raised"),
            List.of("-rs-lock-wait-text", "-rs-raised"), List.of("-rs-io-wait-text", "-rs-raised"),
            List.of("-rs-exiting-text", "-rs-raised"));

    @Test
    void everySheetOnDiskIsWorn() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("css"))) {
            Set<String> worn = new TreeSet<>(Appearance.SHEETS);
            for (Theme theme : Theme.values()) {
                worn.add("tokens-" + theme.id() + ".css");
            }
            assertEquals(worn, files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void everyTokenUsedIsDefinedInAllThemes() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String sheet : Appearance.SHEETS) {
            Matcher matcher = TOKEN.matcher(Files.readString(Path.of("css", sheet)));
            while (matcher.find()) {
                used.add(matcher.group());
            }
        }
        for (Theme theme : Theme.values()) {
            Set<String> missing = new TreeSet<>(used);
            missing.removeAll(tokens(theme).keySet());
            assertEquals(Set.of(), missing, theme.id());
        }
    }

    @Test
    void allThemesDefineTheSameTokens() throws IOException {
        for (Theme theme : Theme.values()) {
            assertEquals(tokens(Theme.DARK).keySet(), tokens(theme).keySet(), theme.id());
        }
    }

    @Test
    void textCanBeReadOnWhatItStandsOn() throws IOException {
        List<String> faint = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            Map<String, String> tokens = tokens(theme);
            for (List<String> pair : PAIRS) {
                double ratio = contrast(String.valueOf(tokens.get(pair.get(0))), String.valueOf(tokens.get(pair.get(1))));
                if (ratio < 4.5) {
                    faint.add(theme.id() + " " + pair + " " + ratio);
                }
            }
        }
        assertEquals(List.of(), faint);
        assertTrue(contrast("#000000", "#ffffff") > 20.9);
    }

    private static Map<String, String> tokens(Theme theme) throws IOException {
        Map<String, String> tokens = new TreeMap<>();
        Matcher matcher = DEFINED.matcher(Files.readString(Path.of("css", "tokens-" + theme.id() + ".css")));
        while (matcher.find()) {
            tokens.put(matcher.group(1), matcher.group(2));
        }
        return tokens;
    }

    /** Contrast ratio of WCAG 2.2. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double c = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
