package org.reapscope.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.reapscope.base.file.InputFile;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;

/**
 * Where the files are that a lesson names: beside the lesson, or among the samples.
 *
 * @param folder the folder of the lesson's file
 * @param samples the folder of samples that comes with the program
 */
public record Library(Path folder, Path samples) {

    /** The library for a lesson's file. */
    public static Library of(Path lessonFile, Path samples) {
        Path folder = InputFile.folder(lessonFile);
        return new Library(folder == null ? samples : folder, samples);
    }

    /** A scenario's file. */
    public Path scenario(String name) {
        return find(name, "scenarios", ".json");
    }

    /** A capture's file. */
    public Path capture(String name) {
        return find(name, "captures", ".txt.gz");
    }

    /**
     * The scenario of an exhibit, with its kernel and patches.
     *
     * @throws LessonException if it is not there, or patches do not fit
     */
    public Scenario scenario(LessonExhibit.Run run) {
        return scenario(run.scenario(), run.profile(), run.patches());
    }

    /** A scenario by name, on a kernel (empty for its own) with patches. */
    public Scenario scenario(String name, String profile, List<String> patches) {
        try {
            Scenario scenario = ScenarioFile.read(scenario(name));
            scenario = profile.isEmpty() ? scenario : scenario.on(Profile.of(profile));
            return patches.isEmpty() ? scenario
                    : scenario.patched(KernelPatches.parse(String.join(",", patches)).stream().map(KernelPatch::id).toList());
        } catch (IOException | ModelException e) {
            throw new LessonException(String.valueOf(e.getMessage()));
        }
    }

    private Path find(String name, String kind, String ending) {
        try {
            for (Path candidate : List.of(folder.resolve(name), samples.resolve(kind).resolve(name + ending), samples.resolve(kind).resolve(name))) {
                if (Files.isRegularFile(candidate)) {
                    return candidate;
                }
            }
        } catch (InvalidPathException e) {
            throw new LessonException("'" + e.getInput() + "' cannot be the name of a file; check it");
        }
        throw new LessonException("'" + name + "' is neither a file beside the lesson nor one of the sample " + kind
                + "; check the name");
    }
}
