package org.reapscope.explore.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of text, each as wide as its widest entry; a first entry that is too long stands on a line of its own, a column
 * without entries is left out.
 */
final class TextTable {

    private final int widestFirst;
    private final int columns;
    private final List<String[]> rows = new ArrayList<>();

    TextTable(int widestFirst, String... heads) {
        this.widestFirst = widestFirst;
        this.columns = heads.length;
        rows.add(heads);
    }

    void row(String... entries) {
        rows.add(entries);
    }

    void write(Appendable out) throws IOException {
        int[] width = new int[columns];
        for (String[] row : rows) {
            for (int c = 0; c < columns; c++) {
                if (c > 0 || row[0].length() <= widestFirst) {
                    width[c] = Math.max(width[c], row[c].length());
                }
            }
        }
        for (int c = 1; c < columns; c++) {
            int column = c;
            width[c] = rows.stream().skip(1).allMatch(row -> row[column].isEmpty()) ? 0 : width[c];
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            boolean alone = row[0].length() > widestFirst;
            if (alone) {
                out.append("  ").append(row[0]).append('\n');
            }
            for (int c = 0; c < columns; c++) {
                String entry = c == 0 && alone ? "" : row[c];
                if (width[c] > 0) {
                    line.append("  ").append(entry).append(" ".repeat(width[c] - entry.length()));
                }
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
