package org.reapscope.kernel.text;

import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Op;

/** An expression that knows its type, and what C makes of it where another one is wanted. */
record Value(Expr expr, Type type) {

    static Value number(int value) {
        return new Value(Expr.of(value), Type.NUMBER);
    }

    static Value truth(Expr expr) {
        return new Value(expr, Type.TRUTH);
    }

    /** As a condition: whether it is not 0, not NULL, not past the last one. */
    Expr holds() {
        return switch (type) {
            case Type.Pointer(var to, Type.Encoding encoding) when encoding == Type.Encoding.CURSOR -> expr.ne(new Expr.Size(to));
            case Type.Pointer _, Type.Number _, Type.ReturnCode _ -> isJudgement() ? expr : expr.ne(0);
            case Type.Truth _ -> isJudgement() ? expr : expr.ne(0);
            case Type.Null _ -> Expr.FALSE;
        };
    }

    /** As a condition, the opposite. */
    Expr fails() {
        return switch (type) {
            case Type.Pointer(var to, Type.Encoding encoding) when encoding == Type.Encoding.CURSOR -> expr.eq(new Expr.Size(to));
            case Type.Pointer _, Type.Number _, Type.ReturnCode _, Type.Truth _ -> isJudgement() ? expr.not() : expr.eq(0);
            case Type.Null _ -> Expr.TRUE;
        };
    }

    /** Whether its value is 0 or 1 by how it is made, rather than by what a field holds. */
    private boolean isJudgement() {
        return switch (expr) {
            case Expr.Binary binary -> binary.op().yieldsTruth();
            case Expr.Not _, Expr.At _ -> true;
            case Expr.Over over -> switch (over.fold()) {
                case EXISTS, FORALL -> true;
                case COUNT, SUM, FIRST, LAST -> false;
            };
            case Expr.Const _ -> type instanceof Type.Truth;
            case Expr.Self _, Expr.Var _, Expr.Param _, Expr.Size _, Expr.Read _, Expr.Choose _ -> false;
        };
    }

    /** The index of what it points at. */
    Expr index() {
        return type instanceof Type.Pointer(var _, Type.Encoding encoding) && encoding == Type.Encoding.NULLABLE ? expr.minus(1) : expr;
    }

    /** The same in another encoding. */
    Expr as(Type wanted) {
        if (!(wanted instanceof Type.Pointer(var dim, Type.Encoding to))) {
            return expr;
        }
        if (type instanceof Type.Null) {
            return to == Type.Encoding.CURSOR ? new Expr.Size(dim) : Expr.of(0);
        }
        if (!(type instanceof Type.Pointer(var _, Type.Encoding from)) || from == to) {
            return expr;
        }
        return switch (to) {
            case INDEX -> index();
            case CURSOR -> from == Type.Encoding.INDEX ? expr : Expr.choose(expr.eq(0), new Expr.Size(dim), expr.minus(1));
            case NULLABLE -> from == Type.Encoding.INDEX ? expr.plus(1) : Expr.choose(expr.eq(new Expr.Size(dim)), Expr.of(0), expr.plus(1));
        };
    }

    /** Whether two are the same, or not. */
    static Expr same(Op op, Value left, Value right) {
        if (right.type instanceof Type.Null) {
            return op == Op.EQ ? left.fails() : left.holds();
        }
        return new Expr.Binary(op, left.expr, right.type instanceof Type.Pointer ? right.as(left.type) : right.expr);
    }
}
