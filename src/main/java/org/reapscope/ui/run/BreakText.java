package org.reapscope.ui.run;

import org.reapscope.explore.report.PropertyText;
import org.reapscope.run.BreakCondition;

/** Break conditions in words. */
public final class BreakText {

    private BreakText() {}

    /** What has come about when the condition is met. */
    public static String of(BreakCondition condition) {
        return switch (condition) {
            case BreakCondition.FactHolds(String fact) -> PropertyText.title(fact);
            case BreakCondition.LockCollides(String lock) -> (lock.isEmpty() ? "a lock" : lock) + " is waited for";
            case BreakCondition.FunctionEntered(String function) -> function + "() entered";
            case BreakCondition.ValueChanges(String cell) -> cell + " changed";
        };
    }
}
