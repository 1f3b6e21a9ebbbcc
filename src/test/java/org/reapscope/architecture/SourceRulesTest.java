package org.reapscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What no compiler checks: small files, no promises in place of features, colours in the token files alone. */
final class SourceRulesTest {

    private static final int LONGEST_FILE = 600;
    private static final int MEDIAN_FILE = 100;

    @Test
    void noFileIsLongerThanOneIdeaNeeds() {
        assertEquals(List.of(), files("src", ".java").stream().filter(f -> lines(f).size() > LONGEST_FILE).toList());
    }

    @Test
    void filesAreSmallInTheMedian() {
        List<Integer> sizes = files("src/main/java", ".java").stream().map(f -> lines(f).size()).sorted().toList();
        assertTrue(sizes.get(sizes.size() / 2) < MEDIAN_FILE, () -> "median " + sizes.get(sizes.size() / 2));
    }

    @Test
    void nothingIsPromisedInsteadOfDone() {
        Pattern promise = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XXX)\\b|not (yet )?implement" + "ed");
        assertEquals(List.of(), matching(files("src/main", ".java"), promise));
    }

    @Test
    void coloursStandInTheTokenFilesAlone() {
        Pattern colour = Pattern.compile("#[0-9a-fA-F]{6}\\b|#[0-9a-fA-F]{3}\\b|rgba?\\(");
        List<Path> styled = Stream.concat(files("css", ".css").stream(), files("fxml", ".fxml").stream())
                .filter(f -> !f.getFileName().toString().startsWith("tokens-"))
                .toList();
        assertEquals(List.of(), matching(styled, colour));
    }

    @Test
    void everyPackageSaysWhatItIs_andIsNullMarked() {
        List<Path> bare = Stream.of("src/main/java", "src/bench/java").flatMap(root -> files(root, ".java").stream()
                        .map(file -> Path.of(root).relativize(file.getParent()))).distinct()
                .filter(p -> Stream.of("src/main/java", "src/bench/java")
                        .noneMatch(root -> lines(Path.of(root).resolve(p).resolve("package-info.java")).contains("@NullMarked")))
                .toList();
        assertEquals(List.of(), bare);
    }

    private static List<String> matching(List<Path> files, Pattern pattern) {
        return files.stream()
                .flatMap(f -> lines(f).stream().filter(l -> pattern.matcher(l).find()).map(l -> f + ": " + l.strip()))
                .toList();
    }

    private static List<Path> files(String folder, String ending) {
        if (!Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(Path.of(folder))) {
            return walk.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder, e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
