package org.reapscope.kernel.patch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The proposals that each give user space one call that kills and reaps; only one of them can be that call. */
final class OneCall {

    private static final List<String> IDS = List.of("b", "c", "c-described", "d", "v2", "v3", "h");

    private OneCall() {}

    /** Why the others cannot be applied together with {@code id}. */
    static Map<String, String> instead(String id) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String other : IDS) {
            if (!other.equals(id)) {
                reasons.put(other, "both are the one call that kills and reaps; choose one");
            }
        }
        return reasons;
    }
}
