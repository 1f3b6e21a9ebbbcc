package org.reapscope.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.reapscope.base.file.InputFile;

/** The samples that come with the program. */
public final class Samples {

    private Samples() {}

    /** The folder of samples: beside the program, or in the project while it is being worked on. */
    public static Path folder() {
        Path installed = Path.of(System.getProperty("reapscope.home", "."), "samples");
        return Files.isDirectory(installed) ? installed : Path.of("samples");
    }

    /** What is meant, if it is there, also out of a pipe; else the sample with that name: a scenario, else a capture, else a lesson. */
    public static Path named(Path given) throws IOException {
        if (InputFile.isStream(given)) {
            return InputFile.of(given);
        }
        Path scenario = folder().resolve("scenarios").resolve(given + ".json");
        Path capture = folder().resolve("captures").resolve(given + ".txt.gz");
        return Files.exists(given) ? given : Files.exists(scenario) ? scenario : Files.exists(capture) ? capture : lesson(given);
    }

    /** The names of all scenarios among the samples, as commands take them. */
    public static List<String> scenarios() {
        return Stream.concat(names("scenarios", "", "\\.json").stream(), names("scenarios/litmus", "litmus/", "\\.json").stream()).toList();
    }

    /** The names of all samples, as commands take them. */
    public static List<String> names() {
        return Stream.of(scenarios(), names("captures", "", "\\.txt\\.gz"), names("lessons", "", "\\.json")).flatMap(List::stream).toList();
    }

    private static List<String> names(String folder, String prefix, String ending) {
        return in(folder, ".*" + ending).stream().map(f -> prefix + f.getFileName().toString().replaceFirst(ending + "$", "")).toList();
    }

    /** The lesson that is meant: the file if it is there, else the sample with that name. */
    public static Path lesson(Path given) throws IOException {
        if (InputFile.isStream(given)) {
            return InputFile.of(given);
        }
        Path sample = folder().resolve("lessons").resolve(given + ".json");
        return !Files.exists(given) && Files.exists(sample) ? sample : given;
    }

    /** All scenarios, lessons and captures among the samples, by name; none if the folder is missing. */
    public static List<Path> all() {
        return Stream.of(in("scenarios", ".*\\.json"), in("scenarios/litmus", ".*\\.json"), in("lessons", ".*\\.json"), in("captures", ".*\\.txt(\\.gz)?"))
                .flatMap(List::stream).toList();
    }

    private static List<Path> in(String name, String pattern) {
        try (Stream<Path> files = Files.list(folder().resolve(name))) {
            return files.filter(f -> f.getFileName().toString().matches(pattern)).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** What opens when nothing is named. */
    public static Optional<Path> first() {
        return Optional.of(folder().resolve("captures/lmkd-smaps.txt.gz")).filter(Files::exists);
    }
}
