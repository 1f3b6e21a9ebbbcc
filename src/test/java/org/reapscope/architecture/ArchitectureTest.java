package org.reapscope.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the arrows between packages: each may use only those above it in {@link #LAYERS}. */
final class ArchitectureTest {

    private static final List<String> LAYERS = List.of("base", "trace", "kernel", "scenario", "run", "explore",
            "analysis", "picture", "export", "lesson", "document", "ui", "app");

    /** The way to a file. */
    private static final Set<String> THE_DOOR = Set.of("base.file.Beside", "base.file.Hold", "base.file.OpenEnd");
    /** These write files in the system's folder for temporary ones, and take them away. */
    private static final Set<String> TEMPORARY = Set.of("trace.format.Spool", "trace.format.LoadBenchmark",
            "app.cli.BenchCommand", "app.cli.SpinRun", "app.fuzz.FuzzCampaign", "app.fuzz.Kinds", "app.fuzz.SnapshotKind", "app.fuzz.Trial",
            "base.file.InputFile");
    /** These write to standard output and standard error, or open files to read them. */
    private static final Set<String> NO_NAMES = Set.of("app.Launcher", "app.cli.TerminalWatch", "trace.format.PlainCaptureFile");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.reapscope");

    @Test
    void packagesUseOnlyThoseAboveThem() {
        for (int i = 0; i < LAYERS.size(); i++) {
            for (String below : LAYERS.subList(i + 1, LAYERS.size())) {
                noClasses().that(inLayer(LAYERS.get(i))).should().dependOnClassesThat(inLayer(below)).check(CLASSES);
            }
        }
        assertEquals(List.of(), CLASSES.stream().map(ArchitectureTest::layer).distinct().filter(layer -> !LAYERS.contains(layer)).toList());
    }

    @Test
    void packagesFormNoCycle_onAnyLevel() {
        slices().matching("org.reapscope.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyNameStandsForOneThing() {
        Map<String, List<String>> named = CLASSES.stream().filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, TreeMap::new, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        named.values().removeIf(names -> names.size() == 1);
        assertEquals(Map.of(), named);
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        noClasses().that().resideOutsideOfPackages("org.reapscope.ui..", "org.reapscope.app.window..", "org.reapscope.app.picture..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "org.controlsfx..")
                .check(CLASSES);
    }

    @Test
    void modelsOfPanesKnowNoScene() {
        noClasses().that().resideInAPackage("org.reapscope.ui..").and().haveSimpleNameEndingWith("Model")
                .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..",
                        "javafx.application..", "javafx.fxml..", "javafx.animation..", "org.controlsfx..")
                .check(CLASSES);
    }

    @Test
    void commandsKnowNoPanes() {
        noClasses().that().resideInAPackage("org.reapscope.app.cli..").should().dependOnClassesThat().resideInAPackage("org.reapscope.ui..")
                .check(CLASSES);
    }

    @Test
    void nobodyUsesAwtOrSwing() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..").check(CLASSES);
    }

    @Test
    void onlyTheProgramItselfPrints() {
        noClasses().that().resideOutsideOfPackage("org.reapscope.app..")
                .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void everyFileIsWrittenThroughOneDoor() {
        Set<String> writers = CLASSES.stream().filter(c -> c.getAccessesFromSelf().stream().anyMatch(ArchitectureTest::writes))
                .map(c -> c.getName().replaceFirst("\\$.*", "").replaceFirst("org\\.reapscope\\.", "")).collect(Collectors.toCollection(TreeSet::new));
        writers.removeAll(THE_DOOR);
        writers.removeAll(TEMPORARY);
        writers.removeAll(NO_NAMES);
        assertEquals(Set.of(), writers, "use OutputFile for what somebody asks for, AtomicFile for what the program keeps");
    }

    private static boolean writes(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.isEquivalentTo(Files.class) && List.of("write", "writeString", "newOutputStream", "newBufferedWriter", "newByteChannel",
                        "copy", "createFile", "createTempFile", "createLink", "createSymbolicLink").contains(access.getName())
                || owner.isEquivalentTo(FileOutputStream.class) || owner.isEquivalentTo(FileWriter.class) || owner.isEquivalentTo(RandomAccessFile.class)
                || owner.isEquivalentTo(FileChannel.class) && access.getName().equals("open");
    }

    @Test
    void whatSomebodyAsksForIsHeldAgainstWhatIsRead() {
        noClasses().that().resideInAnyPackage("org.reapscope.app..", "org.reapscope.ui..").and().doNotHaveSimpleName("WithoutDisplay")
                .should().dependOnClassesThat().haveSimpleName("AtomicFile").check(CLASSES);
    }

    @Test
    void theEngineDependsOnNoClockAndNoChance() {
        noClasses().that().resideInAnyPackage("org.reapscope.kernel..", "org.reapscope.scenario..",
                        "org.reapscope.run..", "org.reapscope.explore..", "org.reapscope.analysis..").and().haveSimpleNameNotEndingWith("Benchmark")
                .should().callMethod(System.class, "currentTimeMillis").orShould().callMethod(Math.class, "random")
                .orShould().dependOnClassesThat().areAssignableTo(java.util.Random.class)
                .check(CLASSES);
    }

    @Test
    void threadsAreStartedByJobsAndTheWindowAlone() {
        noClasses().that().resideOutsideOfPackages("org.reapscope.base.job..", "org.reapscope.ui..", "org.reapscope.app..")
                .should().dependOnClassesThat().areAssignableTo(Thread.class)
                .orShould().dependOnClassesThat().areAssignableTo(java.util.concurrent.Executors.class)
                .check(CLASSES);
    }

    @Test
    void theWindowHasOneDoorBetweenItsThreadAndOthers() {
        Set<String> doors = CLASSES.stream().filter(c -> c.getPackageName().startsWith("org.reapscope.ui") || c.getPackageName().startsWith("org.reapscope.app.window"))
                .filter(c -> c.getAccessesFromSelf().stream().anyMatch(ArchitectureTest::crossesThreads))
                .map(c -> c.getName().substring("org.reapscope.".length()).replaceAll("\\$.*", "")).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("ui.job.FxThreads"), doors);
    }

    @Test
    void kernelPathsAndPatchesAreFinal() {
        classes().that().resideInAnyPackage("org.reapscope.kernel.path", "org.reapscope.kernel.patch")
                .and().areTopLevelClasses().and().areNotInterfaces().and().haveSimpleNameNotEndingWith("package-info")
                .should().haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
    }

    @Test
    void aRuleKnownToBeFalseFails() {
        assertThrows(AssertionError.class, () -> noClasses().should().dependOnClassesThat()
                .resideInAPackage("java.lang..").check(CLASSES));
    }

    /** Whether it makes a thread, or puts work on another. */
    private static boolean crossesThreads(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        boolean thread = owner.isAssignableTo(Thread.class) && !Set.of("currentThread", "interrupt", "sleep").contains(name);
        boolean pool = owner.isEquivalentTo(java.util.concurrent.Executors.class) || owner.isEquivalentTo(java.util.concurrent.ForkJoinPool.class)
                || owner.isEquivalentTo(java.util.Timer.class) || owner.isEquivalentTo(java.util.concurrent.CompletableFuture.class) && name.endsWith("Async");
        return thread || pool || owner.getFullName().equals("javafx.application.Platform") && name.equals("runLater");
    }

    private static DescribedPredicate<JavaClass> inLayer(String layer) {
        return JavaClass.Predicates.resideInAPackage("org.reapscope." + layer + "..").as("in " + layer);
    }

    /** The first word behind the project's own name. */
    private static String layer(JavaClass of) {
        return of.getPackageName().split("\\.")[2];
    }
}
