package org.reapscope.ui.timeline;

import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

import org.reapscope.picture.Label;
import org.reapscope.picture.Legend;
import org.reapscope.picture.OffsetPen;
import org.reapscope.picture.Raster;
import org.reapscope.picture.Role;
import org.reapscope.picture.Viewport;

/** A legend of what is in sight, over the lower right of the lanes. */
final class LegendLayer extends Region {

    private static final double SHARE = 0.75;
    private static final double MOST = 620;
    private static final double PAD = 12;

    private final Raster raster = new Raster();
    private final ImageView image = new ImageView();
    private final LabelLayer words = new LabelLayer();

    LegendLayer() {
        getStyleClass().add("timeline-legend");
        setManaged(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().setAll(image, words);
    }

    /** Explains an image. */
    void draw(RasterLayer.Wish of, String family, double renderScale, double bottom) {
        Viewport viewport = of.viewport();
        int pad = viewport.px(PAD);
        int width = (int) Math.min(viewport.plotWidth() * SHARE, viewport.px(MOST));
        Legend legend = Legend.of(of.picture(), viewport, of.palette(), width - 2 * pad);
        int height = legend.height() + 2 * pad - viewport.px(4);
        resize(width / renderScale, height / renderScale);
        int[] pixels = new int[width * height];
        raster.into(pixels, width, height);
        raster.fill(0, 0, width, height, of.palette().argb(Role.BG));
        raster.outline(0, 0, width, height, viewport.px(1), of.palette().argb(Role.LANE_OUTLINE));
        legend.paint(new OffsetPen(raster, pad, pad, width - pad, height - pad));
        WritableImage drawn = new WritableImage(width, height);
        drawn.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        image.setImage(drawn);
        image.setFitWidth(width / renderScale);
        image.setFitHeight(height / renderScale);
        words.setWidth(width / renderScale);
        words.setHeight(height / renderScale);
        words.setFamily(family);
        words.draw(legend.labels().stream().map(label -> new Label(label.x() + pad, label.baseline() + pad, label.maxWidth(), label.size(),
                label.text(), label.role(), label.anchor(), label.bold())).toList(), of.palette(), renderScale);
        setAccessibleText(String.join(", ", legend.labels().stream().map(Label::text).toList()));
        relocate(Math.round(viewport.width() / renderScale - getWidth() - PAD), Math.round(Math.max(0, bottom - getHeight() - PAD)));
    }

}
