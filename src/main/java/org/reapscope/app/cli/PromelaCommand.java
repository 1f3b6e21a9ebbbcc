package org.reapscope.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.reapscope.base.file.OutputFile;
import org.reapscope.explore.Explorer;
import org.reapscope.export.PromelaWriter;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a scenario as a Promela model, so that SPIN can check what this program says. */
@Command(name = "promela", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Writes a scenario as a Promela model: the same micro-steps, one proctype a task, so that SPIN can check the answers of explore.",
    "SPIN's full search stores exactly the states of explore --full with the same properties."})
final class PromelaCommand implements Callable<Integer> {

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true, description = "Where to write the model; - for standard output.")
    @SuppressWarnings("NullAway.Init")
    private String output;

    @Option(names = "--property", paramLabel = "PROPERTY", completionCandidates = Candidates.Properties.class, description = "What to check instead of the scenario's own properties; may be repeated. Each becomes a never claim.")
    private List<String> asked = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Optional<OutputFile> target = output.equals("-") ? Optional.empty()
                : Optional.of(OutputFile.of(Path.of(output), InputFiles.of(options.file(), "")));
        Scenario scenario = options.scenario();
        MachineSpec spec = ScenarioSystem.toExplore(scenario).spec();
        List<String> properties = asked.isEmpty() ? scenario.properties() : asked;
        Machine machine = spec.withFacts(Explorer.facts(Explorer.parse(properties, spec), spec)).build();
        StringWriter model = new StringWriter();
        PromelaWriter.write(machine, model);
        PrintWriter out = Output.toTerminal();
        if (target.isEmpty()) {
            out.print(model);
            out.flush();
            return 0;
        }
        target.get().write(model.toString().getBytes(StandardCharsets.UTF_8));
        out.println("wrote " + output + "; to count its states:");
        out.println("    spin -a -o1 -o2 -o3 " + output + " && gcc -O2 -w -DNOREDUCE -DSAFETY -DNOCLAIM -DVECTORSZ=8192 -o pan pan.c && ./pan -E -m10000000");
        machine.spec().facts().stream().findFirst().ifPresent(fact -> {
            out.println("to ask whether " + fact.name() + " can happen (an error of pan is a witness):");
            out.println("    spin -a -o1 -o2 -o3 -DPROPERTY_" + fact.name().replaceAll("[^A-Za-z0-9_]", "_") + " " + output
                    + " && gcc -O2 -w -DNOREDUCE -DSAFETY -DVECTORSZ=8192 -o pan pan.c && ./pan -E -m10000000");
        });
        out.flush();
        return 0;
    }
}
