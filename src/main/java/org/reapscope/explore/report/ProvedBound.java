package org.reapscope.explore.report;

import org.reapscope.scenario.Actor;
import org.reapscope.scenario.Process;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.VmaSpec;

/**
 * The sizes for which something was proved: "never" means never in a system of these.
 *
 * @param processes with an address space
 * @param threads of all of them
 * @param tables page tables of all of them
 * @param readers of /proc
 */
public record ProvedBound(int processes, int threads, int tables, int readers) {

    /** The sizes of a scenario. */
    public static ProvedBound of(Scenario scenario) {
        return new ProvedBound(scenario.processes().size(),
                scenario.litmus().map(l -> l.threads().size())
                        .orElseGet(() -> scenario.processes().stream().mapToInt(Process::threads).sum()),
                scenario.processes().stream().flatMap(p -> p.vmas().stream()).mapToInt(VmaSpec::tables).sum(),
                scenario.actors().stream().filter(Actor::reads).mapToInt(Actor::count).sum());
    }

    /** In words: {@code 4 threads, 8 page tables, 1 reader}. */
    public String words() {
        if (processes == 0) {
            return count(threads, "thread");
        }
        return (processes > 1 ? processes + " processes, " : "") + count(threads, "thread") + ", " + count(tables, "page table")
                + ", " + (readers == 0 ? "no reader" : count(readers, "reader"));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
