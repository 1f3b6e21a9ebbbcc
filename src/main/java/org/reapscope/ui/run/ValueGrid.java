package org.reapscope.ui.run;

import java.util.List;
import java.util.Locale;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.Role;
import org.reapscope.run.RunPath;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.kit.Messages;

/**
 * Steps as columns: every value of the state, a row each, under the steps that led to it. What a step changed is marked by
 * a filled cell and a bold text; the present step is framed. A click goes there.
 */
final class ValueGrid extends ScrolledCanvas {

    private static final double ROW = 19;
    private static final double COLUMN = 84;
    private static final double TITLES = 262;
    private static final double HEAD = 36;

    private final RunModel model;
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty onlyChanging = new SimpleBooleanProperty(true);
    private List<ValueRow> all = List.of();
    private List<ValueRow> rows = List.of();
    private @Nullable RunPath of;
    private int length = -1;
    private String filtered = "";
    private boolean changing;
    private int shownDepth = -1;

    ValueGrid(RunModel model, AppContext context) {
        super(context, Messages.text("run.values-spoken"));
        this.model = model;
        getStyleClass().add("value-grid");
        model.revision().addListener((o, was, is) -> ask());
        filter.addListener((o, was, is) -> ask());
        onlyChanging.addListener((o, was, is) -> ask());
        setOnMouseClicked(this::go);
    }

    /** Only rows whose title has this in it. */
    StringProperty filter() {
        return filter;
    }

    /** Only rows that are not the same all the time. */
    BooleanProperty onlyChanging() {
        return onlyChanging;
    }

    @Override
    double contentWidth() {
        follow();
        return (TITLES + (model.path().length() + 1) * COLUMN) * scale();
    }

    @Override
    double contentHeight() {
        follow();
        return (HEAD + rows.size() * ROW) * scale();
    }

    @Override
    void draw(Pencil pencil, double width, double height) {
        if (model.depth() != shownDepth) {
            shownDepth = model.depth();
            reveal((TITLES + shownDepth * COLUMN) * scale(), COLUMN * scale(), offsetY(), 1, TITLES * scale());
        }
        pencil.rect(0, 0, width, height, pencil.colour(Role.LANE_BG));
        double left = TITLES * scale();
        double column = COLUMN * scale();
        int first = Math.max(0, (int) (offsetX() / column));
        int last = Math.min(model.path().length(), (int) ((offsetX() + width - left) / column) + 1);
        int firstRow = Math.max(0, (int) (offsetY() / scale() / ROW));
        int lastRow = Math.min(rows.size(), (int) ((offsetY() + height) / scale() / ROW) + 1);
        for (int depth = first; depth <= last; depth++) {
            column(pencil, depth, left + depth * column - offsetX(), firstRow, lastRow);
        }
        titles(pencil, firstRow, lastRow, left, height);
        head(pencil, first, last, left, width);
        pencil.rect(0, 0, left, HEAD * scale(), pencil.colour(Role.BG));
        pencil.font(11 * scale(), true);
        pencil.text(Messages.text("run.values-rows", rows.size(), all.size()), 12 * scale(), HEAD / 2 * scale(), TextAlignment.LEFT,
                pencil.colour(Role.TEXT_DIM));
    }

    private void column(Pencil pencil, int depth, double x, int firstRow, int lastRow) {
        long[] state = model.path().state(depth);
        long[] before = depth == 0 ? state : model.path().state(depth - 1);
        for (int r = firstRow; r < lastRow; r++) {
            double y = (HEAD + r * ROW) * scale() - offsetY();
            ValueRow row = rows.get(r);
            String text = row.text().apply(state);
            boolean changed = !text.equals(row.text().apply(before));
            if (changed) {
                pencil.rect(x + 1, y + 1, (COLUMN - 2) * scale(), (ROW - 2) * scale(), pencil.colour(Role.NOTICE, 0.25));
                pencil.rect(x + 1, y + 1, 3, (ROW - 2) * scale(), pencil.colour(Role.NOTICE));
            }
            pencil.font(10.5 * scale(), changed);
            pencil.text(pencil.fitting(text, (COLUMN - 10) * scale()), x + 8 * scale(), y + ROW / 2 * scale(), TextAlignment.LEFT,
                    pencil.colour(changed ? Role.TEXT : Role.TEXT_DIM));
        }
    }

    private void titles(Pencil pencil, int firstRow, int lastRow, double left, double height) {
        pencil.rect(0, 0, left, height, pencil.colour(Role.BG));
        pencil.font(10.5 * scale(), false);
        for (int r = firstRow; r < lastRow; r++) {
            double y = (HEAD + r * ROW) * scale() - offsetY();
            boolean begins = r == 0 || rows.get(r - 1).group() != rows.get(r).group();
            if (begins) {
                pencil.line(0, y, left, y, pencil.colour(Role.GRID), 1);
            }
            pencil.text(pencil.fitting(rows.get(r).title(), left - 20), 12 * scale(), y + ROW / 2 * scale(), TextAlignment.LEFT,
                    pencil.colour(Role.TEXT));
        }
        pencil.line(left, 0, left, height, pencil.colour(Role.GRID), 1);
    }

    private void head(Pencil pencil, int first, int last, double left, double width) {
        pencil.rect(left, 0, width - left, HEAD * scale(), pencil.colour(Role.BG));
        for (int depth = first; depth <= last; depth++) {
            double x = left + depth * COLUMN * scale() - offsetX();
            boolean present = depth == model.depth();
            if (present) {
                pencil.frame(x + 1, 1, (COLUMN - 2) * scale(), (HEAD + rows.size() * ROW) * scale() - offsetY() - 2, pencil.colour(Role.TEXT), 1.5);
            }
            pencil.font(10.5 * scale(), present);
            pencil.text(Integer.toString(depth), x + 8 * scale(), 11 * scale(), TextAlignment.LEFT, pencil.colour(Role.TEXT));
            pencil.font(9.5 * scale(), false);
            pencil.text(depth == 0 ? Messages.text("run.values-initial") : pencil.fitting(who(depth), (COLUMN - 10) * scale()),
                    x + 8 * scale(), 25 * scale(), TextAlignment.LEFT, pencil.colour(Role.TEXT_DIM));
        }
        pencil.line(0, HEAD * scale(), width, HEAD * scale(), pencil.colour(Role.GRID), 1);
    }

    private String who(int depth) {
        return model.path().step(depth - 1).step().id() + " " + model.machine().spec().tasks().get(model.path().task(depth - 1)).name();
    }

    private void follow() {
        RunPath path = model.path();
        boolean same = path == of && path.length() == length && filter.get().equals(filtered) && onlyChanging.get() == changing;
        if (same) {
            return;
        }
        if (path != of) {
            all = ValueRows.of(path, model.vmas());
        }
        of = path;
        length = path.length();
        filtered = filter.get();
        changing = onlyChanging.get();
        long[] changed = ValueRows.changed(path);
        String wanted = filtered.strip().toLowerCase(Locale.ROOT);
        rows = all.stream().filter(r -> r.title().toLowerCase(Locale.ROOT).contains(wanted))
                .filter(r -> !changing || length == 0 || ValueRows.changes(model.machine(), r, changed)).toList();
    }

    private void go(MouseEvent event) {
        requestFocus();
        if (event.getX() > TITLES * scale()) {
            model.jump(Math.clamp((int) ((event.getX() + offsetX() - TITLES * scale()) / (COLUMN * scale())), 0, model.path().length()));
        }
    }
}
