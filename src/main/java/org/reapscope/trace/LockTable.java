package org.reapscope.trace;

import java.util.ArrayList;
import java.util.List;

/** The contended locks of a trace, numbered in the order in which they first appear; addresses are hashed. */
public final class LockTable {

    private final List<Long> addresses = new ArrayList<>();
    private final LongIds ids = new LongIds();

    LockTable() {}

    /** The id of the lock at this address, new or known. */
    public int lock(long address) {
        int id = ids.get(address);
        if (id < 0) {
            id = addresses.size();
            addresses.add(address);
            ids.put(address, id);
        }
        return id;
    }

    List<Long> snapshot() {
        return List.copyOf(addresses);
    }
}
