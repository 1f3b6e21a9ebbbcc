package org.reapscope.app.cli;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.reapscope.base.words.Spelling;
import org.reapscope.document.Samples;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line's root. Exit status: 0 done, 1 the property asked for fails or the capture does not conform, 2 the
 * input is wrong or the output cannot be written.
 */
@Command(
        name = "reapscope",
        version = "Reapscope 0.1.0",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows how Linux tears down a killed process. Without a command the window opens on the first sample.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:the property asked for fails, or the capture does not conform", "2:the input is wrong, or the output cannot be written"},
        subcommands = {OpenCommand.class, AnalyzeCommand.class, ConvertCommand.class, DiagramCommand.class, RenderCommand.class, StepCommand.class, ExploreCommand.class, CompareCommand.class, PromelaCommand.class, BenchCommand.class, LessonCommand.class, ScenariosCommand.class, PatchesCommand.class, KernelCommand.class, PropertiesCommand.class, RecordScriptCommand.class, HelpCommand.class})
public final class ReapscopeCommand implements Callable<Integer> {

    /** The answer is no: the property asked for fails, or the capture does not conform. */
    static final int NOT_SO = 1;

    /** The property asked for fails, or the capture does not conform. */
    static final int FAILS = 1;

    /** The input is wrong, or something that it needs is not there, or the output cannot be written. */
    static final int WRONG_INPUT = 2;

    /** Runs a command that prints to these streams; they stay open. */
    public static int run(OutputStream out, OutputStream err, String... args) {
        try (Terminal terminal = Terminal.over(out, err)) {
            return terminal.status(executed(terminal, args));
        }
    }

    /** The commands, before anybody has typed one. */
    static CommandLine commandLine() {
        return new CommandLine(new ReapscopeCommand()).setExpandAtFiles(false).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int executed(Terminal terminal, String... args) {
        try {
            return commandLine()
                    .setParameterExceptionHandler(ReapscopeCommand::sayHowToMend)
                    .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                        System.err.println("reapscope: " + Complaint.of(e));
                        return WRONG_INPUT;
                    })
                    .setOut(terminal.ownWords())
                    .execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            System.err.println("reapscope: " + Complaint.of(e));
            return WRONG_INPUT;
        }
    }

    @Override
    public Integer call() throws Exception {
        return new OpenCommand().call();
    }

    /** What to say of a word that is no command, no option or one too many. */
    private static String unknown(UnmatchedArgumentException e) {
        CommandLine command = e.getCommandLine();
        String word = e.getUnmatched().getFirst();
        if (word.startsWith("-")) {
            return "there is no option " + word + Spelling.hint(word, command.getCommandSpec().optionsMap().keySet());
        }
        if (command.getSubcommands().isEmpty()) {
            return String.valueOf(e.getMessage());
        }
        String hint = Spelling.hint(word, command.getSubcommands().keySet());
        return "there is no command " + word + (!hint.isEmpty() ? hint : Files.exists(Path.of(word)) || Samples.names().contains(word)
                ? "; to see it: " + command.getCommandName() + " open " + word : "; there are " + String.join(", ", command.getSubcommands().keySet()));
    }

    private static int sayHowToMend(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        System.err.println("reapscope: " + Complaint.line(e instanceof UnmatchedArgumentException unknown ? unknown(unknown) : String.valueOf(e.getMessage())) + " (see: " + command.getCommandSpec().qualifiedName() + " --help)");
        return WRONG_INPUT;
    }
}
