package org.reapscope.scenario;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.kernel.expr.ModelException;

/**
 * Sizes given on the command line instead of the scenario's own; 0 leaves what there is.
 *
 * @param threads threads of the first process
 * @param tables page tables of the first process, dealt out over its VMAs
 * @param readers readers of /proc; those there are get as many, one reader of smaps is added if there is none
 */
public record Overrides(int threads, int tables, int readers) {

    /** Leaves everything. */
    public static final Overrides NONE = new Overrides(0, 0, 0);

    /**
     * The scenario in these sizes.
     *
     * @throws ModelException if a size is negative, there would be too many tasks or page tables, or there is no process
     */
    public Scenario applied(Scenario scenario) {
        if (threads < 0 || tables < 0 || readers < 0) {
            throw new ModelException("threads, page tables and readers must be at least 1, or 0 for the scenario's own");
        }
        if (equals(NONE)) {
            return scenario;
        }
        if (scenario.litmus().isPresent()) {
            throw new ModelException(scenario.id() + " is a small program without a kernel: it has no process whose threads,"
                    + " page tables or readers could be another number; change the file");
        }
        List<Process> processes = new ArrayList<>(scenario.processes());
        Process first = processes.getFirst();
        first = threads == 0 ? first : first.withThreads(threads);
        processes.set(0, tables == 0 ? first : first.withVmas(dealt(first.vmas())));
        List<Actor> actors = new ArrayList<>(scenario.actors());
        if (readers > 0) {
            boolean some = actors.stream().anyMatch(Actor::reads);
            actors.replaceAll(a -> a.reads() ? a.withCount(readers) : a);
            if (!some) {
                actors.add(new Actor("smaps-reader", readers, List.of("read-smaps"), first.name(), ""));
            }
        }
        return fitting(scenario.with(processes, actors));
    }

    private static Scenario fitting(Scenario scenario) {
        int tasks = scenario.processes().stream().mapToInt(Process::threads).sum()
                + scenario.actors().stream().mapToInt(Actor::count).sum();
        int spanned = scenario.processes().getFirst().vmas().stream().mapToInt(VmaSpec::tables).sum();
        if (tasks > ScenarioFile.MOST_TASKS || spanned > ScenarioFile.MOST_TABLES) {
            throw new ModelException("in these sizes " + scenario.id() + " has " + tasks + " tasks and its first process "
                    + spanned + " page tables; at most " + ScenarioFile.MOST_TASKS + " tasks and " + ScenarioFile.MOST_TABLES
                    + " page tables are possible: choose smaller sizes");
        }
        return scenario;
    }

    /** Every VMA gets its share; a VMA for which none is left goes. */
    private List<VmaSpec> dealt(List<VmaSpec> vmas) {
        List<VmaSpec> result = new ArrayList<>();
        int left = tables;
        long next = vmas.isEmpty() ? 0 : vmas.getFirst().start();
        for (int i = 0; i < vmas.size() && left > 0; i++) {
            int share = Math.max(1, left / (vmas.size() - i));
            VmaSpec vma = vmas.get(i).withTables(share);
            long start = Math.max(next, vma.start());
            result.add(new VmaSpec(vma.name(), vma.kind(), start, share, vma.pages(), vma.young()));
            next = result.getLast().end();
            left -= share;
        }
        return result;
    }
}
