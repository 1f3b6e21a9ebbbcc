package org.reapscope.picture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a legend says of that which runs show beside what captures do: steps, spinning, walkers and where they meet, lamps, another run. */
final class LegendOfRun {

    private static final int HATCH_ALPHA = 0x80;

    private final Frame frame;
    private final List<Legend.Entry> entries = new ArrayList<>();

    private LegendOfRun(Frame frame) {
        this.frame = frame;
    }

    /** The entries for what is in sight. */
    static List<Legend.Entry> of(Frame frame) {
        LegendOfRun legend = new LegendOfRun(frame);
        legend.doings();
        legend.strips();
        legend.walkers();
        return legend.entries;
    }

    private void doings() {
        Set<Doings.Kind> seen = EnumSet.noneOf(Doings.Kind.class);
        for (Row row : frame.picture.rows()) {
            if (row instanceof Row.Course course) {
                List<Doings.Doing> pieces = course.doings().pieces();
                for (int i = course.doings().firstEndingAfter(frame.startNs); i < pieces.size() && pieces.get(i).startNs() < frame.endNs; i++) {
                    seen.add(pieces.get(i).kind());
                }
            }
        }
        add(seen.contains(Doings.Kind.STEP), "a step of the task", (f, x, y, w, h) -> {
            f.pen.fill(x, y, w, h, f.argb(Role.RUNNING));
            f.pen.fill(x, y + h - f.px(5), w / 2, f.px(5), f.argb(Role.INK_DARK));
        });
        add(seen.contains(Doings.Kind.SPINS), "spins on a lock", LegendOfRun::spins);
    }

    private void strips() {
        List<Strip> seen = frame.picture.rows().stream().filter(Row.Values.class::isInstance)
                .flatMap(row -> inSight(((Row.Values) row).strips())).map(Strips.Piece::strip).distinct().toList();
        add(seen.stream().anyMatch(s -> s.fill() == Role.LOCK_READ), Legend.HELD_BY_READER, (f, x, y, w, h) -> f.pen.fill(x, y, w, h, f.argb(Role.LOCK_READ)));
        add(seen.stream().anyMatch(s -> s.fill() == Role.LOCK_WRITE), Legend.HELD_BY_WRITER, (f, x, y, w, h) -> f.pen.fill(x, y, w, h, f.argb(Role.LOCK_WRITE)));
        add(seen.stream().anyMatch(s -> s.cue() == Strip.Cue.HATCH), Legend.WAITS, SpanPainter::waiting);
        add(seen.stream().anyMatch(s -> s.cue() == Strip.Cue.CROSS_HATCH), "page-table lock that somebody spins for", LegendOfRun::spins);
        lamps(seen);
        boolean ghost = frame.picture.rows().stream().anyMatch(row -> switch (row) {
            case Row.Values values -> inSight(values.ghost()).findAny().isPresent();
            case Row.Course course -> inSight(course.ghost()).findAny().isPresent();
            default -> false;
        });
        add(ghost, "thin: what another run shows there", (f, x, y, w, h) -> {
            f.pen.fill(x, y + h - f.px(5), w, f.px(5), f.argb(Role.RUNNING));
            f.pen.fill(x, y + h - f.px(5), f.px(2), f.px(5), f.argb(Role.ACCENT));
        });
    }

    /** Half as high as certain is possible, and a line is impossible; where something is settled a flag stands. */
    private void lamps(List<Strip> seen) {
        seen.stream().filter(s -> s.settles() && s.share() == 1).findFirst().ifPresent(s -> add(true, "certain from here on", (f, x, y, w, h) -> {
            f.pen.fill(x, y, w, h, f.argb(s.fill()));
            settled(f, x, y, h);
        }));
        seen.stream().filter(s -> !s.settles() && s.share() < 1).findFirst().ifPresent(s -> add(true, "still possible",
                (f, x, y, w, h) -> f.pen.fill(x, y + h - (int) (h * s.share()), w, (int) (h * s.share()), f.argb(s.fill()))));
        seen.stream().filter(s -> s.settles() && s.share() < 1).findFirst().ifPresent(s -> add(true, "impossible from here on", (f, x, y, w, h) -> {
            f.pen.fill(x, y + h - f.px(2), w, f.px(2), f.argb(s.fill()));
            settled(f, x, y, h);
        }));
    }

    private void walkers() {
        List<AddressSpace> spaces = frame.picture.rows().stream().filter(Row.Addresses.class::isInstance).map(row -> ((Row.Addresses) row).space()).toList();
        for (AddressSpace.Walker walker : AddressSpace.Walker.values()) {
            add(walks(spaces).anyMatch(w -> !w.expected() && w.walker() == walker), switch (walker) {
                case EXIT -> "exit_mmap goes through the page tables";
                case REAPER -> "the reaper goes through them";
                case READER -> "a reader goes through them";
            }, (f, x, y, w, h) -> f.pen.line(x, y + h - f.px(2), x + w, y + f.px(2), f.px(2), 0, f.argb(AddressPainter.role(walker))));
        }
        add(walks(spaces).anyMatch(AddressSpace.Walk::expected), "dashed: a way that was not gone", (f, x, y, w, h) ->
                f.pen.line(x, y + h - f.px(2), x + w, y + f.px(2), f.px(2), f.px(5), f.argb(Role.WALK_EXIT)));
        add(spaces.stream().flatMap(space -> space.holds().stream()).anyMatch(hold -> hold.startNs() < frame.endNs && hold.endNs() > frame.startNs),
                "page-table lock held by a walker", (f, x, y, w, h) -> f.pen.fill(x, y, w, h, f.palette.argb(Role.WALK_EXIT, HATCH_ALPHA)));
        add(spaces.stream().flatMap(space -> space.meetings().stream()).anyMatch(meeting -> meeting.ns() >= frame.startNs && meeting.ns() <= frame.endNs),
                "two walkers at one page-table lock", (f, x, y, w, h) -> {
                    f.pen.diamond(x + w / 2, y + h / 2, f.px(8), f.argb(Role.TEXT));
                    f.pen.diamond(x + w / 2, y + h / 2, f.px(6), f.argb(Role.ESRCH));
                });
    }

    private Stream<AddressSpace.Walk> walks(List<AddressSpace> spaces) {
        return spaces.stream().flatMap(space -> space.walks().stream())
                .filter(walk -> !walk.points().isEmpty() && walk.points().getFirst().ns() <= frame.endNs && walk.points().getLast().ns() >= frame.startNs);
    }

    private Stream<Strips.Piece> inSight(Strips strips) {
        return strips.pieces().stream().filter(piece -> piece.startNs() < frame.endNs && piece.endNs() > frame.startNs);
    }

    private void add(boolean shown, String text, Legend.Sample sample) {
        if (shown) {
            entries.add(new Legend.Entry(text, sample));
        }
    }

    private static void spins(Frame f, int x, int y, int w, int h) {
        int ink = f.palette.argb(Role.INK_LIGHT, HATCH_ALPHA);
        f.pen.fill(x, y, w, h, f.argb(Role.LOCK_WAIT));
        f.pen.hatch(x, y, w, h, Hatch.RISING, f.px(1), ink);
        f.pen.hatch(x, y, w, h, Hatch.FALLING, f.px(1), ink);
    }

    private static void settled(Frame f, int x, int y, int h) {
        f.pen.fill(x, y, f.px(1.5), h, f.argb(Role.TEXT));
        f.pen.triangle(x, y, x, y + f.px(8), x + f.px(8), y + f.px(4), f.argb(Role.TEXT));
    }
}
