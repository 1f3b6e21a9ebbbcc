package org.reapscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Every class is reached from where the program is entered; what only tests use belongs to the tests. */
final class UnusedClassesTest {

    /** Started by name: the program, and what the build calls for completion and manual page. */
    private static final Set<String> ENTRIES = Set.of("org.reapscope.app.Launcher", "org.reapscope.app.cli.HelpFiles");

    /** Found by the registry, each kind in its package. */
    private static final Map<String, String> REGISTERED = Map.of("org.reapscope.analysis.detector", "org.reapscope.analysis.Detector",
            "org.reapscope.trace.format", "org.reapscope.trace.format.TraceFormat", "org.reapscope.kernel.path", "org.reapscope.kernel.KernelPath",
            "org.reapscope.kernel.patch", "org.reapscope.kernel.KernelPatch", "org.reapscope.export.format", "org.reapscope.export.Exporter");

    /** Used although no class file says so, each with the reason. Keep it short. */
    private static final Map<String, String> EXCEPTIONS = Map.of();

    private static final Pattern NAMED_IN_FXML = Pattern.compile("org\\.reapscope\\.[\\w.]+");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains(String.valueOf(UnusedClassesTest.class.getProtectionDomain().getCodeSource().getLocation())))
            .importPackages("org.reapscope");

    @Test
    void noClassIsWithoutUser() throws IOException {
        Set<String> unused = new TreeSet<>();
        Set<String> reached = reached();
        CLASSES.stream().filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info")).map(JavaClass::getName)
                .filter(name -> !reached.contains(name) && !EXCEPTIONS.containsKey(name)).forEach(unused::add);
        assertEquals(Set.of(), unused, "nothing that starts from " + ENTRIES + " comes to these");
        assertTrue(reached.size() > 500, "reached " + reached.size());
    }

    @Test
    void everyExceptionIsOne() throws IOException {
        Set<String> reached = reached();
        assertEquals(List.of(), EXCEPTIONS.keySet().stream().filter(name -> reached.contains(name) || !CLASSES.contain(name)).toList());
    }

    private static Set<String> reached() throws IOException {
        Map<String, List<JavaClass>> nested = new HashMap<>();
        CLASSES.forEach(c -> nested.computeIfAbsent(top(c.getName()), _ -> new ArrayList<>()).add(c));
        Deque<String> open = new ArrayDeque<>(ENTRIES);
        open.addAll(namedInFxml());
        CLASSES.stream().filter(c -> REGISTERED.containsKey(c.getPackageName()) && c.isAssignableTo(REGISTERED.get(c.getPackageName())))
                .forEach(c -> open.add(top(c.getName())));
        Set<String> reached = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (JavaClass part : nested.getOrDefault(open.poll(), List.of())) {
                for (Dependency dependency : part.getDirectDependenciesFromSelf()) {
                    String target = top(dependency.getTargetClass().getBaseComponentType().getName());
                    if (reached.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
        return reached;
    }

    private static Set<String> namedInFxml() throws IOException {
        Set<String> named = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("fxml"))) {
            for (Path file : files.toList()) {
                Matcher name = NAMED_IN_FXML.matcher(Files.readString(file));
                while (name.find()) {
                    named.add(name.group());
                }
            }
        }
        return named;
    }

    private static String top(String name) {
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }
}
