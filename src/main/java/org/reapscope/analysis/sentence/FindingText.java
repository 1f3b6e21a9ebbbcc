package org.reapscope.analysis.sentence;

import java.util.stream.Collectors;

import org.reapscope.analysis.Finding;
import org.reapscope.base.errno.Errno;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;

/** A finding in words. */
public final class FindingText {

    private FindingText() {}

    /** The tasks concerned, {@code comm-tid}. */
    public static String tasks(Trace trace, Finding finding) {
        return finding.tasks().stream().filter(task -> task >= 0 && task < trace.tasks().size())
                .map(trace.tasks()::get).map(Task::label).distinct().collect(Collectors.joining(", "));
    }

    /** The task whose lane shows it; empty if it is about none. */
    public static String task(Trace trace, Finding finding) {
        return finding.tasks().isEmpty() || finding.tasks().getFirst() >= trace.tasks().size() ? ""
                : trace.tasks().get(finding.tasks().getFirst()).label();
    }

    /** One line for a screen reader. */
    public static String spoken(Trace trace, Finding finding) {
        String task = task(trace, finding);
        return finding.severity().title() + ": " + finding.kind().title() + (task.isEmpty() ? "" : ", " + task) + ". "
                + finding.text() + " " + finding.certainty().inFull();
    }

    /** Everything about it, to be pasted into a mail. */
    public static String copy(Trace trace, Finding finding) {
        StringBuilder out = new StringBuilder();
        out.append(finding.kind().title()).append(" (").append(finding.severity().title()).append(", ")
                .append(finding.certainty().title()).append(")\n")
                .append(ClockText.of(trace, finding.startNs()));
        if (finding.endNs() > finding.startNs()) {
            out.append(" to ").append(ClockText.of(trace, finding.endNs()));
        }
        String tasks = tasks(trace, finding);
        out.append(tasks.isEmpty() ? "" : "  " + tasks).append('\n').append(finding.text()).append('\n');
        finding.commands().forEach(command -> out.append("  ").append(command).append('\n'));
        finding.rows().forEach(row -> out.append("  ").append(event(trace, row)).append('\n'));
        return out.toString();
    }

    /** One of the events behind it: {@code 346.439857 [001] lmkd-3269  process_mrelease()}. */
    public static String event(Trace trace, int row) {
        return ClockText.of(trace, trace.tsNs(row)) + String.format(" [%03d] ", trace.cpu(row))
                + trace.taskOf(row).label() + "  " + name(trace, row);
    }

    /** The event's name; a system call's entry and return by the name of the call. */
    private static String name(Trace trace, int row) {
        return switch (trace.tracepoint(row)) {
            case SYS_ENTER -> trace.syscall(row) + "()";
            case SYS_EXIT -> trace.syscall(row) + "() returns " + Errno.result(trace.argument(row));
            default -> trace.eventName(row);
        };
    }
}
