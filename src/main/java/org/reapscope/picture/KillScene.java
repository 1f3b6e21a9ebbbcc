package org.reapscope.picture;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Trace;

/**
 * What belongs together on the screen so that one kill can be understood: when it was, who took part, in whose address
 * space, at which locks.
 *
 * @param name what the axis counts from: {@code the kill of victim-2301}; empty where nothing in particular happened
 * @param startNs the kill, where the axis says 0
 * @param endNs where the memory is free, or the last that is known of it
 * @param actors task ids in the order of their rows: who kills, who dies, who else took part
 * @param moreThreads task ids of those who die and do nothing that the other threads do not do as well
 * @param mms ids of address spaces
 * @param locks ids of contended spinlocks
 * @param space the address space of the victim over time, null where no snapshot tells
 * @param threads task ids of all threads of the victim
 * @param names what the address spaces of the trace are called
 */
public record KillScene(String name, long startNs, long endNs, List<Integer> actors,
        List<Integer> moreThreads, List<Integer> mms, List<Integer> locks,
        @Nullable AddressSpace space, Set<Integer> threads, MmNames names) {

    public KillScene {
        actors = List.copyOf(actors);
        moreThreads = List.copyOf(moreThreads);
        mms = List.copyOf(mms);
        locks = List.copyOf(locks);
        threads = Set.copyOf(threads);
    }

    /** All of a trace, nobody in particular. */
    public static KillScene whole(Trace trace) {
        return new KillScene("", trace.firstNs(), trace.lastNs(), List.of(), List.of(), List.of(), List.of(), null, Set.of(), MmNames.byAddress(trace));
    }

    /** Whether somebody in particular takes part. */
    public boolean particular() {
        return !actors.isEmpty();
    }
}
