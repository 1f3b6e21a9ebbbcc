package org.reapscope.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The manual page of the program, worked out from its commands: what {@code --help} says, in the language of {@code man}. */
final class ManPage {

    private static final String BLANKS = "\\s*\\R\\s*";

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    /** The page of a command and of all commands in it. */
    static String of(CommandLine program) {
        ManPage man = new ManPage();
        CommandSpec spec = program.getCommandSpec();
        String name = spec.name();
        man.line(".TH " + name.toUpperCase(java.util.Locale.ROOT) + " 1 \"\" \"" + spec.version()[0] + "\" \"User Commands\"");
        man.head("NAME");
        man.text(name + " - steps through, records and explains how Linux tears down a killed process");
        man.head("SYNOPSIS");
        man.line(".B " + name);
        man.text("[COMMAND [ARGUMENT...]]");
        man.head("DESCRIPTION");
        man.text(description(spec.usageMessage()));
        man.head("COMMANDS");
        for (CommandLine command : new LinkedHashSet<>(program.getSubcommands().values())) {
            man.command(command);
        }
        man.head("EXIT STATUS");
        spec.usageMessage().exitCodeList().forEach((status, meaning) -> man.item(status, meaning));
        man.head("ENVIRONMENT");
        man.item("REAPSCOPE_JAVA_OPTS", "Passed to the Java virtual machine, as in -Xmx8g.");
        return man.page.toString();
    }

    private void command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        line(".SS " + quoted(command.getHelp().synopsis(0).replaceAll(BLANKS, " ").strip()));
        text(description(spec.usageMessage()));
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            item(parameter.paramLabel(), String.join(" ", parameter.description()));
        }
        for (OptionSpec option : spec.options()) {
            if (!option.hidden() && !option.usageHelp() && !option.versionHelp()) {
                item(String.join(", ", option.names()) + (option.arity().max() == 0 ? "" : " " + option.paramLabel()),
                        String.join(" ", described(option, command.getHelp())));
            }
        }
        for (CommandLine inner : new LinkedHashSet<>(command.getSubcommands().values())) {
            command(inner);
        }
    }

    /** With what stands for values and defaults filled in, as the help has it. */
    private static List<String> described(OptionSpec option, Help help) {
        List<String> lines = new ArrayList<>();
        for (Help.Ansi.Text[] row : help.createDefaultOptionRenderer().render(option, help.parameterLabelRenderer(),
                Help.defaultColorScheme(Help.Ansi.OFF))) {
            String line = row[row.length - 1].plainString().strip();
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String description(UsageMessageSpec usage) {
        return String.join(" ", usage.description());
    }

    private void head(String title) {
        line(".SH " + quoted(title));
    }

    private void item(String name, String meaning) {
        line(".TP");
        line(".B " + quoted(name));
        text(meaning);
    }

    private void text(String text) {
        line(quoted(text.replaceAll(BLANKS, " ").strip()));
    }

    /** Text of which nothing is a command of man's. */
    private static String quoted(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }

    private void line(String line) {
        page.append(line).append('\n');
    }
}
