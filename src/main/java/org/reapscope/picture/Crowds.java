package org.reapscope.picture;

import java.util.List;
import java.util.function.IntUnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The crowds of a picture at a zoom, in sight or not: what is a crowd does not change while the view moves. They are found when
 * somebody asks, and kept until the zoom changes or the view has moved by its whole width.
 */
final class Crowds {

    private @Nullable Picture picture;
    private @Nullable Viewport at;
    private @Nullable List<Throng> bands;
    private @Nullable List<Throng> flags;

    /** Of the bands. */
    List<Throng> bands(Frame frame) {
        renew(frame);
        List<Throng> known = bands;
        if (known == null) {
            List<Band> all = frame.picture.bands();
            Viewport viewport = frame.viewport;
            known = Throng.of(0, all.size(), i -> true, i -> viewport.gridX(all.get(i).startNs()),
                    i -> Math.max(viewport.gridX(all.get(i).startNs()) + 1, viewport.gridX(all.get(i).endNs())), frame.px(10), frame.px(14));
            bands = known;
        }
        return known;
    }

    /** Of the flags. */
    List<Throng> flags(Frame frame) {
        renew(frame);
        List<Throng> known = flags;
        if (known == null) {
            List<Mark> all = frame.picture.marks();
            Viewport viewport = frame.viewport;
            IntUnaryOperator x = i -> viewport.gridX(all.get(i).ns());
            known = Throng.of(0, all.size(), i -> all.get(i).shape() == Mark.Shape.FLAG, x, x, frame.px(20), frame.px(20));
            flags = known;
        }
        return known;
    }

    private void renew(Frame frame) {
        Viewport before = at;
        Viewport now = frame.viewport;
        boolean same = before != null && picture == frame.picture && before.base() == now.base() && before.plotWidth() == now.plotWidth()
                && before.endNs() - before.startNs() == now.endNs() - now.startNs() && before.scale() == now.scale();
        if (!same) {
            picture = frame.picture;
            bands = null;
            flags = null;
        }
        at = now;
    }
}
