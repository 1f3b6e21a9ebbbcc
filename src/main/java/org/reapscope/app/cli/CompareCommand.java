package org.reapscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Cancelled;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.compare.Cell;
import org.reapscope.explore.compare.Column;
import org.reapscope.explore.compare.Matrix;
import org.reapscope.explore.compare.Variant;
import org.reapscope.explore.report.MatrixJson;
import org.reapscope.explore.report.MatrixText;
import org.reapscope.explore.report.ReportWords;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks the same of several kernels. */
@Command(name = "compare", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Explores a scenario on several kernels and sets the answers side by side: a row for each property, a column for each patch set.",
    "Patches that contradict each other are shown as refused, with the reason; the other columns are answered."})
final class CompareCommand implements Callable<Integer> {

    @Mixin
    private final SizedScenario options = new SizedScenario();

    @Mixin
    private final SearchOptions search = new SearchOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--patches", paramLabel = "SETS", completionCandidates = Candidates.Patches.class, description = {
        "Patch sets, one for each column. A comma separates sets, + joins the patches of one set:",
        "none,d,f+k  are three columns. Without it: none and each patch that applies."})
    private @Nullable String patches;

    @Option(names = "--profiles", paramLabel = "KERNELS", completionCandidates = Candidates.Kernels.class, description = "Kernels, as in 6.12,6.18,7.3; each gets all patch sets. The scenario's own, if not said.")
    private @Nullable String profiles;

    @Option(names = "--property", paramLabel = "PROPERTY", completionCandidates = Candidates.Properties.class, description = "What to ask instead of the scenario's own properties; may be repeated.")
    private List<String> asked = new ArrayList<>();

    @Option(names = "--never", paramLabel = "PROPERTY", completionCandidates = Candidates.Properties.class, description = "Exit status 1 unless it is proved that this never happens in any column; may be repeated.")
    private List<String> never = new ArrayList<>();

    @Option(names = "--transplant", description = "Also try each shortest schedule of the first column on the others, and show where they differ.")
    private boolean transplant;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Scenario scenario = options.sized();
        if (scenario.litmus().isPresent()) {
            throw new ParameterException(spec.commandLine(), scenario.id()
                    + " is a small program without a kernel: there is nothing to compare; ask it with explore");
        }
        if (transplant && (json || search.quick)) {
            throw new ParameterException(spec.commandLine(), "--transplant needs schedules and is printed as text; leave out --quick and --json");
        }
        List<String> properties = Stream.concat((asked.isEmpty() ? scenario.properties() : asked).stream(), never.stream())
                .map(String::strip).distinct().toList();
        if (properties.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    scenario.id() + " declares no properties; say what to ask with --property, as in --property esrch");
        }
        List<Profile> kernels = profiles == null ? List.of(scenario.profile())
                : Arrays.stream(profiles.split(",")).map(String::strip).filter(p -> !p.isEmpty()).distinct().map(Profile::of).toList();
        List<Variant> variants = Variant.all(kernels, patches == null ? everyPatchFor(kernels) : patches);
        if (variants.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "nothing to compare; name patch sets as in --patches none,d,f");
        }
        return compared(scenario, variants, properties);
    }

    private int compared(Scenario scenario, List<Variant> variants, List<String> properties) throws IOException {
        List<Column> done = new ArrayList<>();
        try (TerminalWatch watch = new TerminalWatch()) {
            try {
                Matrix matrix = Matrix.of(scenario, variants, properties, search.request(), search.budget(),
                        new Matrix.Listener() {
                            @Override
                            public void at(int column, Status status) {
                                watch.at(status);
                            }

                            @Override
                            public void done(int column, Column found) {
                                done.add(found);
                            }
                        });
                print(matrix, watch.seconds());
                return gate(matrix);
            } catch (Cancelled e) {
                if (!done.isEmpty()) {
                    print(new Matrix(scenario, properties, done), watch.seconds());
                }
                System.err.println("reapscope: ended in column " + (done.size() + 1) + " of " + variants.size() + " after "
                        + watch.figures());
                return ReapscopeCommand.WRONG_INPUT;
            }
        }
    }

    private void print(Matrix matrix, double seconds) throws IOException {
        PrintWriter out = Output.toTerminal(json);
        if (json) {
            MatrixJson.write(matrix, seconds, out);
        } else {
            MatrixText.write(matrix, seconds, out);
            if (transplant) {
                TransplantRun.print(matrix, out);
            }
        }
        out.flush();
    }

    /** Whether all that must never happen is proved never to, on every kernel. */
    private int gate(Matrix matrix) {
        int status = 0;
        for (String property : never.stream().map(String::strip).distinct().toList()) {
            int row = matrix.properties().indexOf(property);
            for (int column = 0; column < matrix.columns().size(); column++) {
                Cell cell = matrix.cell(row, column);
                if (cell.verdict() != Verdict.NEVER) {
                    System.err.println("reapscope: --never " + property + " fails with " + matrix.columns().get(column).variant()
                            + ": " + (cell.verdict() == Verdict.UNKNOWN ? "it is not proved" : "it is " + ReportWords.of(cell.verdict())));
                    status = ReapscopeCommand.FAILS;
                }
            }
        }
        return status;
    }

    private static String everyPatchFor(List<Profile> kernels) {
        List<String> sets = new ArrayList<>(List.of(KernelPatches.NONE));
        for (KernelPatch patch : KernelPatches.all()) {
            if (kernels.stream().anyMatch(k -> patch.refusedBy(k).isEmpty())) {
                sets.add(patch.id());
            }
        }
        return String.join(",", sets);
    }
}
