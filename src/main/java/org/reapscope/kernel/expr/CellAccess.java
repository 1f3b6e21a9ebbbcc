package org.reapscope.kernel.expr;

/** How the interpreter reaches the state: plainly, or watched ({@link Footprint}). */
public interface CellAccess {

    /** The value of a cell. */
    int read(int cell);

    /** Stores a value. */
    void write(int cell, int value);

    /** Plain access to the state that begins at {@code offset}. */
    static CellAccess to(Layout layout, long[] state, int offset) {
        return new CellAccess() {
            @Override
            public int read(int cell) {
                return layout.get(state, offset, cell);
            }

            @Override
            public void write(int cell, int value) {
                layout.set(state, offset, cell, value);
            }
        };
    }

    /**
     * The same for running steps as they were written: a dropped cell reads as its initial value and forgets what is
     * written to it. That is harmless: by construction neither a stored cell nor a guard or fact depends on it.
     */
    static CellAccess forSteps(Layout layout, long[] state, int offset) {
        return new CellAccess() {
            @Override
            public int read(int cell) {
                return layout.isDropped(cell) ? layout.initial(cell) : layout.get(state, offset, cell);
            }

            @Override
            public void write(int cell, int value) {
                if (!layout.isDropped(cell)) {
                    layout.set(state, offset, cell, value);
                }
            }
        };
    }
}
