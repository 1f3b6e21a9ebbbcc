package org.reapscope.ui.panes;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.reapscope.document.settings.PaneLayout;
import org.reapscope.document.settings.PaneSide;
import org.reapscope.ui.AppContext;

/**
 * The panes around a picture: tasks at its left, tables below it, an inspector at its right. A person hides them and drags
 * their dividers; both are kept in the settings, in lines of text, so they are the same in every document and after the next
 * start. Before a room the picture is alone.
 */
public final class SidePanes {

    private static final Map<PaneSide, Double> USUAL = Map.of(PaneSide.TASKS, 18.4, PaneSide.INSPECTOR, 30.0, PaneSide.TABLES, 16.2);
    private static final double TEXT_PX = 12;
    /** What sides of their usual size may take of the window, and what sides may that somebody has made larger. */
    private static final double USUAL_SHARE = 0.3;
    private static final double LARGEST_SHARE = 0.7;
    /** Half of a divider, and what rounding takes. */
    private static final double DRAGGED = 6;

    private final AppContext context;
    private final SplitPane columns;
    private final SplitPane rows;
    private final Node picture;
    private final Map<PaneSide, Node> sides;
    private final Map<PaneSide, Double> atLeast = new EnumMap<>(PaneSide.class);
    private boolean alone;

    private SidePanes(AppContext context, SplitPane columns, SplitPane rows, Node picture, Map<PaneSide, Node> sides) {
        this.context = context;
        this.columns = columns;
        this.rows = rows;
        this.picture = picture;
        this.sides = sides;
    }

    /** Keeps the tasks, the rows and the inspector of {@code columns}, and the picture and the tables of {@code rows}, in this order. */
    public static SidePanes keep(AppContext context, SplitPane columns, SplitPane rows) {
        SidePanes panes = new SidePanes(context, columns, rows, rows.getItems().getFirst(), Map.of(PaneSide.TASKS, columns.getItems().getFirst(),
                PaneSide.INSPECTOR, columns.getItems().getLast(), PaneSide.TABLES, rows.getItems().getLast()));
        panes.listen();
        return panes;
    }

    /** Leaves the picture alone for good. */
    public void leavePictureAlone() {
        alone = true;
        arrange();
    }

    /** Shows a side that is hidden, hides one that is shown. */
    public void toggle(PaneSide side) {
        context.preferences().change(s -> s.withPanes(s.panes().toggled(side)));
    }

    /** Shows a side. */
    public void show(PaneSide side) {
        if (layout().hidden().contains(side)) {
            toggle(side);
        }
    }

    /** Gives a side at least this share of the whole, until somebody drags it. */
    public void enlarge(PaneSide side, double share) {
        atLeast.put(side, share);
        divide();
    }

    /** Gives a side at least this share of the whole and shows it, or gives it its own size again. */
    public void toggleLarge(PaneSide side, double share) {
        if (shown(side) && atLeast.remove(side) != null) {
            divideNowAndThen();
        } else {
            show(side);
            enlarge(side, share);
            divideNowAndThen();
        }
    }

    /** What the key for the next pane goes round, in reading order. */
    public Stream<Node> round() {
        return Stream.of(node(PaneSide.TASKS), picture, node(PaneSide.TABLES), node(PaneSide.INSPECTOR)).filter(n -> n.getScene() != null);
    }

    private void listen() {
        for (Node part : List.of(columns, rows, picture, node(PaneSide.TASKS), node(PaneSide.TABLES), node(PaneSide.INSPECTOR))) {
            if (part instanceof Region region) {
                region.setMinWidth(0);
            }
        }
        columns.setMinHeight(0);
        context.preferences().settings().map(s -> s.panes()).addListener((o, was, is) -> arrange());
        context.presenting().on().addListener((Observable o) -> arrange());
        for (Observable size : List.of(columns.widthProperty(), rows.heightProperty(), context.appearance().textPercent())) {
            size.addListener(o -> divideNowAndThen());
        }
        columns.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> {
            if (e.getTarget() instanceof Node target && ofDivider(target)) {
                remember();
            }
        });
        arrange();
    }

    private PaneLayout layout() {
        return context.preferences().settings().get().panes();
    }

    private Node node(PaneSide side) {
        return Objects.requireNonNull(sides.get(side));
    }

    private boolean shown(PaneSide side) {
        return !alone && !context.presenting().on().get() && !layout().hidden().contains(side);
    }

    private void arrange() {
        show(rows, Stream.concat(Stream.of(picture), Stream.of(PaneSide.TABLES).filter(this::shown).map(this::node)).toList());
        show(columns, Stream.of(Stream.of(PaneSide.TASKS).filter(this::shown).map(this::node), Stream.<Node>of(rows),
                Stream.of(PaneSide.INSPECTOR).filter(this::shown).map(this::node)).flatMap(s -> s).toList());
        divideNowAndThen();
    }

    private static void show(SplitPane pane, List<Node> wanted) {
        if (!pane.getItems().equals(wanted)) {
            pane.getItems().setAll(wanted);
        }
    }

    /** A split pane that is being laid out moves its dividers afterwards, so they are set again. */
    private void divideNowAndThen() {
        divide();
        context.jobs().later(this::divide);
    }

    private void divide() {
        if (columns.getWidth() > 0) {
            double left = shown(PaneSide.TASKS) ? share(PaneSide.TASKS) : 0;
            double right = shown(PaneSide.INSPECTOR) ? share(PaneSide.INSPECTOR) : 0;
            if (columns.getItems().size() == 3) {
                columns.setDividerPositions(left, 1 - right);
            } else if (columns.getItems().size() == 2) {
                columns.setDividerPositions(left > 0 ? left : 1 - right);
            }
        }
        if (rows.getHeight() > 0 && rows.getItems().size() == 2) {
            rows.setDividerPositions(1 - share(PaneSide.TABLES));
        }
    }

    private double share(PaneSide side) {
        Double own = layout().lines().get(side);
        double lines = own != null ? own : USUAL.getOrDefault(side, 0.0);
        double share = Math.min(own != null ? LARGEST_SHARE : USUAL_SHARE, lines * line() / whole(side));
        boolean beside = side != PaneSide.TABLES && shown(PaneSide.TASKS) && shown(PaneSide.INSPECTOR);
        return Math.max(Math.min(share, beside ? LARGEST_SHARE / 2 : LARGEST_SHARE), atLeast.getOrDefault(side, 0.0));
    }

    private double line() {
        return TEXT_PX * context.appearance().textPercent().get() / 100;
    }

    private double whole(PaneSide side) {
        return side == PaneSide.TABLES ? rows.getHeight() : columns.getWidth();
    }

    private void remember() {
        for (PaneSide side : sides.keySet()) {
            Node node = node(side);
            if (!shown(side) || !(node instanceof Region region)) {
                continue;
            }
            double size = side == PaneSide.TABLES ? region.getHeight() : region.getWidth();
            if (Math.abs(size - share(side) * whole(side)) > DRAGGED) {
                atLeast.remove(side);
                double lines = size / line();
                context.preferences().change(s -> s.withPanes(s.panes().with(side, lines)));
            }
        }
    }

    private boolean ofDivider(Node target) {
        for (Node n = target; n != null && n != columns; n = n.getParent()) {
            if (n.getStyleClass().contains("split-pane-divider")) {
                Parent pane = n.getParent();
                return pane == columns || pane == rows;
            }
        }
        return false;
    }
}
