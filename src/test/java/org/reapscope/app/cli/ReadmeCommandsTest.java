package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The README's list of commands is that of the program. */
final class ReadmeCommandsTest {

    private static final Pattern CALL = Pattern.compile("bin/reapscope \\[?([a-z][a-z-]*)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-zA-Z][\\w-]*");

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static String list() throws IOException {
        String readme = readme();
        int start = readme.indexOf("## Command line");
        return readme.substring(start, readme.indexOf("\n\n", readme.indexOf("    bin/reapscope", start)));
    }

    @Test
    void everyCommandIsListed_andEveryOptionThere() throws IOException {
        Map<String, CommandLine> commands = new TreeMap<>(ReapscopeCommand.commandLine().getSubcommands());
        commands.remove("help");
        Set<String> listed = new TreeSet<>();
        for (String line : list().lines().filter(l -> l.contains("bin/reapscope")).toList()) {
            Matcher call = CALL.matcher(line);
            assertTrue(call.find(), line);
            listed.add(call.group(1));
            CommandLine command = Objects.requireNonNull(commands.get(call.group(1)), line);
            Matcher option = OPTION.matcher(line.substring(call.end()));
            while (option.find()) {
                assertTrue(command.getCommandSpec().optionsMap().containsKey(option.group()), call.group(1) + " " + option.group());
            }
        }
        assertEquals(commands.keySet(), listed);
    }

    @Test
    void everyCallInTheReadmeIsOfACommandThereIs() throws IOException {
        Set<String> unknown = new TreeSet<>();
        Matcher call = CALL.matcher(readme());
        while (call.find()) {
            unknown.add(call.group(1));
        }
        unknown.removeAll(ReapscopeCommand.commandLine().getSubcommands().keySet());
        assertEquals(Set.of(), unknown);
    }
}
