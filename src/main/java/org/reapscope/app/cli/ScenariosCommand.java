package org.reapscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonGenerator;
import org.reapscope.document.Samples;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the scenarios that come with the program. */
@Command(name = "scenarios", mixinStandardHelpOptions = true, description = "Lists the scenarios that come with the program, by the names that other commands take.")
final class ScenariosCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    /** A scenario and what it is called on the command line. */
    private record Named(String name, Path file, Scenario scenario) {}

    @Override
    public Integer call() throws Exception {
        List<Named> all = new ArrayList<>();
        for (String name : Samples.scenarios()) {
            Path file = Samples.named(Path.of(name));
            all.add(new Named(name, file, ScenarioFile.read(file)));
        }
        if (json) {
            Listing.json(all, ScenariosCommand::fields);
        } else {
            PrintWriter out = Output.toTerminal();
            Listing.text(all, Named::name, s -> s.scenario.title(), out);
            out.flush();
        }
        return 0;
    }

    private static void fields(Named named, JsonGenerator json) throws IOException {
        Scenario scenario = named.scenario;
        json.writeStringField("name", named.name);
        json.writeStringField("title", scenario.title());
        json.writeStringField("story", scenario.story());
        json.writeStringField("file", named.file.toString());
        json.writeStringField("profile", scenario.profile().id());
        Listing.texts(json, "patches", scenario.patches());
        Listing.texts(json, "tasks", ScenarioSystem.toStep(scenario).spec().tasks().stream().map(t -> t.name()).toList());
        Listing.texts(json, "properties", scenario.properties());
    }
}
