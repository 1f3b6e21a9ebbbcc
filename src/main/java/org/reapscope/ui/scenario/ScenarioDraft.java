package org.reapscope.ui.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.file.TextFile;
import org.reapscope.base.json.JsonFileException;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioTree;
import org.reapscope.ui.edit.Draft;
import org.reapscope.ui.kit.Messages;

/** A scenario that is being written: its text, which a form and a person may change. On one thread. */
public final class ScenarioDraft {

    private static final int LARGEST = 4_000_000;
    private static final String NEW = """
            {
              "format": "reapscope-scenario-1",
              "title": "New scenario",
              "story": "",
              "processes": [
                {
                  "name": "victim",
                  "threads": 2,
                  "vmas": [
                    {
                      "name": "heap",
                      "kind": "anon",
                      "tables": 2
                    }
                  ]
                }
              ],
              "actors": [
                {
                  "name": "lmkd",
                  "does": [
                    "kill-and-reap"
                  ]
                }
              ],
              "properties": [
                "esrch-harmful"
              ]
            }
            """;

    /** What the reader of scenario files says of the text. */
    public sealed interface Reading {

        /** It can be stepped. */
        record Right(Scenario scenario) implements Reading {}

        /**
         * It cannot.
         *
         * @param line from 1; 0 where none can be named
         * @param place as in {@code processes[0].threads}; empty for the whole text
         * @param problem what is wrong and how to mend it
         */
        record Wrong(int line, String place, String problem) implements Reading {}
    }

    private final Draft<String> draft;
    private final String id;
    private final @Nullable Path folder;

    private ScenarioDraft(String id, String text, @Nullable Path file, @Nullable Path folder) {
        draft = new Draft<>(text, file, ScenarioFile::write, () -> Messages.text("undo.scenario"));
        this.id = id;
        this.folder = folder;
    }

    /** One process, its killer, in no file yet. */
    public static ScenarioDraft create() {
        return new ScenarioDraft("new-scenario", NEW, null, null);
    }

    /**
     * The scenario of a file.
     *
     * @param copy whether it is to be saved elsewhere, as a sample is
     */
    public static ScenarioDraft of(Path file, boolean copy) throws IOException {
        String name = String.valueOf(file.getFileName());
        return new ScenarioDraft(name.replaceFirst("\\.json$", ""), TextFile.read(file, name, LARGEST), copy ? null : file,
                file.toAbsolutePath().getParent());
    }

    /** The text with its file and its undo. */
    public Draft<String> draft() {
        return draft;
    }

    /** The name of its file without ending, or what that may be. */
    public String id() {
        Path file = draft.file().get();
        return file == null ? id : String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    }

    /** What a form shows; nothing while the text is no JSON, or has comments, which a form would lose. */
    public Optional<ScenarioTree> tree() {
        try {
            return Optional.of(ScenarioTree.of(draft.value().get()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Changes the text as a form does; does nothing while there is no tree. */
    public void edit(UnaryOperator<ScenarioTree> edit) {
        tree().ifPresent(tree -> draft.change(edit.apply(tree).text()));
    }

    /** Reads the text as the file would be read. */
    public Reading reading() {
        Path file = draft.file().get();
        try {
            return new Reading.Right(ScenarioFile.parse(id(), draft.value().get(), file == null ? folder : file.toAbsolutePath().getParent()));
        } catch (JsonFileException e) {
            return new Reading.Wrong(e.line(), e.field(), e.problem());
        } catch (IOException e) {
            return new Reading.Wrong(0, "", String.valueOf(e.getMessage()));
        }
    }
}
