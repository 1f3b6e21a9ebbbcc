package org.reapscope.kernel.object;

import java.util.List;

import org.reapscope.kernel.MachineSpec;

/**
 * A machine's specification together with the addresses that its state does not need.
 *
 * @param spec what the machine is made from
 * @param vmas all VMAs, by index
 */
public record KernelSystem(MachineSpec spec, List<Vma> vmas) {

    /** Keeps a copy. */
    public KernelSystem {
        vmas = List.copyOf(vmas);
    }
}
