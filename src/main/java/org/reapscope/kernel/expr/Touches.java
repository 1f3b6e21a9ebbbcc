package org.reapscope.kernel.expr;

import java.util.BitSet;
import java.util.List;

import org.reapscope.kernel.expr.Expr.Const;
import org.reapscope.kernel.expr.Expr.Read;

/** The cells that specialised trees may touch, in any state. */
final class Touches {

    private Touches() {}

    /** The cells a place may stand for: one if its indexes are known, else every one they could select. */
    static BitSet cells(Read place, Cells cells) {
        BitSet flat = new BitSet();
        flat.set(0);
        for (int k = 0; k < place.index().size(); k++) {
            int size = cells.sizes().of(place.field().dims().get(k));
            BitSet values = values(place.index().get(k), size);
            BitSet next = new BitSet();
            flat.stream().forEach(f -> values.stream().forEach(v -> next.set(f * size + v)));
            flat = next;
        }
        BitSet result = new BitSet();
        int first = cells.first(place.field());
        flat.stream().forEach(f -> result.set(first + f));
        return result;
    }

    /** The values below {@code size} that an index may have. */
    private static BitSet values(Expr index, int size) {
        BitSet values = new BitSet();
        switch (index) {
            case Const c -> {
                if (c.value() >= 0 && c.value() < size) {
                    values.set(c.value());
                }
            }
            case Expr.Choose c -> {
                values.or(values(c.then(), size));
                values.or(values(c.otherwise(), size));
            }
            default -> values.set(0, size);
        }
        return values;
    }

    /** Adds what the expression may read. */
    static void reads(Expr e, Cells cells, BitSet reads) {
        Trees.visit(e, x -> {
            if (x instanceof Read r) {
                reads.or(cells(r, cells));
            }
        });
    }

    /** What the step may touch besides its own program counter. */
    static Footprint of(StepCode step, Cells cells) {
        Footprint touched = Footprint.empty();
        reads(step.guard(), cells, touched.reads());
        effects(step.effects(), cells, touched);
        step.exits().forEach(x -> reads(x.when(), cells, touched.reads()));
        return touched;
    }

    private static void effects(List<Effect> effects, Cells cells, Footprint touched) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Assign a -> {
                    a.place().index().forEach(i -> reads(i, cells, touched.reads()));
                    reads(a.value(), cells, touched.reads());
                    touched.writes().or(cells(a.place(), cells));
                }
                case Effect.When w -> {
                    reads(w.condition(), cells, touched.reads());
                    effects(w.then(), cells, touched);
                    effects(w.otherwise(), cells, touched);
                }
                case Effect.Each _ -> throw new IllegalArgumentException("not specialised");
            }
        }
    }

    /**
     * Adds what must be known to do those effects that change a cell of {@code live}.
     *
     * @return whether any of the effects does
     */
    static boolean liveReads(List<Effect> effects, Cells cells, BitSet live, BitSet reads) {
        boolean any = false;
        for (Effect effect : effects) {
            boolean matters = switch (effect) {
                case Effect.Assign a -> {
                    boolean kept = cells(a.place(), cells).intersects(live);
                    if (kept) {
                        a.place().index().forEach(i -> reads(i, cells, reads));
                        reads(a.value(), cells, reads);
                    }
                    yield kept;
                }
                case Effect.When w -> {
                    boolean kept = liveReads(w.then(), cells, live, reads)
                            | liveReads(w.otherwise(), cells, live, reads);
                    if (kept) {
                        reads(w.condition(), cells, reads);
                    }
                    yield kept;
                }
                case Effect.Each _ -> throw new IllegalArgumentException("not specialised");
            };
            any |= matters;
        }
        return any;
    }
}
