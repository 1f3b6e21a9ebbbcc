package org.reapscope.ui.presentation;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The caption in large type. It has room for two lines of a sentence, so that the picture does not jump between steps. */
public final class CaptionBar extends VBox {

    private static final double LINES = 5;

    private final Label where = new Label();
    private final Label code = new Label();
    private final Label sentence = new Label();

    public CaptionBar() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        where.getStyleClass().add("caption-where");
        code.getStyleClass().addAll("caption-code", "mono");
        sentence.getStyleClass().add("caption-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(0);
        setMinHeight(0);
        HBox top = new HBox(where, gap, code);
        top.getStyleClass().add("caption-top");
        getChildren().setAll(top, sentence);
        getStyleClass().add("caption");
    }

    public void show(Caption caption) {
        where.setText(caption.where());
        code.setText(caption.code());
        sentence.setText(caption.sentence());
        setAccessibleText(caption.where() + ": " + caption.sentence());
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(super.computePrefHeight(width), LINES * sentence.getFont().getSize());
    }
}
