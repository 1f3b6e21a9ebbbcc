package org.reapscope.app.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.base.file.Untrusted;

/** Files that campaigns found faults with, cut to the least that shows them; each is named by its kind and its fault. */
final class FuzzedFilesTest {

    private static final Path FILES = Path.of("src/test/resources/fuzz");

    @TempDir
    private Path folder;

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachIsReadOrRefusedInOneClearLine_andAllItsLinesAreAccountedFor(Path file) throws Exception {
        Trial trial = new Trial(Files.createDirectory(folder.resolve("trial")), e -> Untrusted.shown(String.valueOf(e.getMessage())));
        TrialOutcome outcome = trial.of(kind(file.getFileName().toString()), Files.readAllBytes(file));
        assertNotEquals(TrialOutcome.Result.FAULT, outcome.result(), outcome::message);
    }

    @Test
    void eachIsSmall() throws IOException {
        for (Path file : files()) {
            assertTrue(Files.size(file) < 4096, file::toString);
        }
    }

    /** The kind whose name is the longest that the file's begins with. */
    private Kind kind(String name) throws IOException {
        return Kinds.all(Path.of("samples").toAbsolutePath(), folder).stream().filter(kind -> name.startsWith(kind.id() + "-"))
                .max(Comparator.comparingInt(kind -> kind.id().length())).orElseThrow();
    }
}
