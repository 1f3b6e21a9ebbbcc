package org.reapscope.base.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.trace.format.TraceFormat;

final class RegistryTest {

    private static final String PACKAGE = "org.reapscope.trace.format";
    private static final Path CLASSES = Path.of("target/classes");

    @TempDir
    private Path folder;

    @Test
    void fromAJar_thingsAreFoundAsFromAFolder() throws IOException {
        Path jar = folder.resolve("a.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar)); var files = Files.list(CLASSES.resolve(PACKAGE.replace('.', '/')))) {
            for (Path file : files.toList()) {
                zip.putNextEntry(new ZipEntry(CLASSES.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        List<String> inFolder = Registry.instances(TraceFormat.class, PACKAGE, CLASSES).stream().map(TraceFormat::id).toList();
        assertEquals(inFolder, Registry.instances(TraceFormat.class, PACKAGE, jar).stream().map(TraceFormat::id).toList());
        assertEquals(List.of("ftrace", "perf-script", "systrace-html", "trace-cmd"), inFolder);
    }

    @Test
    void aPackageThatIsNotThere_isAnError() {
        assertThrows(UncheckedIOException.class, () -> Registry.instances(TraceFormat.class, "no.such", CLASSES));
    }

    @Test
    void aPackageWithoutTheKind_hasNone() {
        assertTrue(Registry.instances(TraceFormat.class, "org.reapscope.base.registry").isEmpty());
    }
}
