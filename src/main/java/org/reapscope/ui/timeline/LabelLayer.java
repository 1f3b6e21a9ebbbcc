package org.reapscope.ui.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

import org.reapscope.picture.Label;
import org.reapscope.picture.Palette;
import org.reapscope.picture.Role;

/** The texts of the lanes, on a canvas over their image. */
final class LabelLayer extends Canvas {

    private final Map<Double, Font> regular = new HashMap<>();
    private final Map<Double, Font> bold = new HashMap<>();
    private final Color[] colours = new Color[Role.values().length];
    private String family = Font.getDefault().getFamily();
    private String palette = "";

    LabelLayer() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Writes in this typeface from now on. */
    void setFamily(String newFamily) {
        if (!family.equals(newFamily)) {
            family = newFamily;
            regular.clear();
            bold.clear();
        }
    }

    /** Replaces what is written. */
    void draw(List<Label> labels, Palette with, double renderScale) {
        take(with);
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setTextBaseline(VPos.BASELINE);
        for (Label label : labels) {
            g.setFont(font(label.size() / renderScale, label.bold()));
            g.setFill(colours[label.role().ordinal()]);
            g.setTextAlign(switch (label.anchor()) {
                case START -> TextAlignment.LEFT;
                case MIDDLE -> TextAlignment.CENTER;
                case END -> TextAlignment.RIGHT;
            });
            g.fillText(label.text(), label.x() / renderScale, label.baseline() / renderScale, label.maxWidth() / renderScale);
        }
    }

    void erase() {
        getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
    }

    private Font font(double size, boolean heavy) {
        return (heavy ? bold : regular).computeIfAbsent(size,
                s -> Font.font(family, heavy ? FontWeight.SEMI_BOLD : FontWeight.NORMAL, s));
    }

    private void take(Palette with) {
        if (!palette.equals(with.name())) {
            palette = with.name();
            for (Role role : Role.values()) {
                colours[role.ordinal()] = colour(with.argb(role));
            }
        }
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >>> 16 & 0xff, argb >>> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
    }
}
