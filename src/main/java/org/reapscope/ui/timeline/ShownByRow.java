package org.reapscope.ui.timeline;

import org.reapscope.picture.Doings;
import org.reapscope.picture.Row;

/** What a row of a run shows at a moment, in words: what a task did, how high a count was. */
final class ShownByRow {

    private ShownByRow() {}

    /** Empty where the row shows nothing of its own. */
    static String at(Row row, long ns) {
        return switch (row) {
            case Row.Course course -> doing(course, ns);
            case Row.Values values -> value(values, ns);
            default -> "";
        };
    }

    private static String doing(Row.Course course, long ns) {
        int piece = course.doings().firstEndingAfter(ns);
        if (piece >= course.doings().pieces().size() || course.doings().pieces().get(piece).startNs() > ns) {
            return "";
        }
        Doings.Doing doing = course.doings().pieces().get(piece);
        return course.title() + switch (doing.kind()) {
            case STEP -> " steps in " + doing.text() + "()";
            case SPINS, WAITS -> " " + doing.text();
        };
    }

    private static String value(Row.Values values, long ns) {
        int piece = values.strips().at(ns);
        String text = piece < 0 ? "" : values.strips().pieces().get(piece).strip().text();
        return text.isEmpty() ? "" : values.title() + ": " + text;
    }
}
