package org.reapscope.view.stepper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Machine;
import org.reapscope.paint.Palette;
import org.reapscope.paint.Role;
import org.reapscope.view.AppContext;
import org.reapscope.view.Messages;
import org.reapscope.view.OncePerPulse;
import org.reapscope.viewmodel.explore.LampLanes;
import org.reapscope.viewmodel.explore.LampRow;
import org.reapscope.viewmodel.explore.LampText;
import org.reapscope.viewmodel.explore.LampsModel;
import org.reapscope.viewmodel.run.PropertyNow;
import org.reapscope.viewmodel.run.PropertyText;
import org.reapscope.viewmodel.run.RunLane;
import org.reapscope.viewmodel.run.RunLanes;
import org.reapscope.viewmodel.run.RunMm;
import org.reapscope.viewmodel.run.RunModel;
import org.reapscope.viewmodel.run.RunPath;

/**
 * The picture of a run over its steps: states of tasks, the address space with its walkers, locks and reference counts,
 * a cursor at the present step. Only the steps in sight are drawn. A click jumps.
 */
final class RunChart extends Region {

    private static final double LABELS = 118;
    private static final double RIGHT = 14;
    private static final double RULER = 40;
    private static final double HEADING = 24;
    private static final double FOOT = 26;
    private static final double UNIT = 11;
    private static final double GAP = 3;
    private static final double NARROWEST = 9;
    private static final double WIDEST = 34;
    private static final int FEWEST = 24;
    private static final double BAR = 12;

    private final RunModel model;
    private final LampsModel lamps;
    private final AppContext context;
    private final Canvas canvas = new Canvas();
    private final ScrollBar scroll = new ScrollBar();
    private final OncePerPulse painting = new OncePerPulse(this, this::paint);
    private List<RunLane> lanes = List.of();
    private RunPath lanesOf;
    private int lampsOf = -1;
    private int shownDepth = -1;

    RunChart(RunModel model, LampsModel lamps, AppContext context) {
        this.model = model;
        this.lamps = lamps;
        this.context = context;
        lanesOf = model.path();
        lanes = allLanes();
        canvas.setManaged(false);
        scroll.setManaged(false);
        getChildren().setAll(canvas, scroll);
        getStyleClass().add("run-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Messages.text("run.chart"));
        model.revision().addListener((o, was, is) -> painting.ask());
        lamps.revision().addListener((o, was, is) -> painting.ask());
        scroll.valueProperty().addListener((o, was, is) -> painting.ask());
        context.appearance().theme().addListener((o, was, is) -> painting.ask());
        context.presenting().spotlight().addListener((o, was, is) -> painting.ask());
        context.presenting().on().addListener((o, was, is) -> painting.ask());
        context.presenting().answersHidden().addListener((o, was, is) -> {
            lanes = allLanes();
            requestLayout();
        });
        context.appearance().textPercent().addListener((o, was, is) -> requestLayout());
        setOnMousePressed(this::jump);
        setOnMouseDragged(this::jump);
        setOnScroll(e -> {
            double turn = e.getDeltaX() != 0 ? e.getDeltaX() : e.isShiftDown() ? e.getDeltaY() : 0;
            if (turn != 0) {
                scroll.setValue(Math.clamp(scroll.getValue() - turn / columns().pitch(), scroll.getMin(), scroll.getMax()));
                e.consume();
            }
        });
    }

    /** The step under a pointer, from 1; 0 if there is none. */
    int stepAt(double x) {
        return x < columns().left() ? 0 : columns().depthAt(x);
    }

    @Override
    protected double computeMinHeight(double width) {
        double units = lanes.stream().mapToDouble(RunLane::units).sum();
        return scale() * (RULER + headings() * HEADING + FOOT + BAR + units * UNIT) + lanes.size() * GAP;
    }

    private long headings() {
        return lanes.stream().map(RunLane::group).distinct().count();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        double left = LABELS * scale();
        scroll.resizeRelocate(left, getHeight() - BAR, Math.max(0, getWidth() - left - RIGHT), BAR);
        painting.ask();
    }

    private double scale() {
        return context.appearance().textPercent().get() / 100.0;
    }

    private void jump(MouseEvent event) {
        requestFocus();
        if (event.getX() >= columns().left()) {
            model.jump(columns().depthAt(event.getX()));
        }
    }

    private Columns columns() {
        double left = LABELS * scale();
        double right = Math.max(left + 1, getWidth() - RIGHT);
        int length = model.path().length();
        double pitch = Math.clamp((right - left) / Math.max(FEWEST, length + 1), NARROWEST * scale(), WIDEST * scale());
        return new Columns(left, right, scroll.getValue(), pitch, length);
    }

    private void follow() {
        if (lanesOf != model.path() || lampsOf != lamps.revision().get()) {
            lanesOf = model.path();
            int before = lanes.size();
            lanes = allLanes();
            if (lanes.size() != before) {
                requestLayout();
            }
        }
        Columns columns = columns();
        double seen = (columns.right() - columns.left()) / columns.pitch();
        scroll.setMax(Math.max(0, columns.length() + 2 - seen));
        scroll.setVisibleAmount(scroll.getMax() <= 0 ? 1 : scroll.getMax() * seen / (columns.length() + 2));
        scroll.setVisible(scroll.getMax() > 0);
        if (scroll.getValue() > scroll.getMax()) {
            scroll.setValue(scroll.getMax());
        }
        int depth = model.depth();
        if (depth != shownDepth) {
            shownDepth = depth;
            if (depth < scroll.getValue() + 1) {
                scroll.setValue(Math.max(0, depth - seen / 4));
            } else if (depth > scroll.getValue() + seen - 2) {
                scroll.setValue(Math.clamp(depth - seen * 3 / 4, 0, scroll.getMax()));
            }
        }
    }

    private List<RunLane> allLanes() {
        lampsOf = lamps.revision().get();
        List<RunLane> all = new ArrayList<>(context.presenting().answersHidden().get() ? List.of() : LampLanes.of(lamps));
        all.addAll(RunLanes.of(model.path(), model.vmas()));
        return all;
    }

    private void paint() {
        if (getWidth() <= LABELS * scale() + RIGHT || getHeight() <= 0) {
            return;
        }
        follow();
        Columns columns = columns();
        Pencil pencil = new Pencil(canvas.getGraphicsContext2D(), Palette.named(context.appearance().theme().get().id()));
        pencil.rect(0, 0, getWidth(), getHeight(), pencil.colour(Role.LANE_BG));
        ruler(pencil, columns);
        List<PlacedLane> placed = place(pencil);
        LanePainter painter = new LanePainter(pencil, columns, scale());
        LampPainter lampPainter = new LampPainter(pencil, columns, scale());
        for (PlacedLane lane : placed) {
            if (lane.lane().group() == RunLane.Group.OUTCOMES) {
                lampPainter.draw(lane);
            } else {
                painter.draw(lane);
            }
        }
        new WalkPainter(pencil, columns, scale(), model.path(),
                placed.stream().filter(p -> p.lane().group() == RunLane.Group.ADDRESS_SPACE).toList(), model.vmas()).draw();
        unreachable(pencil, columns);
        if (context.presenting().on().get() && context.presenting().spotlight().get()) {
            new Spotlight(pencil, model, getWidth()).draw(placed);
        }
        properties(pencil, columns);
        cursor(pencil, columns);
        outcomes(lampPainter, placed);
    }

    private void outcomes(LampPainter painter, List<PlacedLane> placed) {
        List<LampRow> rows = lamps.outdated() || context.presenting().answersHidden().get() ? List.of()
                : LampLanes.open(lamps);
        for (int i = 0; i < rows.size() && i < placed.size(); i++) {
            painter.now(placed.get(i), model.depth(), LampText.now(rows.get(i), model.depth()));
        }
    }

    private void ruler(Pencil pencil, Columns columns) {
        int every = 1;
        while (columns.pitch() * every < 46 * scale()) {
            every = Integer.toString(every).startsWith("2") ? every / 2 * 5 : every * 2;
        }
        pencil.font(10 * scale(), false);
        int last = (int) (columns.first() + (columns.right() - columns.left()) / columns.pitch());
        for (int depth = columns.from() / every * every; depth <= last; depth += every) {
            double x = columns.x(depth);
            if (x >= columns.left() - 0.5) {
                pencil.line(x, 18 * scale(), x, getHeight() - FOOT * scale(), pencil.colour(Role.GRID), 1);
                pencil.text(Integer.toString(depth), x, 10 * scale(), TextAlignment.CENTER, pencil.colour(Role.TEXT_DIM));
            }
        }
    }

    private List<PlacedLane> place(Pencil pencil) {
        double fixed = computeMinHeight(-1);
        double address = lanes.stream().filter(l -> l.group() == RunLane.Group.ADDRESS_SPACE).mapToDouble(RunLane::units).sum();
        double stretch = address == 0 ? 1 : 1 + Math.max(0, getHeight() - fixed) / (address * UNIT * scale());
        List<PlacedLane> placed = new ArrayList<>();
        double y = (RULER - HEADING) * scale();
        RunLane.@Nullable Group group = null;
        for (RunLane lane : lanes) {
            if (lane.group() != group) {
                group = lane.group();
                pencil.font(10.5 * scale(), true);
                pencil.text(heading(group), 14, y + (HEADING - 10) * scale(), TextAlignment.LEFT, pencil.colour(Role.TEXT_DIM));
                y += HEADING * scale();
            }
            double height = lane.units() * UNIT * scale() * (group == RunLane.Group.ADDRESS_SPACE ? stretch : 1);
            placed.add(new PlacedLane(lane, y, height));
            y += height + (group == RunLane.Group.ADDRESS_SPACE ? 1 : GAP);
        }
        return placed;
    }

    private String heading(RunLane.Group group) {
        return switch (group) {
            case OUTCOMES -> Messages.text(lamps.outdated() ? "explore.lamps-outdated" : "explore.lamps");
            case TASK_STATES -> Messages.text("run.task-states");
            case ADDRESS_SPACE -> Messages.text("run.address-space");
            case LOCKS -> Messages.text("run.locks");
        };
    }

    /** Shades the steps after which process_mrelease can only fail although memory is left. */
    private void unreachable(Pencil pencil, Columns columns) {
        Machine machine = model.machine();
        for (int step = columns.from(); step < columns.to(); step++) {
            for (int mm = 0; mm < RunMm.count(machine); mm++) {
                if (RunMm.unreachable(machine, model.path().state(step + 1), mm)) {
                    double x = Math.max(columns.left(), columns.x(step));
                    pencil.rect(x, RULER * scale(), columns.x(step + 1) - x, getHeight() - (RULER + FOOT) * scale(),
                            pencil.colour(Role.ESRCH_SHADE, 0.5));
                    break;
                }
            }
        }
    }

    private void properties(Pencil pencil, Columns columns) {
        pencil.font(10 * scale(), true);
        double free = columns.left();
        List<PropertyNow> begun = model.properties().stream().filter(p -> p.since() > 0)
                .sorted(Comparator.comparingInt(PropertyNow::since)).toList();
        for (PropertyNow property : begun) {
            double x = columns.x(property.since() - 0.5);
            if (x >= columns.left() && x <= columns.right()) {
                Role role = PropertyText.good(property.name()) ? Role.EXITING : Role.SEVERE;
                pencil.flag(x, 19 * scale(), 9 * scale(), pencil.colour(role));
                String title = PropertyText.title(property.name());
                if (x >= free && x + pencil.width(title) < columns.right()) {
                    pencil.text(title, x + 8 * scale(), 23 * scale(), TextAlignment.LEFT, pencil.colour(role));
                    free = x + pencil.width(title) + 14 * scale();
                }
            }
        }
    }

    private void cursor(Pencil pencil, Columns columns) {
        double x = columns.x(model.depth());
        if (x < columns.left() - 1 || x > columns.right() + 1) {
            return;
        }
        double end = Math.min(columns.right(), columns.x(columns.length()));
        double foot = getHeight() - FOOT * scale();
        if (end > x) {
            pencil.rect(x, 30 * scale(), end - x, foot - 30 * scale(), pencil.colour(Role.LANE_BG, 0.55));
        }
        pencil.line(x, 18 * scale(), x, foot, pencil.colour(Role.TEXT), 1.5);
        String words = Messages.text("run.step", model.depth());
        pencil.font(10 * scale(), true);
        double width = pencil.width(words) + 16;
        double left = Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width));
        pencil.bar(left, foot, width, 16 * scale(), pencil.colour(Role.TEXT));
        pencil.text(words, left + width / 2, foot + 8 * scale(), TextAlignment.CENTER, pencil.colour(Role.LANE_BG));
    }
}
