package org.reapscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.file.OutputFile;
import org.reapscope.base.words.Spelling;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.text.KernelTextException;
import org.reapscope.kernel.text.KernelTree;
import org.reapscope.kernel.text.TextFunction;
import org.reapscope.kernel.text.TextPatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The kernel paths as text in the clothes of kernel C. */
@Command(name = "kernel", mixinStandardHelpOptions = true, description = {
    "The kernel paths as text: Linux 6.18, and 6.12 and 7.3 as diffs to it, in files that mirror the kernel's own tree; a label begins an indivisible step.",
    "show prints a function or the list of all, export writes the tree to be read and edited, check reads an edited one,",
    "diff prints what was edited."})
final class KernelCommand implements Callable<Integer> {

    private static final String RELEASE = "Of this release: 6.12, 6.18 or 7.3; 6.18 if not said.";

    @Override
    public Integer call() {
        return show(null, Profile.V6_18.id());
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a function as text; without one, all programs, the files they stand in and how many steps they have.")
    int show(@Parameters(paramLabel = "FUNCTION", arity = "0..1", description = "As in exit_mm.") @Nullable String function,
            @Option(names = "--profile", paramLabel = "KERNEL", completionCandidates = Candidates.Kernels.class, defaultValue = "6.18", description = RELEASE) String profile) {
        KernelTree tree = KernelTree.of(Profile.of(profile));
        PrintWriter out = Output.toTerminal();
        if (function == null) {
            for (Program program : tree.programs()) {
                out.printf("%-22s %-32s %d steps%n", program.name(), program.source(), program.lines().stream().filter(MicroStep.class::isInstance).count());
            }
        } else {
            TextFunction found = TextFunction.of(tree, function).orElseThrow(() -> new IllegalArgumentException("no function is called " + function
                    + Spelling.hint(function, TextFunction.names(tree)) + "; reapscope kernel show lists the programs"));
            out.println("/* " + found.file() + ":" + found.line() + " */\n" + found.text());
        }
        out.flush();
        return 0;
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "Writes the whole tree into a folder that is not there yet, or is empty.")
    int export(@Parameters(paramLabel = "DIR", description = "The folder.") Path folder,
            @Option(names = "--profile", paramLabel = "KERNEL", completionCandidates = Candidates.Kernels.class, defaultValue = "6.18", description = RELEASE) String profile)
            throws IOException {
        if (Files.exists(folder) && (!Files.isDirectory(folder) || folder.toFile().list() instanceof String[] held && held.length > 0)) {
            throw new IllegalArgumentException(folder + " is there already and not empty; name a folder that is not there yet");
        }
        for (Map.Entry<String, String> file : KernelTree.of(Profile.of(profile)).files().entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.toAbsolutePath().getParent());
            OutputFile.of(target, List.of()).write(file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        return 0;
    }

    @Command(name = "check", mixinStandardHelpOptions = true, description = {
        "Reads the kernel text of a folder and says what is wrong with it: file, line, column, and the line itself.",
        "Exit status 1 if something is."})
    int check(@Parameters(paramLabel = "DIR", description = "A folder as export writes it.") Path folder) throws IOException {
        Optional<KernelTextException> wrong = wrong(KernelTree.of(folder));
        wrong.ifPresent(e -> System.err.println(e.getMessage()));
        return wrong.isPresent() ? ReapscopeCommand.NOT_SO : 0;
    }

    @Command(name = "diff", mixinStandardHelpOptions = true, description = "Prints what was changed in the kernel text of a folder, as a unified diff.")
    int diff(@Parameters(paramLabel = "DIR", description = "A folder as export writes it.") Path folder,
            @Option(names = "--profile", paramLabel = "KERNEL", completionCandidates = Candidates.Kernels.class, defaultValue = "6.18", description = RELEASE) String profile)
            throws IOException {
        PrintWriter out = Output.toTerminal();
        out.print(TextPatch.between(KernelTree.of(Profile.of(profile)), KernelTree.of(folder)));
        out.flush();
        return 0;
    }

    private static Optional<KernelTextException> wrong(KernelTree tree) {
        try {
            List<Program> programs = tree.programs();
            PrintWriter out = Output.toTerminal();
            out.println(programs.size() + " programs can be read.");
            out.flush();
            return Optional.empty();
        } catch (KernelTextException e) {
            return Optional.of(e);
        }
    }
}
