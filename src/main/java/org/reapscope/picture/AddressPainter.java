package org.reapscope.picture;

import java.util.List;

/**
 * Draws an address space over time. The gaps between ranges are left out, and a range's height grows with the square root of its
 * size, so that small ones can be seen beside large ones.
 */
final class AddressPainter {

    private static final double LEAST_SHARE = 0.04;
    /** Shorter pieces of a way are drawn as one, or dashes would run together. */
    private static final double SEGMENT = 20;
    private static final int HOLD_ALPHA = 0x70;

    private AddressPainter() {}

    static void paint(Frame frame, AddressSpace space, int y, int height) {
        Viewport viewport = frame.viewport;
        frame.pen.fill(frame.left(), y, viewport.plotWidth(), height, frame.argb(Role.VMA_FREE));
        for (int i = 0; i < space.ranges().size(); i++) {
            AddressSpace.Range range = space.ranges().get(i);
            int top = y(space, range.end(), y, height);
            int bottom = y(space, range.start(), y, height);
            int x = Math.max(frame.left(), viewport.x(range.fromNs()));
            frame.pen.fill(x, top + frame.px(1), viewport.width() - x, bottom - top - frame.px(1), frame.argb(role(range.kind())));
        }
        for (int i = 0; i < space.changes().size(); i++) {
            AddressSpace.Change change = space.changes().get(i);
            int top = y(space, change.end(), y, height);
            int bottom = Math.max(top + 1, y(space, change.start(), y, height));
            int x = Math.max(frame.left(), viewport.x(change.ns()));
            frame.pen.fill(x, top, viewport.width() - x, bottom - top, frame.argb(role(change.state())));
            if (change.state() == AddressSpace.PageState.GATHERED) {
                frame.pen.hatch(x, top, viewport.width() - x, bottom - top, Hatch.SPARSE, frame.px(1), frame.argb(Role.EXITING));
            } else if (change.state() == AddressSpace.PageState.KEPT) {
                frame.pen.hatch(x, top, viewport.width() - x, bottom - top, Hatch.DOTS, frame.px(1), frame.argb(Role.TEXT_DIM));
            }
        }
        tables(frame, space, y, height);
        for (int i = 0; i < space.holds().size(); i++) {
            hold(frame, space, space.holds().get(i), y, height);
        }
        for (int i = 0; i < space.walks().size(); i++) {
            walk(frame, space, space.walks().get(i), y, height);
        }
        for (int i = 0; i < space.meetings().size(); i++) {
            AddressSpace.Meeting point = space.meetings().get(i);
            int py = y(space, point.address(), y, height);
            frame.pen.diamond(viewport.x(point.ns()), py, frame.px(8), frame.argb(Role.TEXT));
            frame.pen.diamond(viewport.x(point.ns()), py, frame.px(6), frame.argb(Role.ESRCH));
        }
    }

    /** Where an address lies in a panel, the highest address at the top. */
    static int y(AddressSpace space, long address, int top, int height) {
        List<AddressSpace.Range> ranges = space.ranges();
        double total = 0;
        for (int i = 0; i < ranges.size(); i++) {
            total += Math.sqrt(size(ranges.get(i)));
        }
        double least = total * LEAST_SHARE;
        double below = 0;
        double all = 0;
        for (int i = 0; i < ranges.size(); i++) {
            AddressSpace.Range range = ranges.get(i);
            double weight = Math.max(least, Math.sqrt(size(range)));
            all += weight;
            if (Long.compareUnsigned(address, range.end()) >= 0) {
                below += weight;
            } else if (Long.compareUnsigned(address, range.start()) > 0) {
                below += weight * (address - range.start()) / size(range);
            }
        }
        return top + height - (int) Math.round(all == 0 ? 0 : height * below / all);
    }

    private static void walk(Frame frame, AddressSpace space, AddressSpace.Walk walk, int y, int height) {
        Viewport viewport = frame.viewport;
        int colour = frame.argb(role(walk.walker()));
        int lastX = viewport.x(walk.points().getFirst().ns());
        int lastY = y(space, walk.points().getFirst().address(), y, height);
        for (int i = 1; i < walk.points().size(); i++) {
            AddressSpace.Point point = walk.points().get(i);
            int px = viewport.x(point.ns());
            int py = y(space, point.address(), y, height);
            boolean far = Math.abs(px - lastX) + Math.abs(py - lastY) >= frame.px(SEGMENT);
            if (far || i == walk.points().size() - 1) {
                frame.pen.line(lastX, lastY, px, py, frame.px(2), walk.expected() ? frame.px(5) : 0, colour);
                lastX = px;
                lastY = py;
            }
        }
    }

    private static double size(AddressSpace.Range range) {
        return Math.max(1.0, (double) (range.end() - range.start()));
    }

    /** Lines between page tables, where they are told apart. */
    private static void tables(Frame frame, AddressSpace space, int y, int height) {
        for (int i = 0; i < space.ranges().size() && space.grain() > 0; i++) {
            AddressSpace.Range range = space.ranges().get(i);
            int x = Math.max(frame.left(), frame.viewport.x(range.fromNs()));
            for (long at = range.start() + space.grain(); at < range.end(); at += space.grain()) {
                frame.pen.fill(x, y(space, at, y, height), frame.viewport.width() - x, frame.px(1), frame.argb(Role.LANE_BG));
            }
        }
    }

    private static void hold(Frame frame, AddressSpace space, AddressSpace.Hold hold, int y, int height) {
        int top = y(space, hold.end(), y, height) + frame.px(2);
        int bottom = y(space, hold.start(), y, height) - frame.px(1);
        int x = Math.max(frame.left(), frame.viewport.x(hold.startNs()));
        int width = Math.max(1, Math.min(frame.viewport.width(), frame.viewport.x(hold.endNs())) - x);
        frame.pen.fill(x, top, width, bottom - top, frame.palette.argb(role(hold.walker()), HOLD_ALPHA));
    }

    static Role role(AddressSpace.Walker walker) {
        return switch (walker) {
            case EXIT -> Role.WALK_EXIT;
            case REAPER -> Role.WALK_REAPER;
            case READER -> Role.TEXT_DIM;
        };
    }

    private static Role role(AddressSpace.Kind kind) {
        return switch (kind) {
            case ANON -> Role.VMA_ANON;
            case FILE -> Role.VMA_FILE;
            case OTHER -> Role.VMA_OTHER;
        };
    }

    private static Role role(AddressSpace.PageState state) {
        return switch (state) {
            case MAPPED -> Role.VMA_ANON;
            case GATHERED -> Role.VMA_GATHERED;
            case FREE -> Role.VMA_FREE;
            case KEPT -> Role.VMA_OTHER;
        };
    }
}
