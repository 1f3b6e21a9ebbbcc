package org.reapscope.explore.report;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.compare.Cell;
import org.reapscope.explore.compare.Column;
import org.reapscope.explore.compare.Matrix;

/** A comparison for people to read, at most 100 columns wide: kernels side by side, in several tables if need be. */
public final class MatrixText {

    private static final int WIDTH = 100;
    private static final int WIDEST_PROPERTY = 34;
    private static final int GAP = 2;

    private final Matrix matrix;
    private final Appendable out;
    private final boolean releases;
    private final int left;

    private MatrixText(Matrix matrix, Appendable out) {
        this.matrix = matrix;
        this.out = out;
        this.releases = matrix.columns().stream().map(c -> c.variant().profile()).distinct().count() > 1;
        this.left = matrix.properties().stream().mapToInt(String::length).filter(w -> w <= WIDEST_PROPERTY).max().orElse(0);
    }

    /** Writes it. */
    public static void write(Matrix matrix, double seconds, Appendable out) throws IOException {
        MatrixText text = new MatrixText(matrix, out);
        MailLines.wrapped(out, matrix.scenario().title());
        out.append(matrix.scenario().id());
        if (!text.releases && !matrix.columns().isEmpty()) {
            out.append(" on kernel ").append(matrix.columns().getFirst().variant().profile().id());
        }
        out.append('\n');
        for (int from = 0; from < matrix.columns().size();) {
            from = text.table(from);
        }
        text.legend(seconds);
    }

    /** As many columns as fit; returns the first that did not. */
    private int table(int from) throws IOException {
        int to = from;
        int width = GAP + left;
        while (to < matrix.columns().size() && (to == from || width + GAP + width(to) <= WIDTH)) {
            width += GAP + width(to);
            to++;
        }
        out.append('\n');
        StringBuilder head = padded(new StringBuilder("  "), "", left);
        for (int c = from; c < to; c++) {
            padded(head.append("  "), head(c), width(c));
        }
        out.append(head.toString().stripTrailing()).append('\n');
        for (int row = 0; row < matrix.properties().size(); row++) {
            row(row, from, to);
        }
        return to;
    }

    private void row(int row, int from, int to) throws IOException {
        String property = matrix.properties().get(row);
        boolean alone = property.length() > left;
        if (alone) {
            out.append("  ").append(property).append('\n');
        }
        StringBuilder verdicts = padded(new StringBuilder("  "), alone ? "" : property, left);
        StringBuilder details = padded(new StringBuilder("  "), "", left);
        for (int c = from; c < to; c++) {
            padded(verdicts.append("  "), verdict(row, c), width(c));
            padded(details.append("  "), detail(matrix.cell(row, c)), width(c));
        }
        out.append(verdicts.toString().stripTrailing()).append('\n');
        if (!details.toString().isBlank()) {
            out.append(details.toString().stripTrailing()).append('\n');
        }
    }

    private static StringBuilder padded(StringBuilder line, String entry, int width) {
        return line.append(entry).append(" ".repeat(Math.max(0, width - entry.length())));
    }

    private int width(int column) {
        int width = head(column).length();
        for (int row = 0; row < matrix.properties().size(); row++) {
            width = Math.max(width, Math.max(verdict(row, column).length(), detail(matrix.cell(row, column)).length()));
        }
        return width;
    }

    private String head(int column) {
        return releases ? matrix.columns().get(column).variant().toString() : matrix.columns().get(column).variant().patchSet();
    }

    private String verdict(int row, int column) {
        Answer answer = matrix.cell(row, column).answer();
        return answer == null ? "refused" : ReportWords.of(answer);
    }

    private static String detail(Cell cell) {
        Double probability = cell.probability();
        String chance = cell.verdict() == Verdict.POSSIBLE && probability != null ? Numbers.percent(probability) : "";
        String steps = cell.shortest() == null ? "" : Numbers.count(cell.shortest().steps());
        return chance + (chance.isEmpty() || steps.isEmpty() ? "" : ", ") + steps;
    }

    private void legend(double seconds) throws IOException {
        out.append('\n');
        if (matrix.columns().stream().flatMap(c -> c.cells().stream()).anyMatch(c -> c.shortest() != null)) {
            out.append("Below a verdict: its chance, every task that can run being equally likely; steps of a shortest run.\n");
        }
        List<Column> asked = matrix.columns().stream().filter(c -> c.report() != null).toList();
        String sizes = ProvedBound.of(matrix.scenario()).words();
        long states = asked.stream().mapToLong(MatrixText::states).sum();
        List<Column> open = asked.stream().filter(c -> !c.exact()).toList();
        if (open.size() < asked.size()) {
            out.append("Proved for ").append(sizes).append(": ").append(Numbers.count(states)).append(" states in all, ")
                    .append(Numbers.seconds(seconds)).append(".\n");
        }
        for (Column column : open) {
            append("Not proved with " + column.variant().patchSet() + ": ", why(column));
        }
        for (Column column : matrix.columns()) {
            column.refusedBecause().ifPresent(why -> append("Refused: ", why));
        }
        for (int row = 0; row < matrix.properties().size(); row++) {
            for (Column column : asked) {
                append("Refused with " + column.variant().patchSet() + ": ", column.cells().get(row).why());
            }
        }
    }

    private void append(String what, String why) {
        try {
            if (!why.isEmpty()) {
                MailLines.wrapped(out, what + why);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long states(@Nullable Column column) {
        return column == null || column.report() == null ? 0 : column.report().states();
    }

    private static String why(Column column) {
        return column.report() == null ? "" : column.report().why();
    }
}
