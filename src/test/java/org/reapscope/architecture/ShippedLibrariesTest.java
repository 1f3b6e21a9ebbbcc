package org.reapscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;

/** The list of licences names all that is shipped, in the version that is shipped, and nothing else. */
final class ShippedLibrariesTest {

    private static final Pattern ROW = Pattern.compile("\\| `([\\w-]+)` \\| ([\\d.]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);

    /** A library as the list has it. */
    private record Row(String version, String licence, String text) {}

    private static Map<String, Row> listed() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of(".github/THIRD-PARTY.md")));
        while (row.find()) {
            rows.put(row.group(1), new Row(row.group(2), row.group(3), row.group(4)));
        }
        return rows;
    }

    @Test
    void whatTheBuildAsksForIsListed_inThatVersion() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        Map<String, Row> listed = listed();
        Matcher dependency = DEPENDENCY.matcher(pom.substring(0, pom.indexOf("<build>")));
        int shipped = 0;
        while (dependency.find()) {
            if (!dependency.group(1).contains("<scope>test</scope>")) {
                String artifact = tag("artifactId", dependency.group(1));
                String version = tag("version", dependency.group(1));
                version = version.startsWith("${") ? tag(version.substring(2, version.length() - 1), pom) : version;
                assertTrue(listed.containsKey(artifact), artifact + " is shipped and not listed");
                assertEquals(version, listed.get(artifact).version(), artifact);
                shipped++;
            }
        }
        assertEquals(10, shipped, "direct dependencies that are shipped; list what a new one brings with it");
    }

    @Test
    void whatIsListedIsOnTheClassPath_andHoldsTheTextsThatAreNamed() throws IOException {
        List<Path> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(p -> p.endsWith(".jar")).map(Path::of).toList();
        for (Map.Entry<String, Row> row : listed().entrySet()) {
            Path jar = jars.stream().filter(p -> p.getFileName().toString().equals(row.getKey() + "-" + row.getValue().version() + ".jar")).findFirst()
                    .orElseThrow(() -> new AssertionError(row + " is listed and not on the class path"));
            Matcher text = Pattern.compile("`([^`]+)`").matcher(row.getValue().text());
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                while (text.find()) {
                    assertTrue(zip.getEntry(text.group(1)) != null, jar + " has no " + text.group(1));
                }
            }
        }
    }

    @Test
    void everyTypefaceAmongTheResourcesIsListed_withATextThatIsThere() throws IOException {
        Path folder = Path.of("src/main/resources/org/reapscope/export/pdf");
        Set<String> listed = new TreeSet<>();
        Matcher row = Pattern.compile("\\| `([\\w-]+\\.ttf)` \\| [^|]+ \\| `([^`]+)` \\|").matcher(Files.readString(Path.of(".github/THIRD-PARTY.md")));
        while (row.find()) {
            listed.add(row.group(1));
            assertTrue(Files.readString(folder.resolve(row.group(2))).contains(row.group(1)), row.group());
        }
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            assertEquals(listed, files.map(f -> f.getFileName().toString()).filter(n -> n.matches(".*\\.(ttf|otf)")).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void whatWasBuiltHoldsTheseAndNoOthers() throws IOException {
        Path lib = Path.of("target/reapscope/lib");
        assumeTrue(Files.isDirectory(lib), "the program is put together after the tests; the class path of the tests is asked above");
        Set<String> built = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(lib)) {
            walk.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".jar") && !n.startsWith("reapscope-"))
                    .map(n -> n.replaceFirst("-(linux|win|mac)(-\\w+)?\\.jar$|\\.jar$", "")).forEach(built::add);
        }
        assertEquals(listed().entrySet().stream().map(e -> e.getKey() + "-" + e.getValue().version()).collect(Collectors.toCollection(TreeSet::new)), built);
    }

    private static String tag(String name, String xml) {
        Matcher tag = Pattern.compile("<" + Pattern.quote(name) + ">([^<]*)<").matcher(xml);
        assertTrue(tag.find(), name);
        return tag.group(1);
    }
}
