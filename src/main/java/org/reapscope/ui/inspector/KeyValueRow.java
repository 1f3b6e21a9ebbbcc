package org.reapscope.ui.inspector;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** A name at the left, what it stands for at the right; below each other where there is no room for both. */
final class KeyValueRow extends Region {

    private static final double GAP_EM = 0.833;
    private static final double INDENT_EM = 1.167;

    private final Label key = new Label();
    private final Label value = new Label();

    KeyValueRow() {
        getStyleClass().add("key-value");
        key.getStyleClass().add("key");
        value.setWrapText(true);
        value.setTextAlignment(TextAlignment.RIGHT);
        getChildren().setAll(key, value);
    }

    void show(String name, String what, String style) {
        key.setText(name);
        value.setText(what);
        value.getStyleClass().setAll("label", "value", style);
        setAccessibleText(name + ": " + what);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + key.prefWidth(-1) + gap() + value.prefWidth(-1) + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? Double.MAX_VALUE : width - snappedLeftInset() - snappedRightInset();
        double insets = snappedTopInset() + snappedBottomInset();
        return insets + (beside(inner) ? Math.max(key.prefHeight(-1), value.prefHeight(-1))
                : key.prefHeight(-1) + value.prefHeight(Math.max(1, inner - indent())));
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double inner = getWidth() - x - snappedRightInset();
        double keyHeight = key.prefHeight(-1);
        key.resizeRelocate(x, y, Math.min(inner, key.prefWidth(-1)), keyHeight);
        boolean beside = beside(inner);
        double room = Math.max(1, inner - indent());
        double width = beside ? value.prefWidth(-1) : Math.min(room, value.prefWidth(-1));
        value.resizeRelocate(snapPositionX(x + inner - width), beside ? y : y + keyHeight, width, beside ? value.prefHeight(-1) : value.prefHeight(width));
    }

    private boolean beside(double width) {
        return key.prefWidth(-1) + gap() + value.prefWidth(-1) <= width;
    }

    private double gap() {
        return key.getFont().getSize() * GAP_EM;
    }

    private double indent() {
        return key.getFont().getSize() * INDENT_EM;
    }
}
