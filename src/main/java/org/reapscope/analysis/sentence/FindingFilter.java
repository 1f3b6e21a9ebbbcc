package org.reapscope.analysis.sentence;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Severity;
import org.reapscope.trace.Trace;

/**
 * Which findings are wanted.
 *
 * @param kind only this kind, null for any
 * @param least only those that matter at least so much
 * @param task only those that concern this task, -1 for any
 * @param text only those with this text in their title, sentence or tasks; empty for any
 */
public record FindingFilter(@Nullable FindingKind kind, Severity least, int task, String text) {

    /** All of them. */
    public static final FindingFilter ALL = new FindingFilter(null, Severity.INFO, -1, "");

    /** Whether the finding is wanted. */
    public boolean accepts(Trace trace, Finding finding) {
        return (kind == null || finding.kind() == kind)
                && finding.severity().compareTo(least) >= 0
                && (task < 0 || finding.tasks().contains(task))
                && (text.isBlank() || says(trace, finding, text.strip().toLowerCase(Locale.ROOT)));
    }

    private static boolean says(Trace trace, Finding finding, String wanted) {
        return finding.kind().title().toLowerCase(Locale.ROOT).contains(wanted)
                || finding.text().toLowerCase(Locale.ROOT).contains(wanted)
                || FindingText.tasks(trace, finding).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
