package org.reapscope.app.window;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.control.SplitPane;

/**
 * Gives the side panes their first sizes, in lines of text, as soon as the window has a size; from then on the person's
 * own sizes stay, and grow with the text.
 */
final class PaneSizes {

    private static final double TEXT_PX = 12;
    private static final double LARGEST_SHARE = 0.3;

    private final SplitPane columns;
    private final SplitPane rows;
    private final double leftEm;
    private final double rightEm;
    private final double belowEm;

    PaneSizes(SplitPane columns, SplitPane rows, double leftEm, double rightEm, double belowEm) {
        this.columns = columns;
        this.rows = rows;
        this.leftEm = leftEm;
        this.rightEm = rightEm;
        this.belowEm = belowEm;
    }

    void keep(ReadOnlyIntegerProperty textPercent) {
        columns.widthProperty().addListener((o, was, is) -> {
            if (was.doubleValue() <= 0) {
                divideColumns(textPercent.get());
            }
        });
        rows.heightProperty().addListener((o, was, is) -> {
            if (was.doubleValue() <= 0) {
                divideRows(textPercent.get());
            }
        });
        textPercent.addListener((o, was, is) -> {
            divideColumns(is.intValue());
            divideRows(is.intValue());
        });
    }

    private void divideColumns(int percent) {
        double width = columns.getWidth();
        if (width > 0 && columns.getDividers().size() == 2) {
            columns.setDividerPositions(share(leftEm, percent, width), 1 - share(rightEm, percent, width));
        }
    }

    private void divideRows(int percent) {
        if (rows.getHeight() > 0 && rows.getDividers().size() == 1) {
            rows.setDividerPositions(1 - share(belowEm, percent, rows.getHeight()));
        }
    }

    private static double share(double em, int percent, double of) {
        return Math.min(LARGEST_SHARE, em * TEXT_PX * percent / 100 / of);
    }
}
