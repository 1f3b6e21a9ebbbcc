package org.reapscope.scenario;

import java.util.List;
import java.util.Optional;

import org.reapscope.kernel.Profile;
import org.reapscope.kernel.object.KernelFacts;
import org.reapscope.scenario.litmus.Litmus;

/**
 * A story about the teardown of a killed process, as data. Its JSON form is described by the schema
 * {@code scenario.schema.json} beside this class.
 *
 * @param id unique among the samples, the file's name without ending
 * @param title one line
 * @param story what happens and why it matters, a paragraph
 * @param sources mails and kernel files it comes from
 * @param profile the baseline kernel
 * @param patches ids of the patches applied to it
 * @param cpus how many CPUs the scheduler has
 * @param processes the processes with an address space
 * @param actors everybody else
 * @param memory numbers of the whole system
 * @param properties names of the facts that matter
 * @param outcomes what must come out, and why
 * @param schedule a run that tells the story on its own kernel, as {@code ScheduleText} of the package run writes it; empty for none
 * @param litmus a small program without a kernel; there are no processes and actors then, and patches change nothing
 */
public record Scenario(String id, String title, String story, List<String> sources, Profile profile, List<String> patches,
        int cpus, List<Process> processes, List<Actor> actors, Memory memory, List<String> properties,
        List<Outcome> outcomes, String schedule, Optional<Litmus> litmus) {

    public Scenario {
        sources = List.copyOf(sources);
        patches = List.copyOf(patches);
        processes = List.copyOf(processes);
        actors = List.copyOf(actors);
        properties = List.copyOf(properties);
        outcomes = List.copyOf(outcomes);
    }

    /** The names of facts that it can be asked for, beside deadlock. */
    public List<String> facts() {
        return litmus.map(l -> l.facts().stream().map(Litmus.Claim::name).toList())
                .orElseGet(() -> List.copyOf(KernelFacts.names()));
    }

    /** The same on another kernel. */
    public Scenario on(Profile other) {
        return new Scenario(id, title, story, sources, other, patches, cpus, processes, actors, memory, properties, outcomes, schedule, litmus);
    }

    /** The same with other patches. */
    public Scenario patched(List<String> ids) {
        return new Scenario(id, title, story, sources, profile, ids, cpus, processes, actors, memory, properties, outcomes, schedule, litmus);
    }

    /** The same with other facts that matter. */
    public Scenario watching(List<String> facts) {
        return new Scenario(id, title, story, sources, profile, patches, cpus, processes, actors, memory, facts, outcomes, schedule, litmus);
    }

    /** The same with other tasks. */
    Scenario with(List<Process> otherProcesses, List<Actor> otherActors) {
        return new Scenario(id, title, story, sources, profile, patches, cpus, otherProcesses, otherActors, memory, properties, outcomes, schedule, litmus);
    }
}
