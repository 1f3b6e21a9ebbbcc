package org.reapscope.scenario;

import java.util.List;

/**
 * A process with an address space.
 *
 * @param name its name; its threads are called so, with a number behind it where there are several
 * @param threads how many, from 1
 * @param does what each thread does before it would die of a signal: programs of {@link Actor}'s list, or nothing
 * @param leaves whether its threads exit by themselves instead of waiting to be killed
 * @param vmas its address space, lowest address first; empty for one that shares another's
 * @param sharesMmOf the process whose mm it shares, or empty
 * @param vfork whether it shares as a vfork child, which does not set MMF_MULTIPROCESS
 * @param frozen {@code v1} or {@code v2} if its cgroup is being frozen at the start, or empty
 * @param robustList the VMA whose first page table holds its threads' robust futex lists, or empty
 * @param oomExempt whether the OOM killer must not choose it
 */
public record Process(String name, int threads, List<String> does, boolean leaves, List<VmaSpec> vmas, String sharesMmOf,
        boolean vfork, String frozen, String robustList, boolean oomExempt) {

    public Process {
        does = List.copyOf(does);
        vmas = List.copyOf(vmas);
    }

    Process withThreads(int count) {
        return new Process(name, count, does, leaves, vmas, sharesMmOf, vfork, frozen, robustList, oomExempt);
    }

    Process withVmas(List<VmaSpec> others) {
        return new Process(name, threads, does, leaves, others, sharesMmOf, vfork, frozen, robustList, oomExempt);
    }
}
