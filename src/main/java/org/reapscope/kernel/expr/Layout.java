package org.reapscope.kernel.expr;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where each cell lies in the packed words of a state.
 *
 * <p>A cell is <em>stored</em> (it has a word, a shift and a width), <em>constant</em> (no step writes it, so it is the
 * scenario's initial value for ever) or <em>dropped</em> (steps write it, but no step and no wanted fact reads it).
 * Immutable; all methods are thread-safe and take constant time.
 */
public final class Layout {

    /** A machine whose state needs more words than this is refused: nothing that large can be explored or looked at. */
    public static final int MAX_WORDS = 64;

    /** Said of a value that does not fit: those of kernel fields always do, those of a scenario's own program may not. */
    static final String MEND = "; a variable of a scenario gets room by a larger \"max\"";

    private final Cells cells;
    private final int words;
    private final int[] word;
    private final int[] shift;
    private final int[] width;
    private final int[] max;
    private final int[] initial;
    private final BitSet dropped;

    private Layout(Cells cells, int words, int[] word, int[] shift, int[] width, int[] max, int[] initial,
            BitSet dropped) {
        this.cells = cells;
        this.words = words;
        this.word = word;
        this.shift = shift;
        this.width = width;
        this.max = max;
        this.initial = initial;
        this.dropped = dropped;
    }

    /**
     * Packs the cells, each into the first word with room for it, none across two words.
     *
     * @param max the largest value of each cell
     * @param initial the value of each cell before the first step
     * @param written cells that some step writes
     * @param read cells that some step or fact reads
     * @throws ModelException if an initial value does not fit or the state needs more than {@link #MAX_WORDS} words
     */
    public static Layout pack(Cells cells, int[] max, int[] initial, BitSet written, BitSet read) {
        int n = cells.count();
        int[] word = new int[n];
        int[] shift = new int[n];
        int[] width = new int[n];
        int[] used = new int[MAX_WORDS + 1];
        int words = 1;
        BitSet dropped = new BitSet();
        for (int c = 0; c < n; c++) {
            if (initial[c] < 0 || initial[c] > max[c]) {
                throw new ModelException(cells.name(c) + " starts as " + initial[c] + " but holds 0 to " + max[c]);
            }
            if (!written.get(c)) {
                continue;
            }
            if (!read.get(c)) {
                dropped.set(c);
                continue;
            }
            width[c] = 32 - Integer.numberOfLeadingZeros(max[c]);
            int w = 0;
            while (w < MAX_WORDS && used[w] + width[c] > Long.SIZE) {
                w++;
            }
            if (w == MAX_WORDS) {
                throw new ModelException(tooLarge(cells, max, written, read));
            }
            word[c] = w;
            shift[c] = used[w];
            used[w] += width[c];
            words = Math.max(words, w + 1);
        }
        return new Layout(cells, words, word, shift, width, max.clone(), initial.clone(), dropped);
    }

    private static String tooLarge(Cells cells, int[] max, BitSet written, BitSet read) {
        long bits = 0;
        Field largest = Field.PC;
        long largestBits = 0;
        for (Field f : cells.fields()) {
            long sum = 0;
            int from = cells.first(f);
            for (int c = from; c < from + f.cells(cells.sizes()); c++) {
                sum += written.get(c) && read.get(c) ? 32 - Integer.numberOfLeadingZeros(max[c]) : 0;
            }
            bits += sum;
            if (sum > largestBits) {
                largestBits = sum;
                largest = f;
            }
        }
        return "the state needs " + bits + " bits, at most " + MAX_WORDS * Long.SIZE + " are possible; the largest part is "
                + largest.name() + " with " + largestBits + ": use fewer tasks or page tables, or want fewer facts";
    }

    /** How many words a state has. */
    public int words() {
        return words;
    }

    /** The numbering of the cells. */
    public Cells cells() {
        return cells;
    }

    /** Whether the cell has bits of its own. */
    public boolean isStored(int cell) {
        return width[cell] > 0;
    }

    /** Whether no step writes the cell, so that it always has its initial value. */
    public boolean isConstant(int cell) {
        return width[cell] == 0 && !dropped.get(cell);
    }

    /** Whether nothing reads the cell, so that its value is not known. */
    public boolean isDropped(int cell) {
        return dropped.get(cell);
    }

    /** The word of a stored cell. */
    public int word(int cell) {
        return word[cell];
    }

    /** The lowest bit of a stored cell within its word. */
    public int shift(int cell) {
        return shift[cell];
    }

    /** The bits of a stored cell; 0 for the others. */
    public int width(int cell) {
        return width[cell];
    }

    /** The largest value of a cell. */
    public int max(int cell) {
        return max[cell];
    }

    /** The initial value of a cell. */
    public int initial(int cell) {
        return initial[cell];
    }

    /** A new state with every stored cell at its initial value. */
    public long[] initialState() {
        long[] state = new long[words];
        for (int c = 0; c < cells.count(); c++) {
            if (isStored(c)) {
                put(state, 0, c, initial[c]);
            }
        }
        return state;
    }

    /**
     * The value of a cell in the state that begins at {@code offset}.
     *
     * @throws ModelException if the cell is dropped
     */
    public int get(long[] state, int offset, int cell) {
        if (width[cell] == 0) {
            if (dropped.get(cell)) {
                throw new ModelException(cells.name(cell) + " is not kept in this machine: want a fact that reads it");
            }
            return initial[cell];
        }
        return (int) (state[offset + word[cell]] >>> shift[cell]) & (int) ((1L << width[cell]) - 1);
    }

    /**
     * Stores a value; a dropped cell forgets it.
     *
     * @throws ModelException if the cell cannot hold the value
     */
    public void set(long[] state, int offset, int cell, int value) {
        if (value < 0 || value > max[cell]) {
            throw outOfRange(cell, value);
        }
        if (width[cell] > 0) {
            put(state, offset, cell, value);
        } else if (!dropped.get(cell) && value != initial[cell]) {
            throw new ModelException(cells.name(cell) + " is constant in this machine and cannot become " + value);
        }
    }

    /** The error for a value that a cell cannot hold. */
    public ModelException outOfRange(int cell, int value) {
        return new ModelException(cells.name(cell) + " cannot become " + value + ": it holds 0 to " + max[cell] + MEND);
    }

    private void put(long[] state, int offset, int cell, int value) {
        int at = offset + word[cell];
        long mask = (1L << width[cell]) - 1;
        state[at] = state[at] & ~(mask << shift[cell]) | (long) value << shift[cell];
    }

    /** Whether two states are the same; both may lie inside larger arrays. */
    public boolean same(long[] a, int aOffset, long[] b, int bOffset) {
        return Arrays.equals(a, aOffset, aOffset + words, b, bOffset, bOffset + words);
    }
}
