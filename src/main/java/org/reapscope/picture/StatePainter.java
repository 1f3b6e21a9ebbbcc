package org.reapscope.picture;

import org.reapscope.trace.lane.StateLane;
import org.reapscope.trace.lane.TaskState;

/** Draws the states of a task or CPU: colour and, for those who cannot tell the colours, height, hatch and outline. */
public final class StatePainter {

    private static final int HATCH_ALPHA = 0x48;
    private static final int STATES = 0x7fff;

    private StatePainter() {}

    static void paint(Frame frame, StateLane lane, int y, int height) {
        frame.strip(y, height, Role.LANE);
        lane.masks(frame.columns, frame.masks);
        short[] masks = frame.masks;
        int n = frame.columns.count();
        int c = 0;
        while (c < n) {
            int end = runEnd(masks, c, n);
            if ((masks[c] & STATES) != 0) {
                state(frame, TaskState.mostSevere(masks[c] & STATES), frame.columnX(c), y, end - c, height);
            }
            c = end;
        }
        separators(frame, y, height);
    }

    /** Where the columns end that look as {@code c} does. */
    static int runEnd(short[] masks, int c, int n) {
        int winner = Integer.highestOneBit(masks[c] & STATES);
        int end = c + 1;
        while (end < n && Integer.highestOneBit(masks[end] & STATES) == winner) {
            end++;
        }
        return end;
    }

    /** The colour of a state. */
    public static Role role(TaskState state) {
        return switch (state) {
            case UNKNOWN, DEAD -> Role.UNKNOWN;
            case IDLE, SLEEPING -> Role.SLEEPING;
            case ZOMBIE -> Role.DEAD;
            case RUNNING -> Role.RUNNING;
            case RUNNABLE, PREEMPTED -> Role.RUNNABLE;
            case EXITING, EXITING_RUNNABLE -> Role.EXITING;
            case STOPPED, TRACED, FROZEN -> Role.STOPPED;
            case UNINTERRUPTIBLE -> Role.IO_WAIT;
            case UNINTERRUPTIBLE_LOCK -> Role.LOCK_WAIT;
        };
    }

    /** One interval, as in the lanes and in the legend. */
    static void state(Frame frame, TaskState state, int x, int y, int width, int height) {
        Pen pen = frame.pen;
        int colour = frame.argb(role(state));
        int hair = frame.px(1);
        int tall = height * 3 / 4;
        int half = height / 2;
        int talls = y + (height - tall) / 2;
        int halfs = y + (height - half) / 2;
        switch (state) {
            case UNKNOWN -> pen.hatch(x, y, width, height, Hatch.SPARSE, hair, colour);
            case DEAD -> pen.fill(x, y + height - hair, width, hair, colour);
            case IDLE, SLEEPING -> pen.fill(x, y + height - Math.max(2, height / 6), width, Math.max(2, height / 6), colour);
            case ZOMBIE -> {
                int pale = frame.palette.argb(Role.DEAD, HATCH_ALPHA);
                pen.fill(x, y, width, hair, pale);
                pen.fill(x, y + height - hair, width, hair, pale);
                pen.fill(x, y, Math.min(width, frame.px(3)), height, colour);
            }
            case RUNNING -> pen.fill(x, y, width, height, colour);
            case RUNNABLE, PREEMPTED -> {
                pen.fill(x, talls, width, tall, colour);
                outlined(frame, x, talls, width, tall);
                if (state == TaskState.PREEMPTED) {
                    pen.fill(x, talls, width, frame.px(2), frame.argb(Role.INK_DARK));
                }
            }
            case EXITING -> {
                pen.fill(x, talls, width, tall, colour);
                pen.hatch(x, talls, width, tall, Hatch.FALLING, hair, frame.palette.argb(Role.INK_DARK, HATCH_ALPHA));
            }
            case EXITING_RUNNABLE -> {
                pen.hatch(x, talls, width, tall, Hatch.FALLING, hair, colour);
                pen.outline(x, talls, width, tall, hair, colour);
            }
            case STOPPED, TRACED, FROZEN -> {
                pen.fill(x, halfs, width, half, colour);
                outlined(frame, x, halfs, width, half);
            }
            case UNINTERRUPTIBLE -> {
                pen.fill(x, halfs, width, half, colour);
                pen.hatch(x, halfs, width, half, Hatch.DOTS, hair, frame.palette.argb(Role.INK_DARK, HATCH_ALPHA));
            }
            case UNINTERRUPTIBLE_LOCK -> {
                pen.fill(x, halfs, width, half, colour);
                pen.hatch(x, halfs, width, half, Hatch.RISING, hair, frame.palette.argb(Role.INK_LIGHT, HATCH_ALPHA));
            }
        }
    }

    private static void outlined(Frame frame, int x, int y, int width, int height) {
        if (width > frame.px(4)) {
            frame.pen.outline(x, y, width, height, frame.px(1), frame.argb(Role.LANE_OUTLINE));
        }
    }

    /** A hair line where an interval begins beside another, if there is room to tell them apart. */
    private static void separators(Frame frame, int y, int height) {
        short[] masks = frame.masks;
        int n = frame.columns.count();
        int clear = frame.px(4);
        int lastEdge = -clear - 1;
        for (int c = 0; c < n; c++) {
            if ((masks[c] & StateLane.EDGE) != 0) {
                boolean room = c - lastEdge > clear && (c + 1 >= n || (masks[c + 1] & StateLane.EDGE) == 0);
                if (room && Integer.bitCount(masks[c] & STATES) <= 2) {
                    frame.pen.fill(frame.columnX(c), y, frame.px(1), height, frame.argb(Role.LANE_BG));
                }
                lastEdge = c;
            }
        }
    }
}
