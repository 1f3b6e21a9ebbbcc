package org.reapscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the pages for newcomers name is there. */
final class WrittenPagesTest {

    private static final Path CONTRIBUTING = Path.of(".github/CONTRIBUTING.md");
    private static final List<Path> PAGES = List.of(CONTRIBUTING, Path.of(".github/CHANGELOG.md"), Path.of("README.md"));

    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
    private static final Pattern PATH = Pattern.compile("(src|css|fxml|samples|\\.github)/[\\w./*-]*");
    private static final Pattern CLASS_NAME = Pattern.compile("[A-Z][a-z0-9]+([A-Z][a-z0-9]+)+|[A-Z][a-z]{3,}");
    private static final Pattern LAYER = Pattern.compile("(base|trace|kernel|scenario|run|explore|analysis|picture|export|lesson|document|ui|app)(\\.[a-z]+)+");

    @Test
    void everyPathIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : PAGES) {
            for (String word : quoted(page)) {
                if (PATH.matcher(word).matches() && !exists(word)) {
                    missing.add(page + ": " + word);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyPackageIsThere() throws IOException {
        Set<String> packages = PackageMap.read().packages().keySet();
        List<String> missing = new ArrayList<>();
        for (Path page : PAGES) {
            quoted(page).stream().filter(word -> LAYER.matcher(word).matches() && !packages.contains(word)).forEach(word -> missing.add(page + ": " + word));
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyClassIsThere() throws IOException {
        Set<String> classes = sources().map(f -> f.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        List<String> named = quoted(CONTRIBUTING).stream().filter(word -> CLASS_NAME.matcher(word).matches()).toList();
        assertTrue(named.size() > 20, named.toString());
        assertEquals(List.of(), named.stream().filter(name -> !classes.contains(name)).toList());
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : PAGES) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String to = link.group(1);
                if (!to.startsWith("http") && !Files.exists(page.toAbsolutePath().resolveSibling(to).normalize())) {
                    broken.add(page + ": " + to);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void theReadmeLeadsToThePagesForNewcomers() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (String page : List.of("CONTRIBUTING", "CHANGELOG", "THIRD-PARTY")) {
            assertTrue(readme.contains("(.github/" + page + ".md)"), page);
        }
    }

    @Test
    void theMapOfPackagesIsWhatThePackagesSay() throws IOException {
        PackageMap map = PackageMap.read();
        Path wanted = Path.of("target/packages.md");
        Files.createDirectories(wanted.getParent());
        Files.writeString(wanted, map.markdown());
        assertFalse(map.packages().containsValue(""), map.packages().toString());
        assertEquals(map.markdown(), PackageMap.section(Files.readString(CONTRIBUTING)), "put target/packages.md there");
    }

    private static boolean exists(String pattern) throws IOException {
        if (!pattern.contains("*")) {
            return Files.exists(Path.of(pattern));
        }
        Path folder = Path.of(pattern).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            String name = Path.of(pattern).getFileName().toString().replace(".", "\\.").replace("*", ".*");
            return files.anyMatch(f -> f.getFileName().toString().matches(name));
        }
    }

    private static Set<String> quoted(Path page) throws IOException {
        Set<String> words = new TreeSet<>();
        Matcher quoted = QUOTED.matcher(Files.readString(page));
        while (quoted.find()) {
            words.add(quoted.group(1));
        }
        return words;
    }

    private static Stream<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/bench/java", "src/test/java")) {
            try (Stream<Path> walk = Files.walk(Path.of(root))) {
                walk.filter(f -> f.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files.stream();
    }
}
