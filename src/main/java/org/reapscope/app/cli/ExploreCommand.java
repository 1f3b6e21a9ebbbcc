package org.reapscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Cancelled;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Report;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.bounded.FewPreemptions;
import org.reapscope.explore.bounded.RandomRuns;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.report.ExplorationJson;
import org.reapscope.explore.report.ExplorationReport;
import org.reapscope.explore.report.ExplorationText;
import org.reapscope.explore.report.Minimised;
import org.reapscope.explore.report.MinimisedJson;
import org.reapscope.explore.report.MinimisedText;
import org.reapscope.explore.report.ReportWords;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks whether something can happen, over all schedules. */
@Command(name = "explore", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Looks at every schedule of a scenario: what never happens, what can, what always does, how likely it is, and the shortest schedule that shows it.",
    "\"never\" and \"always\" are said only after an exact search, for the sizes that stand beside them."}, footer = {
        "", "Properties: esrch, pte-collision, deadlock and all that  reapscope properties  lists; or as in  never(esrch || einval)   inevitable(reaped)   P(esrch | lmkd = 0.1)   max(mm_users)"
            + "   after(V11, mm_users >= 1)"})
final class ExploreCommand implements Callable<Integer> {

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Mixin
    private final SearchOptions search = new SearchOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--property", paramLabel = "PROPERTY", completionCandidates = Candidates.Properties.class, description = "What to ask instead of the scenario's own properties; may be repeated.")
    private List<String> asked = new ArrayList<>();

    @Option(names = "--never", paramLabel = "PROPERTY", completionCandidates = Candidates.Properties.class, description = "Exit status 1 unless it is proved that this never happens; may be repeated.")
    private List<String> never = new ArrayList<>();

    @Option(names = "--witnesses", paramLabel = "N", converter = WholeNumber.Size.class, description = "Show up to N schedules for each property that differ in the step that decides.")
    private int witnesses = 1;

    @Option(names = "--preemptions", paramLabel = "K", converter = WholeNumber.FromZero.class, description = "Only schedules with at most K preemptions: finds, does not prove.")
    private @Nullable Integer preemptions;

    @Option(names = "--samples", paramLabel = "N", converter = WholeNumber.Size.class, description = "Only N random schedules: finds, does not prove.")
    private @Nullable Integer samples;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the random schedules; 42 if not said.")
    private long seed = 42;

    @Option(names = {"--minimise", "--minimize"}, paramLabel = "TEXT", description = "Make this schedule, or the one in the file @FILE, smaller; it must show the --property.")
    private @Nullable String minimise;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Scenario scenario = options.scenario();
        requireOneMode();
        MachineSpec machine = ScenarioSystem.toExplore(scenario).spec();
        List<String> properties = properties(scenario);
        requireThatTheyMayHappen(Explorer.parse(never, machine));
        try (TerminalWatch watch = new TerminalWatch()) {
            return minimise != null ? minimised(scenario, machine, minimise, watch) : explored(scenario, machine, properties, watch);
        } catch (Cancelled e) {
            return ReapscopeCommand.WRONG_INPUT;
        }
    }

    /** At Ctrl+C what was found so far is printed, and that it is not all. */
    private int explored(Scenario scenario, MachineSpec machine, List<String> properties, TerminalWatch watch) throws IOException {
        Report report = report(machine, properties, watch.keeping());
        double seconds = watch.seconds();
        ExplorationReport exploration = shown(scenario, machine, report, watch);
        print(exploration, seconds);
        if (watch.ended()) {
            System.err.println("reapscope: ended after " + watch.figures() + (report.exact()
                    ? ", before schedules and probabilities were known; --quick does not look for them"
                    : "; what was found so far is possible, the rest is unknown"));
            throw new Cancelled();
        }
        return gate(report);
    }

    private ExplorationReport shown(Scenario scenario, MachineSpec machine, Report report, TerminalWatch watch) {
        if (!watch.ended()) {
            try {
                return ExplorationReport.of(scenario, machine, report, witnesses, search.budget(), watch);
            } catch (Cancelled e) {
                // Printed without the steps that decide.
            }
        }
        return ExplorationReport.soFar(scenario, report);
    }

    private void requireOneMode() {
        int modes = (search.full ? 1 : 0) + (search.quick ? 1 : 0) + (preemptions != null ? 1 : 0) + (samples != null ? 1 : 0)
                + (minimise != null ? 1 : 0);
        if (modes > 1) {
            throw new ParameterException(spec.commandLine(),
                    "--full, --quick, --preemptions, --samples and --minimise are different searches; give one of them");
        }
    }

    private List<String> properties(Scenario scenario) {
        Set<String> properties = new LinkedHashSet<>(asked.isEmpty() ? scenario.properties() : asked);
        properties.addAll(never);
        if (properties.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    scenario.id() + " declares no properties; say what to ask with --property, as in --property esrch");
        }
        return properties.stream().map(String::strip).toList();
    }

    private void requireThatTheyMayHappen(List<Property> gates) {
        for (Property p : gates) {
            boolean happens = switch (p.kind()) {
                case REACH, NEVER, DEADLOCK -> true;
                case ALWAYS, INEVITABLE, AFTER, MAX, MIN, MEAN, PROBABILITY -> false;
            };
            if (!happens) {
                throw new ParameterException(spec.commandLine(), "--never \"" + p.text()
                        + "\" does not name something that may or may not happen; write it as in --never esrch");
            }
        }
    }

    private Report report(MachineSpec machine, List<String> properties, Status.Listener watch) {
        if (preemptions != null) {
            return FewPreemptions.explore(machine, properties, preemptions, search.budget(), watch);
        }
        return samples != null ? RandomRuns.explore(machine, properties, samples, seed, watch)
                : Explorer.explore(machine, properties, search.request(), search.budget(), watch);
    }

    private int minimised(Scenario scenario, MachineSpec machine, String text, TerminalWatch watch) throws IOException {
        if (asked.size() != 1) {
            throw new ParameterException(spec.commandLine(), "--minimise needs one --property that the schedule shows");
        }
        String schedule = TextArgument.of(text);
        Minimised minimised = Minimised.of(scenario, machine, asked.getFirst(), schedule, search.budget(), watch);
        PrintWriter out = Output.toTerminal(json);
        if (json) {
            MinimisedJson.write(minimised, out);
        } else {
            MinimisedText.write(minimised, out);
        }
        out.flush();
        return 0;
    }

    private void print(ExplorationReport exploration, double seconds) throws IOException {
        PrintWriter out = Output.toTerminal(json);
        if (json) {
            ExplorationJson.write(exploration, seconds, out);
        } else {
            ExplorationText.write(exploration, seconds, out);
        }
        out.flush();
    }

    /** Whether all that must never happen is proved never to. */
    private int gate(Report report) {
        int status = 0;
        for (String property : new LinkedHashSet<>(never)) {
            Answer answer = report.answer(property.strip()).orElseThrow();
            if (answer.verdict() != Verdict.NEVER) {
                System.err.println("reapscope: --never " + property + " fails: "
                        + (answer.verdict() == Verdict.UNKNOWN ? "it is not proved" : "it is " + ReportWords.of(answer.verdict())));
                status = ReapscopeCommand.FAILS;
            }
        }
        return status;
    }
}
