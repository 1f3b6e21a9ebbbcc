package org.reapscope.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packages and the first sentence that each says of itself.
 *
 * @param packages by name without the project's own, as in {@code trace.lane}
 */
record PackageMap(Map<String, String> packages) {

    private static final Path SOURCES = Path.of("src/main/java/org/reapscope");
    private static final Pattern DOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("<!-- packages:[^\n]*-->\n(.*)<!-- end of packages -->", Pattern.DOTALL);
    private static final List<String> LAYERS = List.of("base", "trace", "kernel", "scenario", "run", "explore", "analysis", "picture", "export",
            "lesson", "document", "ui", "app");

    static PackageMap read() throws IOException {
        Map<String, String> packages = new TreeMap<>((a, b) -> {
            int layers = Integer.compare(LAYERS.indexOf(a.split("\\.")[0]), LAYERS.indexOf(b.split("\\.")[0]));
            return layers != 0 ? layers : a.compareTo(b);
        });
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            for (Path info : walk.filter(f -> f.endsWith("package-info.java")).toList()) {
                packages.put(SOURCES.relativize(info.getParent()).toString().replaceAll("[/\\\\]", "."), sentence(Files.readString(info)));
            }
        }
        return new PackageMap(packages);
    }

    /** The first sentence of what is written over a package, as Markdown. */
    private static String sentence(String info) {
        Matcher doc = DOC.matcher(info);
        if (!doc.find()) {
            return "";
        }
        String text = doc.group(1).replaceAll("(?m)^\\s*\\* ?", "").replaceAll("\\s+", " ").strip()
                .replaceAll("\\{@link [\\w.]*?(\\w+)(#\\w+)?}", "`$1`").replaceAll("\\{@code ([^}]*)}", "`$1`");
        Matcher sentence = Pattern.compile("(.*?\\.)( |$)").matcher(text);
        return sentence.find() ? sentence.group(1) : text;
    }

    /** A table, a line for each package. */
    String markdown() {
        StringBuilder table = new StringBuilder("\n| package | is |\n|---|---|\n");
        packages.forEach((name, what) -> table.append("| `").append(name).append("` | ").append(what.replace("|", "\\|")).append(" |\n"));
        return table.append('\n').toString();
    }

    /** The same, as it stands in a page. */
    static String section(String page) {
        Matcher section = SECTION.matcher(page.replace("\r", ""));
        return section.find() ? section.group(1) : "";
    }
}
