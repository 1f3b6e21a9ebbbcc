package org.reapscope.explore.report;

import java.util.Map;

/** Properties of runs in words for people. */
public final class PropertyText {

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("esrch", "-ESRCH returned"),
            Map.entry("esrch-harmful", "-ESRCH while memory is held"),
            Map.entry("einval", "-EINVAL returned"),
            Map.entry("reaped", "process_mrelease returned 0"),
            Map.entry("memory-held-after-mrelease", "memory held after process_mrelease"),
            Map.entry("futex-lost", "robust futex list lost"),
            Map.entry("sigbus", "SIGBUS"),
            Map.entry("shared-reap", "memory of a live process reaped"),
            Map.entry("wasted-walk", "walk that found nothing"),
            Map.entry("pointless-kill", "pointless kill"),
            Map.entry("teardown-in-reader", "teardown ran in a reader"),
            Map.entry("pte-collision", "page-table lock collision"),
            Map.entry("mmap-stall", "writer stalled on mmap_lock"),
            Map.entry("reaper-blocked", "reaper queued on mmap_lock"),
            Map.entry("pinned-teardown", "mm pinned, memory held"),
            Map.entry("frozen-delay", "frozen victim, reaper waits"),
            Map.entry("use-after-free", "use after free"),
            Map.entry("double-zap", "page table zapped twice"),
            Map.entry("reader-roadblock", "reaper behind writer behind reader"),
            Map.entry("second-victim-while-mapped", "second victim while first is mapped"),
            Map.entry("sharers-killed", "all sharers killed"),
            Map.entry("deadlock", "tasks wait for each other for ever"),
            Map.entry("cache-left", "pages left in the page cache"));

    private PropertyText() {}

    /** What the property says; its name if nobody found words for it. */
    public static String title(String property) {
        return TITLES.getOrDefault(property, property);
    }

    /** Whether a run in which it holds went well in that respect. */
    public static boolean good(String property) {
        return property.equals("reaped") || property.equals("sharers-killed");
    }
}
