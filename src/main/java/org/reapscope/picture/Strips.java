package org.reapscope.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a row of a run shows over time: pieces in time order, each until the next or until a gap. Equal neighbours are one
 * piece. Immutable.
 */
public final class Strips {

    /** No piece at all. */
    public static final Strips NONE = new Strips(List.of());

    /** A strip for a while. */
    public record Piece(long startNs, long endNs, Strip strip) {}

    private final List<Piece> pieces;

    private Strips(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** In time order. */
    public List<Piece> pieces() {
        return pieces;
    }

    /** The piece at a time, -1 if there is none. O(log n). */
    public int at(long ns) {
        int piece = firstEndingAfter(ns);
        return piece < pieces.size() && pieces.get(piece).startNs() <= ns ? piece : -1;
    }

    /** The first piece that ends after a time; as many as there are if none does. O(log n). */
    public int firstEndingAfter(long ns) {
        int low = 0;
        int high = pieces.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (pieces.get(middle).endNs() <= ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The pieces of {@code other} that this does not show at the same time. O(n). */
    public Strips differing(Strips other) {
        Builder result = new Builder();
        for (Piece piece : other.pieces) {
            long from = piece.startNs;
            for (int i = firstEndingAfter(from); i < pieces.size() && pieces.get(i).startNs < piece.endNs; i++) {
                Piece mine = pieces.get(i);
                if (mine.strip.equals(piece.strip)) {
                    result.add(from, Math.max(from, mine.startNs), piece.strip);
                    from = Math.min(piece.endNs, mine.endNs);
                }
            }
            result.add(from, piece.endNs, piece.strip);
        }
        return result.build();
    }

    /** Collects pieces in time order. */
    public static final class Builder {

        private final List<Piece> pieces = new ArrayList<>();

        /** Shows a strip for a while, nothing for null. */
        public void add(long startNs, long endNs, @Nullable Strip strip) {
            if (strip == null || endNs <= startNs) {
                return;
            }
            Piece last = pieces.isEmpty() ? null : pieces.getLast();
            if (last != null && last.endNs == startNs && Objects.equals(last.strip, strip)) {
                pieces.set(pieces.size() - 1, new Piece(last.startNs, endNs, strip));
            } else {
                pieces.add(new Piece(startNs, endNs, strip));
            }
        }

        public Strips build() {
            return pieces.isEmpty() ? NONE : new Strips(List.copyOf(pieces));
        }
    }
}
