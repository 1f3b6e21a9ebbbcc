package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What is typed wrongly is refused in one line that says what to type. */
final class WrongWordsTest {

    /** Any number will do for these. */
    private static final Set<String> UNBOUNDED = Set.of("--seed", "--quiz", "--at");

    private static void refused(String line, String... args) {
        CommandRun run = CommandRun.of(args);
        assertEquals(2, run.status(), run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(line), run.err());
    }

    @Test
    void sizesAreAtLeastOne_andNumbersOfStepsNotNegative() {
        refused("'--threads': expected a whole number, 1 or more, found '0'", "explore", "kill-then-mrelease", "--threads", "0");
        refused("'--tables': expected a whole number, 1 or more, found '-1'", "compare", "kill-then-mrelease", "--tables", "-1");
        refused("'--readers': expected a whole number, 1 or more, found 'two'", "step", "kill-then-mrelease", "--readers", "two");
        refused("'--to': expected a whole number, 0 or more, found '-1'", "step", "kill-then-mrelease", "--to", "-1");
        refused("'--to': expected a whole number, 0 or more, found '-1'", "render", "kill-then-mrelease", "-o", "x.png", "--to", "-1");
        refused("'--memory': expected a whole number, 1 or more, found '0'", "explore", "kill-then-mrelease", "--memory", "0");
        refused("--size 000x000: expected pixels from 100x100", "render", "kill-then-mrelease", "-o", "x.png", "--size", "000x000");
    }

    @Test
    void everyNumberOfEveryCommandIsBounded() {
        List<String> asked = new ArrayList<>();
        for (CommandLine command : all(ReapscopeCommand.commandLine())) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (Set.of(int.class, long.class, Integer.class, Long.class).contains(option.type()) && !UNBOUNDED.contains(option.longestName())) {
                    ParameterException e = assertThrows(ParameterException.class, () -> command.parseArgs(option.longestName(), "-1"),
                            command.getCommandName() + " " + option.longestName());
                    assertTrue(String.valueOf(e.getMessage()).contains("expected a whole number"), e.getMessage());
                    asked.add(option.longestName());
                }
            }
        }
        assertTrue(asked.size() > 25, asked.toString());
    }

    private static List<CommandLine> all(CommandLine command) {
        return Stream.concat(Stream.of(command), new LinkedHashSet<>(command.getSubcommands().values()).stream().flatMap(c -> all(c).stream())).toList();
    }

    @Test
    void whatIsNoScenarioIsNamed_withWhatToDo() {
        refused("lmkd-smaps.txt.gz: this is a capture: what a kernel did once, not a scenario; see it with analyze, diagram or open", "explore", "lmkd-smaps");
        refused("this is a copy of /proc/PID/maps or smaps, not a scenario", "step", "samples/captures/big-smaps.maps");
        refused("this is a lesson; name it to the command lesson", "compare", "01-threads-and-locks");
        refused("this is a scenario, not a capture", "analyze", "kill-then-mrelease");
    }

    @Test
    void aSlipOfTheFingersIsUnderstood() {
        refused("there is no command explor; did you mean explore?", "explor", "kill-then-mrelease");
        refused("there is no option --thread; did you mean --threads?", "explore", "kill-then-mrelease", "--thread", "2");
        refused("kill-then-mreleas: no such file; did you mean the sample kill-then-mrelease?", "explore", "kill-then-mreleas");
        refused("lmkd-smap: no such file; did you mean the sample lmkd-smaps?", "analyze", "lmkd-smap");
        refused("no patch is called 'V3'; did you mean v3? There are b,", "explore", "kill-then-mrelease", "--patches", "V3");
        refused("did you mean esrch?", "explore", "kill-then-mrelease", "--property", "esrhc");
    }

    @Test
    void aWordThatIsNothingNearIsNotGuessedAt() {
        refused("there is no command frobnicate; there are open, analyze", "frobnicate");
        refused("there is no command lmkd-smaps; to see it: reapscope open lmkd-smaps", "lmkd-smaps");
        refused("no patch is called 'x'; there are b,", "explore", "kill-then-mrelease", "--patches", "x");
        refused("nosuch: no such file; check the path", "explore", "nosuch");
    }
}
