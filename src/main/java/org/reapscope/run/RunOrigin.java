package org.reapscope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.reapscope.scenario.Scenario;

/**
 * Where a run comes from: with its schedule that is all somebody needs to have the same run again.
 *
 * @param name the scenario as it was named, a file or a sample
 * @param scenario the scenario as it ran: on which kernel, with which patches
 * @param threads of the first process, where the scenario's own number was changed
 * @param tables page tables of the first process, likewise
 * @param readers of /proc, likewise
 * @param policy who chose the steps; empty where a schedule did
 * @param seed what the policy drew lots with, if it did
 */
public record RunOrigin(String name, Scenario scenario, OptionalInt threads, OptionalInt tables, OptionalInt readers, String policy,
        OptionalLong seed) {

    /** The arguments that make the program take the same steps again. */
    public List<String> again(String schedule) {
        List<String> arguments = new ArrayList<>(List.of("step", name));
        if (scenario.litmus().isEmpty()) {
            arguments.addAll(List.of("--profile", scenario.profile().id(), "--patches",
                    scenario.patches().isEmpty() ? "none" : String.join(",", scenario.patches())));
        }
        threads.ifPresent(n -> arguments.addAll(List.of("--threads", Integer.toString(n))));
        tables.ifPresent(n -> arguments.addAll(List.of("--tables", Integer.toString(n))));
        readers.ifPresent(n -> arguments.addAll(List.of("--readers", Integer.toString(n))));
        arguments.addAll(List.of("--schedule", schedule));
        return List.copyOf(arguments);
    }
}
