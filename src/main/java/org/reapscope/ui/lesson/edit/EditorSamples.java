package org.reapscope.ui.lesson.edit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.reapscope.lesson.LessonExhibit;

/** What the form is told about the rest of the program. */
public interface EditorSamples {

    /** The folder of samples. */
    Path folder();

    /** Files that are open and are no lessons: none is saved over them. */
    List<Path> notToWrite();

    /** Names of the scenarios among the samples. */
    List<String> scenarios();

    /** Names of the captures among the samples. */
    List<String> captures();

    /** Where the run stands that was in front last, if there is one. */
    Optional<LessonExhibit.Run> runInFront();
}
