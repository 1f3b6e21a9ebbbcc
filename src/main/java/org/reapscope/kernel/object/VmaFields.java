package org.reapscope.kernel.object;

import org.reapscope.kernel.expr.Bound;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.expr.Field;

/** Fields of a VMA. All but the lock are constants of the scenario. */
public final class VmaFields {

    /** The mm it belongs to. */
    public static final Field VMA_MM = Field.bounded("vma.mm", Bound.of(0, Dim.MM), Dim.VMA);
    /** Whether the reaper visits it. */
    public static final Field REAPABLE = Field.flag("vma.reapable", Dim.VMA);
    /** A notifier of it would have to block, so that the reaper must leave it for later. */
    public static final Field NOTIFIER_BLOCKS = Field.flag("vma.notifier_blocks", Dim.VMA);
    /** Its per-VMA lock is held for reading by the task. */
    public static final Field VMA_READER = Field.flag("vma.reader", Dim.VMA, Dim.TASK);

    private static final Var V = new Var("v", Dim.VMA);
    private static final Var W = new Var("w", Dim.VMA);
    private static final Var T = new Var("slot", Dim.TABLE);
    private static final Var READER = new Var("vma_reader", Dim.TASK);

    private VmaFields() {}

    /** The first VMA of an mm in walking order, or the number of VMAs if there is none. */
    public static Expr firstVma(Expr mm, boolean descending) {
        Expr mine = VMA_MM.at(V).eq(mm);
        return descending ? Expr.last(V, mine) : Expr.first(V, mine);
    }

    /** The VMA after {@code vma} in walking order, or the number of VMAs if there is none. */
    public static Expr nextVma(Expr mm, Expr vma, boolean descending) {
        Expr mine = VMA_MM.at(V).eq(mm);
        return descending ? Expr.last(V, mine.and(V.lt(vma))) : Expr.first(V, mine.and(V.gt(vma)));
    }

    /** The first page-table slot of a VMA, or the number of tables if it has none. */
    public static Expr firstTableOf(Expr vma) {
        return Expr.first(T, TableFields.VMA_OF.at(T).eq(vma));
    }

    /** The slot after {@code table} in a VMA, or the number of tables if there is none. */
    public static Expr nextTableOf(Expr vma, Expr table) {
        return Expr.first(T, TableFields.VMA_OF.at(T).eq(vma).and(T.gt(table)));
    }

    /** Whether no VMA of the mm is locked for reading by its own lock. */
    public static Expr noVmaReaders(Expr mm) {
        return Expr.forAll(W, VMA_MM.at(W).ne(mm).or(Expr.forAll(READER, VMA_READER.at(W, READER).eq(0))));
    }
}
