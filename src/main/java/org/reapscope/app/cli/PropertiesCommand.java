package org.reapscope.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.reapscope.explore.report.PropertyText;
import org.reapscope.kernel.object.KernelFacts;
import org.reapscope.scenario.ScenarioSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what a run can be asked for. */
@Command(name = "properties", mixinStandardHelpOptions = true, description = {
    "Lists the properties with a name, as --property and --never take them.",
    "They can be combined, as in  never(esrch || einval)   inevitable(reaped)   P(esrch | lmkd = 0.1)   max(mm_users)   after(V11, mm_users >= 1)"})
final class PropertiesCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    /** The names, for help and completion as well. */
    static List<String> names() {
        return Stream.concat(KernelFacts.names().stream(), Stream.of(ScenarioSystem.DEADLOCK)).toList();
    }

    @Override
    public Integer call() throws Exception {
        if (json) {
            Listing.json(names(), (name, to) -> {
                to.writeStringField("name", name);
                to.writeStringField("title", PropertyText.title(name));
                to.writeBooleanField("good", PropertyText.good(name));
            });
            return 0;
        }
        PrintWriter out = Output.toTerminal();
        Listing.text(names(), name -> name, PropertyText::title, out);
        out.flush();
        return 0;
    }
}
