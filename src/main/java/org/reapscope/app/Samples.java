package org.reapscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The samples that come with the program. */
final class Samples {

    private Samples() {}

    /** The folder of samples: beside the program, or in the project while it is being worked on. */
    static Path folder() {
        Path installed = Path.of(System.getProperty("reapscope.home", "."), "samples");
        return Files.isDirectory(installed) ? installed : Path.of("samples");
    }

    /** What opens when nothing is named. */
    static Optional<Path> first() {
        return Optional.of(folder().resolve("captures/lmkd-smaps.txt.gz")).filter(Files::exists);
    }
}
