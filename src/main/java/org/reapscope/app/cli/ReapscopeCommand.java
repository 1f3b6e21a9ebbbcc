package org.reapscope.app.cli;

import java.io.OutputStream;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

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
        subcommands = {OpenCommand.class, AnalyzeCommand.class, ConvertCommand.class, DiagramCommand.class, RenderCommand.class, StepCommand.class, ExploreCommand.class, CompareCommand.class, PromelaCommand.class, BenchCommand.class, LessonCommand.class, RecordScriptCommand.class, HelpCommand.class})
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

    private static int executed(Terminal terminal, String... args) {
        try {
            return new CommandLine(new ReapscopeCommand())
                    .setExpandAtFiles(false)
                    .setCaseInsensitiveEnumValuesAllowed(true)
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

    private static int sayHowToMend(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        System.err.println("reapscope: " + Complaint.line(String.valueOf(e.getMessage())) + " (see: " + command.getCommandSpec().qualifiedName() + " --help)");
        return WRONG_INPUT;
    }
}
