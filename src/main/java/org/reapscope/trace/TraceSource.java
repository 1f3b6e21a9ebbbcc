package org.reapscope.trace;

/**
 * Where a trace came from.
 *
 * @param name file name for people, or the scenario's name
 * @param format id of the format it was read in: {@code ftrace}, {@code trace-cmd}, {@code perf-script}, {@code model}
 * @param resolutionNs the step of its clock; two events closer than this may be in either order
 * @param bytes size of the text, uncompressed; 0 for a trace that has none
 */
public record TraceSource(String name, String format, long resolutionNs, long bytes) {}
