package org.reapscope.scenario;

import java.util.ArrayList;
import java.util.List;

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

    /** The scenario in these sizes. */
    public Scenario applied(Scenario scenario) {
        if (scenario.processes().isEmpty()) {
            return scenario;
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
                actors.add(new Actor("smaps-reader", readers, List.of("read-smaps"), first.name()));
            }
        }
        return scenario.with(processes, actors);
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
