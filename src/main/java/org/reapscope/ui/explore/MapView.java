package org.reapscope.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.graph.Lamp;
import org.reapscope.explore.graph.OutcomeMap;
import org.reapscope.explore.report.LampText;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.ui.kit.Clicks;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.Texts;

/** Draws a map of decisions: a box for each region, further right the more is settled, and a curve for each passage. */
final class MapView extends Pane {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");
    private static final int MOST_LABELS = 16;
    private static final double GAP = 10;
    private static final double EDGE = 14;
    private static final double BEND = 0.45;

    private final Consumer<OutcomeMap.Passage> select;
    private final List<VBox> boxes = new ArrayList<>();
    private final List<CubicCurve> curves = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private @Nullable OutcomeMap map;
    private @Nullable MapLayout places;

    MapView(Consumer<OutcomeMap.Passage> select) {
        this.select = select;
        getStyleClass().add("map");
    }

    void show(@Nullable OutcomeMap newMap) {
        map = newMap;
        boxes.clear();
        curves.clear();
        labels.clear();
        getChildren().clear();
        places = newMap == null ? null : MapLayout.of(newMap);
        if (newMap == null) {
            return;
        }
        newMap.regions().forEach(region -> boxes.add(box(newMap, region)));
        for (OutcomeMap.Passage passage : newMap.passages()) {
            CubicCurve curve = new CubicCurve();
            curve.getStyleClass().add("map-passage");
            curve.setOnMouseClicked(e -> select.accept(passage));
            curves.add(curve);
            labels.add(label(passage, curves.size() <= MOST_LABELS));
        }
        getChildren().addAll(curves);
        getChildren().addAll(boxes);
        getChildren().addAll(labels);
        requestLayout();
    }

    /** Marks the regions that a run has passed, and the one where it stands. */
    void way(List<Integer> way) {
        OutcomeMap now = map;
        for (int r = 0; r < boxes.size(); r++) {
            boxes.get(r).pseudoClassStateChanged(HERE, !way.isEmpty() && way.getLast() == r);
            boxes.get(r).pseudoClassStateChanged(PASSED, way.contains(r));
        }
        for (int p = 0; now != null && p < curves.size(); p++) {
            OutcomeMap.Passage passage = now.passages().get(p);
            int at = way.indexOf(passage.from());
            boolean passed = at >= 0 && at + 1 < way.size() && way.get(at + 1) == passage.to();
            curves.get(p).pseudoClassStateChanged(PASSED, passed);
        }
    }

    private static VBox box(OutcomeMap map, OutcomeMap.Region region) {
        HBox signs = new HBox();
        signs.getStyleClass().add("map-signs");
        List<String> spoken = new ArrayList<>();
        for (int i = 0; i < map.properties().size(); i++) {
            Lamp lamp = region.lamps().get(i);
            signs.getChildren().add(Texts.label(i + 1 + LampText.sign(lamp), "map-sign",
                    LampText.tone(lamp, map.properties().get(i)).style()));
            spoken.add(PropertyText.title(map.properties().get(i)) + " " + LampText.word(lamp));
        }
        VBox box = new VBox(signs, Texts.label(String.format(Locale.ROOT, "%,d states", region.states()), "small", "dim"));
        box.getStyleClass().add("map-region");
        box.setAccessibleText(String.join(", ", spoken));
        return box;
    }

    private Label label(OutcomeMap.Passage passage, boolean shown) {
        OutcomeMap.Kind first = passage.kinds().getFirst();
        String words = first.task() + " " + first.id()
                + (passage.kinds().size() > 1 ? Messages.text("map.more", passage.kinds().size() - 1) : "");
        Label label = Texts.label(words, "map-label", "clickable-row");
        label.setVisible(shown);
        label.setAccessibleText(words);
        Clicks.on(label, () -> select.accept(passage));
        return label;
    }

    @Override
    protected double computePrefHeight(double width) {
        MapLayout now = places;
        double box = boxes.stream().mapToDouble(b -> b.prefHeight(-1)).max().orElse(0);
        return now == null ? 0 : 2 * EDGE + now.rows() * (box + GAP);
    }

    @Override
    protected double computePrefWidth(double height) {
        MapLayout now = places;
        double box = boxes.stream().mapToDouble(b -> b.prefWidth(-1)).max().orElse(0);
        double label = labels.stream().mapToDouble(l -> l.prefWidth(-1)).max().orElse(0);
        return now == null ? 0 : 2 * EDGE + now.columns() * box + (now.columns() - 1) * (label + GAP);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        OutcomeMap now = map;
        MapLayout where = places;
        if (now == null || where == null) {
            return;
        }
        double width = boxes.stream().mapToDouble(b -> b.prefWidth(-1)).max().orElse(0);
        double height = boxes.stream().mapToDouble(b -> b.prefHeight(-1)).max().orElse(0);
        double pitch = where.columns() == 1 ? 0 : (getWidth() - 2 * EDGE - width) / (where.columns() - 1);
        for (int r = 0; r < boxes.size(); r++) {
            double free = getHeight() - 2 * EDGE;
            double y = EDGE + free * (where.row(r) + 0.5) / where.inColumn(r) - height / 2;
            boxes.get(r).resizeRelocate(EDGE + where.column(r) * pitch, y, width, height);
        }
        for (int p = 0; p < curves.size(); p++) {
            OutcomeMap.Passage passage = now.passages().get(p);
            place(curves.get(p), labels.get(p), boxes.get(passage.from()), boxes.get(passage.to()));
        }
        separate();
    }

    private static void place(CubicCurve curve, Label label, VBox from, VBox to) {
        Point2D start = new Point2D(from.getLayoutX() + from.getWidth(), from.getLayoutY() + from.getHeight() / 2);
        Point2D end = new Point2D(to.getLayoutX(), to.getLayoutY() + to.getHeight() / 2);
        double bend = (end.getX() - start.getX()) * BEND;
        curve.setStartX(start.getX());
        curve.setStartY(start.getY());
        curve.setControlX1(start.getX() + bend);
        curve.setControlY1(start.getY());
        curve.setControlX2(end.getX() - bend);
        curve.setControlY2(end.getY());
        curve.setEndX(end.getX());
        curve.setEndY(end.getY());
        Point2D middle = start.midpoint(end);
        label.autosize();
        label.relocate(middle.getX() - label.getWidth() / 2, middle.getY() - label.getHeight() / 2);
    }

    /** Moves labels down, from the top, until none covers another or a box. */
    private void separate() {
        List<Label> placed = new ArrayList<>();
        List<Label> order = new ArrayList<>(labels.stream().filter(Label::isVisible).toList());
        order.sort(java.util.Comparator.comparingDouble(Label::getLayoutY));
        for (Label label : order) {
            for (int tries = 0; tries < order.size() + boxes.size(); tries++) {
                double bottom = covered(label, placed);
                if (bottom < 0) {
                    break;
                }
                label.setLayoutY(bottom + 1);
            }
            placed.add(label);
        }
    }

    private double covered(Label label, List<Label> placed) {
        for (Label other : placed) {
            if (label.getBoundsInParent().intersects(other.getBoundsInParent())) {
                return other.getBoundsInParent().getMaxY();
            }
        }
        for (VBox box : boxes) {
            if (label.getBoundsInParent().intersects(box.getBoundsInParent())) {
                return box.getBoundsInParent().getMaxY();
            }
        }
        return -1;
    }
}
