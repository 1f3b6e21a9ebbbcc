package org.reapscope.trace;

import java.util.Optional;

/** The counters of an mm, in the kernel's order ({@code include/linux/mm_types_task.h}). */
public enum RssMember {
    MM_FILEPAGES,
    MM_ANONPAGES,
    MM_SWAPENTS,
    MM_SHMEMPAGES;

    private static final RssMember[] VALUES = values();

    /** The member with this number, 0 to 3. */
    public static RssMember of(int number) {
        return VALUES[number];
    }

    /** The member with this kernel name, if there is one. */
    public static Optional<RssMember> named(String name) {
        for (RssMember member : VALUES) {
            if (member.name().equals(name)) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }
}
