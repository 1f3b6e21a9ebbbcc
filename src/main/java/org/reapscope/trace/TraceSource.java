package org.reapscope.trace;

import java.util.List;

/**
 * Where a trace came from.
 *
 * @param name file name for people, or the scenario's name
 * @param format id of the format it was read in: {@code ftrace}, {@code trace-cmd}, {@code perf-script}, {@code model}
 * @param clock what its times are; all that is called ns of a trace is ns only where the clock tells time
 * @param resolutionNs the step of its clock, in the clock's unit; two events closer than this may be in either order; 0 where the
 *     events stand in the order in which they happened, as those of a model do
 * @param bytes size of the text, uncompressed; 0 for a trace that has none
 * @param rssFiltered whether whoever recorded noted that rss_stat was filtered, so that counters are told late
 * @param remarks what a person should know of how it was read, a sentence each: what was assumed, what was sorted
 */
public record TraceSource(String name, String format, Clock clock, long resolutionNs, long bytes, boolean rssFiltered,
                          List<String> remarks) {

    /** A source whose times are ns. */
    public TraceSource(String name, String format, long resolutionNs, long bytes, List<String> remarks) {
        this(name, format, Clock.NANOSECONDS, resolutionNs, bytes, false, remarks);
    }

    /** A source whose times are ns, and of which there is nothing to remark. */
    public TraceSource(String name, String format, long resolutionNs, long bytes) {
        this(name, format, resolutionNs, bytes, List.of());
    }}
