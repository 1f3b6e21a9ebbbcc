package org.reapscope.ui.run;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.Role;
import org.reapscope.run.RunTree;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.kit.Messages;

/**
 * Every run that was tried: a row for each branch, a box for the steps that one task takes in a row, a line from where a
 * branch leaves another. The branch that one stands on is filled. A click goes to the step that was clicked.
 */
final class BranchChart extends ScrolledCanvas {

    private static final double ROW = 30;
    private static final double TOP = 14;
    private static final double LEFT = 16;
    private static final double BOX = 19;
    private static final double GAP = 5;
    private static final double LEAST = 26;
    private static final double CHAR = 5.9;
    private static final double STEP = 2.2;
    private static final double MOST = 240;

    private final RunModel model;
    private List<Row> rows = List.of();
    private @Nullable RunTree of;
    private int size;
    private int shownNode = -1;

    /** A branch with the place of each of its boxes; {@code xs} has one more, the end. */
    private record Row(BranchRow branch, double[] xs) {

        double x(int depth) {
            for (int i = 0; i < branch.segments().size(); i++) {
                BranchRow.Segment segment = branch.segments().get(i);
                if (depth <= segment.to()) {
                    double end = xs[i + 1] - GAP;
                    return xs[i] + (end - xs[i]) * (depth - segment.from()) / (segment.to() - segment.from());
                }
            }
            return xs[xs.length - 1];
        }
    }

    BranchChart(RunModel model, AppContext context) {
        super(context, Messages.text("run.branches-spoken"));
        this.model = model;
        getStyleClass().add("branch-chart");
        model.revision().addListener((o, was, is) -> ask());
        setOnMouseClicked(this::go);
    }

    @Override
    double contentWidth() {
        follow();
        return rows.stream().mapToDouble(r -> r.xs()[r.xs().length - 1]).max().orElse(0) * scale() + 160 * scale();
    }

    @Override
    double contentHeight() {
        follow();
        return (2 * TOP + rows.size() * ROW) * scale();
    }

    @Override
    void draw(Pencil pencil, double width, double height) {
        pencil.rect(0, 0, width, height, pencil.colour(Role.LANE_BG));
        if (model.node() != shownNode) {
            shownNode = model.node();
            int row = rowOf(shownNode);
            double x = rows.get(row).x(model.depth()) * scale();
            reveal(Math.max(0, x - 40), 80, (TOP + row * ROW) * scale(), ROW * scale(), 0);
        }
        if (model.tree().size() == 1) {
            pencil.font(12 * scale(), false);
            pencil.text(Messages.text("run.no-steps"), LEFT * scale(), 24 * scale(), TextAlignment.LEFT, pencil.colour(Role.TEXT_DIM));
            return;
        }
        int first = Math.max(0, (int) ((offsetY() / scale() - TOP) / ROW) - 1);
        int last = Math.min(rows.size(), (int) ((offsetY() + height) / scale() / ROW) + 2);
        for (int i = 0; i < rows.size(); i++) {
            stem(pencil, i, first, last);
        }
        for (int i = first; i < last; i++) {
            row(pencil, rows.get(i), middle(i), width);
        }
        here(pencil);
    }

    private double middle(int row) {
        return (TOP + row * ROW + BOX / 2) * scale() - offsetY();
    }

    private void stem(Pencil pencil, int i, int first, int last) {
        BranchRow branch = rows.get(i).branch();
        if (branch.parent() >= 0 && i >= first && branch.parent() < last) {
            double x = rows.get(branch.parent()).x(branch.fork()) * scale() - offsetX();
            pencil.line(x, middle(branch.parent()) + BOX / 2 * scale(), x, middle(i), pencil.colour(Role.TEXT_DIM), 1.2);
            pencil.line(x, middle(i), rows.get(i).xs()[0] * scale() - offsetX(), middle(i), pencil.colour(Role.TEXT_DIM), 1.2);
        }
    }

    private void row(Pencil pencil, Row row, double y, double width) {
        List<BranchRow.Segment> segments = row.branch().segments();
        RunTree tree = model.tree();
        for (int s = 0; s < segments.size(); s++) {
            BranchRow.Segment segment = segments.get(s);
            double x = row.xs()[s] * scale() - offsetX();
            double wide = (row.xs()[s + 1] - row.xs()[s] - GAP) * scale();
            if (x > width || x + wide < 0) {
                continue;
            }
            boolean current = tree.depth(model.tip()) >= segment.to() && tree.at(model.tip(), segment.to()) == segment.last();
            boolean past = current && segment.to() <= model.depth();
            pencil.bar(x, y - BOX / 2 * scale(), wide, BOX * scale(), pencil.colour(past ? Role.RUNNING : Role.LANE));
            pencil.frame(x + 0.5, y - BOX / 2 * scale() + 0.5, wide - 1, BOX * scale() - 1,
                    pencil.colour(current ? Role.RUNNING : Role.TEXT_DIM), current ? 1.5 : 1);
            pencil.font(10 * scale(), current);
            pencil.text(pencil.fitting(words(segment), wide - 6), x + 5, y, TextAlignment.LEFT,
                    past ? pencil.inkOn(Role.RUNNING) : pencil.colour(Role.TEXT));
        }
        String name = model.nameOf(row.branch().tip());
        if (!name.isEmpty()) {
            pencil.font(11 * scale(), true);
            pencil.text(name, row.xs()[row.xs().length - 1] * scale() - offsetX() + 6, y, TextAlignment.LEFT, pencil.colour(Role.ACCENT));
        }
    }

    private void here(Pencil pencil) {
        int row = rowOf(model.node());
        double x = rows.get(row).x(model.depth()) * scale() - offsetX();
        double y = middle(row);
        pencil.line(x, y - ROW * 0.45 * scale(), x, y + ROW * 0.45 * scale(), pencil.colour(Role.TEXT), 2);
        pencil.flag(x, y - ROW * 0.5 * scale(), 8 * scale(), pencil.colour(Role.TEXT));
    }

    private String words(BranchRow.Segment segment) {
        int steps = segment.to() - segment.from();
        return model.machine().spec().tasks().get(segment.task()).name() + (steps == 1 ? "" : " ×" + steps);
    }

    private int rowOf(int node) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).branch().has(model.tree(), node)) {
                return i;
            }
        }
        return 0;
    }

    private void follow() {
        RunTree tree = model.tree();
        if (tree == of && tree.size() == size) {
            return;
        }
        of = tree;
        size = tree.size();
        shownNode = -1;
        List<Row> made = new ArrayList<>();
        for (BranchRow branch : BranchRow.of(tree)) {
            double[] xs = new double[branch.segments().size() + 1];
            xs[0] = branch.parent() < 0 ? LEFT : made.get(branch.parent()).x(branch.fork()) + 14;
            for (int s = 0; s < branch.segments().size(); s++) {
                BranchRow.Segment segment = branch.segments().get(s);
                double wide = Math.clamp(words(segment).length() * CHAR + 12 + STEP * (segment.to() - segment.from()), LEAST, MOST);
                xs[s + 1] = xs[s] + wide + GAP;
            }
            made.add(new Row(branch, xs));
        }
        rows = made;
    }

    private void go(MouseEvent event) {
        requestFocus();
        int row = (int) (((event.getY() + offsetY()) / scale() - TOP + (ROW - BOX) / 2) / ROW);
        if (row < 0 || row >= rows.size()) {
            return;
        }
        double x = (event.getX() + offsetX()) / scale();
        Row clicked = rows.get(row);
        List<BranchRow.Segment> segments = clicked.branch().segments();
        for (int s = 0; s < segments.size(); s++) {
            if (x >= clicked.xs()[s] && x < clicked.xs()[s + 1]) {
                BranchRow.Segment segment = segments.get(s);
                double share = (x - clicked.xs()[s]) / (clicked.xs()[s + 1] - GAP - clicked.xs()[s]);
                int depth = segment.from() + Math.clamp((int) Math.ceil(share * (segment.to() - segment.from())), 1,
                        segment.to() - segment.from());
                model.select(model.tree().at(segment.last(), depth));
            }
        }
    }
}
