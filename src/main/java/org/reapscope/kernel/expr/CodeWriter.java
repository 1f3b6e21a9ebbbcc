package org.reapscope.kernel.expr;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

import org.reapscope.kernel.expr.Expr.Binary;
import org.reapscope.kernel.expr.Expr.Choose;
import org.reapscope.kernel.expr.Expr.Const;
import org.reapscope.kernel.expr.Expr.Not;
import org.reapscope.kernel.expr.Expr.Read;

/** Writes the bytecode of specialised trees into a static method with parameters (long[] states, int offset). */
final class CodeWriter {

    private static final int STATES = 0;
    private static final int OFFSET = 1;
    private static final ClassDesc FAILURES = ClassDesc.of(CodeWriter.class.getName());

    private final CodeBuilder b;
    private final Layout layout;

    CodeWriter(CodeBuilder b, Layout layout) {
        this.b = b;
        this.layout = layout;
    }

    /** Called by compiled code whose value does not fit; the interpreter says the same with the field's name. */
    static ModelException doesNotFit(int value, String cell) {
        return new ModelException(cell + " cannot become " + value + Layout.MEND);
    }

    /** Called by compiled code whose index does not exist. */
    static ModelException noSuchIndex(int flat, String field) {
        return new ModelException(field + " has no element " + flat);
    }

    /** Leaves the value of an expression on the stack. */
    void value(Expr e) {
        switch (e) {
            case Const c -> b.loadConstant(c.value());
            case Read r -> read(r);
            case Choose c -> {
                Label otherwise = b.newLabel();
                Label end = b.newLabel();
                branch(c.condition(), false, otherwise);
                value(c.then());
                b.goto_(end).labelBinding(otherwise);
                value(c.otherwise());
                b.labelBinding(end);
            }
            case Binary(Op op, Expr left, Expr right) when !op.yieldsTruth() -> {
                value(left);
                value(right);
                switch (op) {
                    case ADD -> b.iadd();
                    case SUB -> b.isub();
                    default -> b.imul();
                }
            }
            case Binary _, Not _ -> {
                Label no = b.newLabel();
                Label end = b.newLabel();
                branch(e, false, no);
                b.iconst_1().goto_(end).labelBinding(no).iconst_0().labelBinding(end);
            }
            default -> throw new IllegalArgumentException("not specialised: " + e);
        }
    }

    /** Jumps to {@code target} if the truth of {@code e} is {@code on}, else falls through. */
    private void branch(Expr e, boolean on, Label target) {
        switch (e) {
            case Not n -> branch(n.operand(), !on, target);
            case Binary(Op op, Expr _, Expr _) when op == Op.AND || op == Op.OR -> junction(op, e, on, target);
            case Binary(Op op, Expr _, Expr _) when MaskTest.of(e, op == Op.NE, layout) instanceof MaskTest test ->
                test(test, on != (op == Op.NE), target);
            case Binary(Op op, Expr left, Expr right) when op.yieldsTruth() -> {
                value(left);
                value(right);
                compare(op, on, target);
            }
            default -> {
                value(e);
                if (on) {
                    b.ifne(target);
                } else {
                    b.ifeq(target);
                }
            }
        }
    }

    /** All (AND) or any (OR) of the terms; tests of cells in one word are made together. */
    private void junction(Op op, Expr e, boolean on, Label target) {
        List<Expr> others = new ArrayList<>();
        List<MaskTest> tests = MaskTest.collect(e, op, layout, others);
        // A test says "all equal"; in a disjunction it stands for "not all equal".
        boolean any = op == Op.OR;
        Label skip = b.newLabel();
        boolean jumpsAtOnce = on == any;
        for (MaskTest test : tests) {
            test(test, any != (jumpsAtOnce ? on : !on), jumpsAtOnce ? target : skip);
        }
        for (Expr other : others) {
            branch(other, jumpsAtOnce ? on : !on, jumpsAtOnce ? target : skip);
        }
        if (!jumpsAtOnce) {
            b.goto_(target);
        }
        b.labelBinding(skip);
    }

    /** Jumps if the word's masked bits equal the value ({@code equal}) or do not. */
    private void test(MaskTest test, boolean equal, Label target) {
        word(test.word());
        b.laload().loadConstant(test.mask()).land().loadConstant(test.value()).lcmp();
        if (equal) {
            b.ifeq(target);
        } else {
            b.ifne(target);
        }
    }

    private void compare(Op op, boolean on, Label target) {
        switch (op) {
            case EQ -> jump(on, () -> b.if_icmpeq(target), () -> b.if_icmpne(target));
            case NE -> jump(on, () -> b.if_icmpne(target), () -> b.if_icmpeq(target));
            case LT -> jump(on, () -> b.if_icmplt(target), () -> b.if_icmpge(target));
            case LE -> jump(on, () -> b.if_icmple(target), () -> b.if_icmpgt(target));
            case GT -> jump(on, () -> b.if_icmpgt(target), () -> b.if_icmple(target));
            case GE -> jump(on, () -> b.if_icmpge(target), () -> b.if_icmplt(target));
            default -> throw new IllegalArgumentException(op.toString());
        }
    }

    private static void jump(boolean on, Runnable yes, Runnable no) {
        (on ? yes : no).run();
    }

    private void read(Read r) {
        BitSet places = Touches.cells(r, layout.cells());
        if (places.cardinality() == 1 && allConst(r)) {
            load(places.nextSetBit(0));
            return;
        }
        Label end = b.newLabel();
        flatIndex(r);
        select(r, places, cell -> {
            load(cell);
            b.goto_(end);
        });
        b.labelBinding(end);
    }

    private static boolean allConst(Read r) {
        return r.index().stream().allMatch(Const.class::isInstance);
    }

    /** Leaves the flat index of a place on the stack. Indexes out of range are caught by {@link #select}. */
    private void flatIndex(Read r) {
        List<Expr> index = r.index();
        b.iconst_0();
        for (int k = 0; k < index.size(); k++) {
            b.loadConstant(layout.cells().sizes().of(r.field().dims().get(k))).imul();
            value(index.get(k));
            b.iadd();
        }
    }

    /** Takes a flat index from the stack and runs the code for its cell; no path may fall through. */
    private void select(Read r, BitSet places, IntConsumer one) {
        int first = layout.cells().first(r.field());
        int flat = b.allocateLocal(TypeKind.INT);
        List<SwitchCase> cases = new ArrayList<>();
        places.stream().forEach(cell -> cases.add(SwitchCase.of(cell - first, b.newLabel())));
        Label none = b.newLabel();
        b.istore(flat);
        if (!cases.isEmpty()) {
            b.iload(flat).tableswitch(none, cases);
        }
        for (SwitchCase c : cases) {
            b.labelBinding(c.target());
            one.accept(first + c.caseValue());
        }
        b.labelBinding(none).iload(flat).loadConstant(r.field().name());
        failure("noSuchIndex");
    }

    private void failure(String method) {
        b.invokestatic(FAILURES, method, MethodTypeDesc.of(ClassDesc.of(ModelException.class.getName()),
                ConstantDescs.CD_int, ConstantDescs.CD_String)).athrow();
    }

    /** Leaves the value of a cell on the stack. */
    void load(int cell) {
        if (!layout.isStored(cell)) {
            if (layout.isDropped(cell)) {
                throw new ModelException(layout.cells().name(cell) + " is read but not kept");
            }
            b.loadConstant(layout.initial(cell));
            return;
        }
        word(layout.word(cell));
        b.laload();
        if (layout.shift(cell) > 0) {
            b.loadConstant(layout.shift(cell)).lushr();
        }
        b.l2i().loadConstant((int) ((1L << layout.width(cell)) - 1)).iand();
    }

    private void word(int word) {
        b.aload(STATES).iload(OFFSET);
        if (word > 0) {
            b.loadConstant(word).iadd();
        }
    }

    /** Does the effects, in order. */
    void effects(List<Effect> effects) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Assign a -> assign(a);
                case Effect.When w -> {
                    Label otherwise = b.newLabel();
                    Label end = b.newLabel();
                    branch(w.condition(), false, otherwise);
                    effects(w.then());
                    b.goto_(end).labelBinding(otherwise);
                    effects(w.otherwise());
                    b.labelBinding(end);
                }
                case Effect.Each _ -> throw new IllegalArgumentException("not specialised");
            }
        }
    }

    private void assign(Effect.Assign a) {
        BitSet places = Touches.cells(a.place(), layout.cells());
        boolean known = places.cardinality() == 1 && allConst(a.place());
        if (known && a.value() instanceof Const c) {
            storeConstant(places.nextSetBit(0), c.value());
            return;
        }
        Ranges range = Ranges.of(a.value(), layout);
        int value = b.allocateLocal(TypeKind.INT);
        if (known) {
            value(a.value());
            b.istore(value);
            store(places.nextSetBit(0), value, range);
            return;
        }
        flatIndex(a.place());
        value(a.value());
        b.istore(value);
        Label end = b.newLabel();
        select(a.place(), places, cell -> {
            store(cell, value, range);
            b.goto_(end);
        });
        b.labelBinding(end);
    }

    private void storeConstant(int cell, int value) {
        if (value < 0 || value > layout.max(cell)) {
            int local = b.allocateLocal(TypeKind.INT);
            b.loadConstant(value).istore(local);
            store(cell, local, new Ranges(value, value));
            return;
        }
        if (!layout.isStored(cell)) {
            return;
        }
        long mask = (1L << layout.width(cell)) - 1 << layout.shift(cell);
        long bits = (long) value << layout.shift(cell);
        word(layout.word(cell));
        b.dup2().laload();
        if (bits != mask) {
            b.loadConstant(~mask).land();
        }
        if (bits != 0) {
            b.loadConstant(bits).lor();
        }
        b.lastore();
    }

    private void store(int cell, int value, Ranges range) {
        if (!range.within(0, layout.max(cell))) {
            Label fits = b.newLabel();
            Label bad = b.newLabel();
            b.iload(value).iflt(bad).iload(value).loadConstant(layout.max(cell)).if_icmple(fits);
            b.labelBinding(bad).iload(value).loadConstant(layout.cells().name(cell));
            failure("doesNotFit");
            b.labelBinding(fits);
        }
        if (!layout.isStored(cell)) {
            return;
        }
        long mask = (1L << layout.width(cell)) - 1;
        word(layout.word(cell));
        b.dup2().laload().loadConstant(~(mask << layout.shift(cell))).land();
        b.iload(value).i2l();
        if (layout.shift(cell) > 0) {
            b.loadConstant(layout.shift(cell)).lshl();
        }
        b.lor().lastore();
    }

    /** Stores the next program counter. */
    void exits(StepCode step) {
        int pc = layout.cells().cell(Field.PC, step.task());
        Label end = b.newLabel();
        for (StepCode.Exit exit : step.exits()) {
            Label next = b.newLabel();
            branch(exit.when(), false, next);
            storeConstant(pc, exit.pc());
            b.goto_(end).labelBinding(next);
        }
        b.labelBinding(end);
    }
}
