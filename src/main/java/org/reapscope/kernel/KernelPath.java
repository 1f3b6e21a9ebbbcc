package org.reapscope.kernel;

import java.util.List;

/** One kernel path of the unpatched kernel: the programs that tasks run when they go through it. */
public interface KernelPath {

    /** What it is, in a few words. */
    String title();

    /** Its programs in a kernel of this profile. */
    List<Program> programs(Profile profile);
}
