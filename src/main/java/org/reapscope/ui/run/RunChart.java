package org.reapscope.ui.run;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.Palette;
import org.reapscope.picture.Role;
import org.reapscope.picture.run.RunLane;
import org.reapscope.picture.run.RunLanes;
import org.reapscope.run.GhostRun;
import org.reapscope.run.RunPath;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.OncePerPulse;

/**
 * The picture of a run over its steps: states of tasks, the address space with its walkers, locks and reference counts,
 * a cursor at the present step. Only the steps in sight are drawn. A click jumps.
 */
final class RunChart extends Region {

    private static final double FEWEST_LABELS = 84;
    private static final double MOST_LABELS = 168;
    private static final double LABEL_CHAR = 6.3;
    private static final double LABEL_MARGIN = 20;
    private static final double RIGHT = 14;
    private static final double FOOT = 26;
    private static final double BAR = 12;
    private static final double PAN_SHARE = 0.2;

    private final RunModel model;
    private final LampsModel lamps;
    private boolean answersKept;
    private final AppContext context;
    private final Canvas canvas = new Canvas();
    private final ScrollBar scroll = new ScrollBar();
    private final ChartWindow window = new ChartWindow(scroll);
    private final OncePerPulse painting = new OncePerPulse(this, this::paint);
    private List<RunLane> lanes = List.of();
    private List<String> pointedAt = List.of();
    private List<RunLane> ghostLanes = List.of();
    private RunPath lanesOf;
    private @Nullable GhostRun ghostOf;
    private int lampsOf = -1;
    private double pointerX = -1;

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
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> pointerX = e.getX());
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> pointerX = -1);
        setOnScroll(this::turn);
    }

    /** Frames the lanes of these tasks, locks and fields. */
    void pointAt(List<String> names) {
        pointedAt = List.copyOf(names);
        painting.ask();
    }

    /** The step under a pointer, from 1; 0 if there is none. */
    int stepAt(double x) {
        return x < columns().left() ? 0 : columns().depthAt(x);
    }

    /** Fewer steps in sight, around the pointer or else the present step. */
    void zoomIn() {
        zoom(true);
    }

    void zoomOut() {
        zoom(false);
    }

    void panLeft() {
        window.pan(-columns().seen() * PAN_SHARE);
    }

    void panRight() {
        window.pan(columns().seen() * PAN_SHARE);
    }

    /** All steps at once; the same again goes back to a readable width. */
    void fitAll() {
        StepColumns now = columns();
        if (now.seen() >= now.length() + 1.9) {
            window.usual();
        } else {
            window.fit(now);
        }
        painting.ask();
    }

    private void zoom(boolean in) {
        StepColumns now = columns();
        double x = pointerX >= now.left() ? pointerX : Math.clamp(now.x(model.depth()), now.left(), now.right());
        window.zoom(now, in, x);
        painting.ask();
    }

    private void turn(ScrollEvent event) {
        double sideways = event.getDeltaX() != 0 ? event.getDeltaX() : event.isShiftDown() ? event.getDeltaY() : 0;
        if (sideways != 0) {
            window.pan(-sideways / columns().pitch());
            event.consume();
        } else if (event.isShortcutDown() && event.getDeltaY() != 0) {
            pointerX = event.getX();
            zoom(event.getDeltaY() > 0);
            event.consume();
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return ChartLayout.height(lanes, scale()) + BAR * scale();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        double left = labels();
        scroll.resizeRelocate(left, getHeight() - BAR, Math.max(0, getWidth() - left - RIGHT), BAR);
        painting.ask();
    }

    private double scale() {
        return context.appearance().textPercent().get() / 100.0;
    }

    private double labels() {
        int longest = lanes.stream().mapToInt(l -> l.title().length()).max().orElse(0);
        return Math.clamp(longest * LABEL_CHAR + LABEL_MARGIN, FEWEST_LABELS, MOST_LABELS) * scale();
    }

    private void jump(MouseEvent event) {
        requestFocus();
        if (event.getX() >= columns().left()) {
            model.jump(columns().depthAt(event.getX()));
        }
    }

    private StepColumns columns() {
        double left = labels();
        return window.columns(left, Math.max(left + 1, getWidth() - RIGHT), model.path().length(), scale());
    }

    private void follow() {
        if (lanesOf != model.path() || lampsOf != lamps.revision().get()) {
            lanesOf = model.path();
            double before = computeMinHeight(-1);
            lanes = allLanes();
            if (computeMinHeight(-1) != before) {
                requestLayout();
            }
        }
        GhostRun ghost = model.ghost().orElse(null);
        if (ghost != ghostOf) {
            ghostOf = ghost;
            ghostLanes = ghost == null ? List.of() : RunLanes.of(ghost, model.vmas());
        }
        window.follow(columns(), model.depth());
    }

    /** What is still possible is not told in this chart, whatever is told elsewhere. */
    void keepAnswers() {
        answersKept = true;
        lanes = allLanes();
        requestLayout();
    }

    private boolean answersHidden() {
        return answersKept || context.presenting().answersHidden().get();
    }

    private List<RunLane> allLanes() {
        lampsOf = lamps.revision().get();
        List<RunLane> all = new ArrayList<>(answersHidden() ? List.of() : LampLanes.of(lamps));
        all.addAll(RunLanes.of(model.path(), model.vmas()));
        return all;
    }

    private void paint() {
        if (getWidth() <= labels() + RIGHT || getHeight() <= 0) {
            return;
        }
        follow();
        StepColumns columns = columns();
        Pencil pencil = new Pencil(canvas.getGraphicsContext2D(), Palette.named(context.appearance().theme().get().id()));
        pencil.rect(0, 0, getWidth(), getHeight(), pencil.colour(Role.LANE_BG));
        ChartLayout layout = ChartLayout.of(lanes, getHeight() - BAR * scale(), scale());
        double foot = Math.min(getHeight() - FOOT * scale() - BAR, layout.end() + 8 * scale());
        ChartHead head = new ChartHead(pencil, columns, scale(), foot);
        head.grid();
        LampPainter lampPainter = new LampPainter(pencil, columns, scale());
        lanes(layout, new LanePainter(pencil, columns, scale()), lampPainter);
        WalkPainter walks = new WalkPainter(pencil, columns, scale(), layout.in(RunLane.Group.ADDRESS_SPACE), model.vmas());
        walks.draw(model.path());
        head.unreachable(model.path().marks());
        model.ghost().ifPresent(ghost -> {
            walks.ghost(ghost);
            head.parting(ghost, columns.x(model.depth()));
        });
        if (context.presenting().on().get() && context.presenting().spotlight().get()) {
            new Spotlight(pencil, model, getWidth()).draw(layout.lanes());
        }
        head.flags(model);
        cursor(pencil, columns, foot);
        new PointerPainter(pencil, columns, scale()).draw(layout.lanes(), pointedAt);
        headings(pencil, layout);
        outcomes(lampPainter, layout.in(RunLane.Group.OUTCOMES));
    }

    /** Over everything else, so that no line runs through their words. */
    private void headings(Pencil pencil, ChartLayout layout) {
        pencil.font(10.5 * scale(), true);
        layout.headings().forEach((group, y) -> {
            String words = heading(group);
            pencil.rect(12, y - 8 * scale(), pencil.width(words) + 6, 16 * scale(), pencil.colour(Role.LANE_BG));
            pencil.text(words, 14, y, TextAlignment.LEFT, pencil.colour(Role.TEXT_DIM));
        });
    }

    private void lanes(ChartLayout layout, LanePainter painter, LampPainter lampPainter) {
        int place = 0;
        for (PlacedLane lane : layout.lanes()) {
            if (lane.lane().group() == RunLane.Group.OUTCOMES) {
                lampPainter.draw(lane);
            } else {
                painter.draw(lane);
                if (place < ghostLanes.size() && ghostLanes.get(place).title().equals(lane.lane().title())) {
                    painter.ghost(lane, ghostLanes.get(place));
                }
                place++;
            }
        }
    }

    private void outcomes(LampPainter painter, List<PlacedLane> placed) {
        List<LampRow> rows = lamps.outdated() || answersHidden() ? List.of()
                : LampLanes.open(lamps);
        for (int i = 0; i < rows.size() && i < placed.size(); i++) {
            painter.now(placed.get(i), model.depth(), LampText.now(rows.get(i), model.depth()));
        }
    }

    private String heading(RunLane.Group group) {
        return switch (group) {
            case OUTCOMES -> Messages.text(lamps.outdated() ? "explore.lamps-outdated" : "explore.lamps");
            case TASK_STATES -> Messages.text("run.task-states");
            case ADDRESS_SPACE -> Messages.text("run.address-space");
            case LOCKS -> Messages.text("run.locks");
        };
    }

    private void cursor(Pencil pencil, StepColumns columns, double foot) {
        double x = columns.x(model.depth());
        if (x < columns.left() - 1 || x > columns.right() + 1) {
            return;
        }
        double end = columns.within(columns.length());
        if (end > x) {
            pencil.rect(x, 18 * scale(), end - x, foot - 18 * scale(), pencil.colour(Role.LANE_BG, 0.5));
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
