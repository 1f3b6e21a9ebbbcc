package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build puts beside the program. */
final class HelpFilesTest {

    @TempDir
    private Path folder;

    @Test
    void everyCommandIsInTheManual_withItsOptions() throws Exception {
        HelpFiles.write(folder);
        String manual = Files.readString(folder.resolve(HelpFiles.MANUAL));
        for (String verb : ReapscopeCommand.commandLine().getSubcommands().keySet()) {
            assertTrue(manual.contains("\n.SS reapscope " + verb.replace("-", "\\-")), verb);
        }
        assertTrue(manual.contains(".B \\-\\-preemptions K\nOnly schedules with at most K preemptions"), manual);
        assertFalse(manual.contains("${"), "what stands for a value is filled in");
        assertFalse(manual.lines().anyMatch(String::isEmpty), "man wants no empty lines");
    }

    @Test
    void theSameProgramMakesTheSameFiles() throws Exception {
        HelpFiles.write(folder.resolve("a"));
        HelpFiles.write(folder.resolve("b"));
        for (Path file : List.of(HelpFiles.COMPLETION, HelpFiles.MANUAL)) {
            assertEquals(-1, Files.mismatch(folder.resolve("a").resolve(file), folder.resolve("b").resolve(file)));
        }
        assertFalse(HelpFiles.completion().contains("Date:"));
    }

    @Test
    void theShellCompletesCommandsOptionsAndNames() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "completion is bash's, which is not installed");
        HelpFiles.write(folder);
        assertEquals(List.of("explore"), completed("reapscope", "expl"));
        assertTrue(completed("reapscope", "explore", "--pre").contains("--preemptions"));
        assertTrue(completed("reapscope", "explore", "x", "--property", "pinned").contains("pinned-teardown"));
        assertTrue(completed("reapscope", "step", "kill-th").contains("kill-then-mrelease"));
        assertTrue(completed("reapscope", "compare", "x", "--profiles", "6.").contains("6.18"));
    }

    private List<String> completed(String... words) throws Exception {
        String script = "source " + folder.resolve(HelpFiles.COMPLETION) + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + (words.length - 1) + "; COMP_LINE='" + String.join(" ", words) + "'; COMP_POINT=${#COMP_LINE}; _complete_reapscope; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("/bin/bash", "-c", script).redirectErrorStream(true).start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return out.lines().map(String::strip).toList();
    }
}
