package org.reapscope.trace.format;

import java.util.List;
import java.util.Optional;

import org.reapscope.base.registry.Registry;

/** All formats there are. */
public final class TraceFormats {

    private static final List<TraceFormat> ALL = Registry.instances(TraceFormat.class, "org.reapscope.trace.format");

    private TraceFormats() {}

    /** By the name of their classes. */
    public static List<TraceFormat> all() {
        return ALL;
    }

    /** The format that is surest of a file that begins like this; none if no format knows it. */
    public static Optional<TraceFormat> of(byte[] head) {
        TraceFormat best = null;
        int surest = 0;
        for (TraceFormat format : ALL) {
            int sure = format.sniff(head);
            if (sure > surest) {
                best = format;
                surest = sure;
            }
        }
        return Optional.ofNullable(best);
    }
}
