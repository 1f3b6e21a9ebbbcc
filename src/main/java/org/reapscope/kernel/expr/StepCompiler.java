package org.reapscope.kernel.expr;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Compiles the specialised steps of a machine into one class: a method for each guard and each step, and a
 * {@code tableswitch} over tasks and program counters in front of them.
 *
 * <p>Must agree with {@link Interpreter} on every state; a test holds the two together.
 */
public final class StepCompiler {

    private static final ClassDesc SELF = ClassDesc.of("org.reapscope.kernel.expr.GeneratedSteps");
    private static final ClassDesc INTERFACE = ClassDesc.of(Steps.class.getName());
    private static final ClassDesc STATES = ConstantDescs.CD_long.arrayType();
    private static final MethodTypeDesc GUARD = MethodTypeDesc.of(CD_boolean, STATES, CD_int);
    private static final MethodTypeDesc STEP = MethodTypeDesc.of(CD_void, STATES, CD_int);
    private static final MethodTypeDesc VALUE = MethodTypeDesc.of(CD_int, STATES, CD_int);

    private final Specialisation steps;
    private final Layout layout;
    private final int tasks;
    private final List<Expr> facts;

    private StepCompiler(Specialisation steps, int tasks, List<Expr> facts) {
        this.steps = steps;
        this.layout = steps.layout();
        this.tasks = tasks;
        this.facts = facts;
    }

    /**
     * Compiles every reachable step of tasks 0 to {@code tasks - 1}, and the facts.
     *
     * @throws ModelException if there are more tasks or facts than bits in a mask, or a method grows too large
     */
    public static Steps compile(Specialisation steps, int tasks, List<Expr> facts) {
        if (tasks > Long.SIZE || facts.size() > Long.SIZE) {
            throw new ModelException("at most 64 tasks and 64 facts are possible");
        }
        byte[] bytes;
        try {
            bytes = new StepCompiler(steps, tasks, facts).bytes();
        } catch (IllegalArgumentException e) {
            throw new ModelException("the machine is too large to compile: " + e.getMessage());
        }
        try {
            return (Steps) MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass()
                    .getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated class cannot be made", e);
        }
    }

    private byte[] bytes() {
        return ClassFile.of().build(SELF, c -> {
            c.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER).withInterfaceSymbols(INTERFACE);
            c.withMethodBody(INIT_NAME, MTD_void, 0, b -> b.aload(0)
                    .invokespecial(ConstantDescs.CD_Object, INIT_NAME, MTD_void).return_());
            for (int t = 0; t < tasks; t++) {
                program(c, t);
            }
            for (int k = 0; k < facts.size(); k++) {
                Expr fact = facts.get(k);
                c.withMethodBody("fact" + k, VALUE, ClassFile.ACC_STATIC, b -> {
                    new CodeWriter(b, layout).value(fact);
                    b.ireturn();
                });
            }
            entryPoints(c);
        });
    }

    /** The methods of one task: guards, steps, and a switch over the program counter for each of the two. */
    private void program(ClassBuilder c, int task) {
        List<StepCode> program = steps.reached(task).stream().mapToObj(pc -> steps.step(task, pc))
                .filter(java.util.Objects::nonNull).toList();
        for (StepCode step : program) {
            c.withMethodBody("guard" + task + "_" + step.pc(), GUARD, ClassFile.ACC_STATIC, b -> {
                new CodeWriter(b, layout).value(step.guard());
                b.ireturn();
            });
            c.withMethodBody("step" + task + "_" + step.pc(), STEP, ClassFile.ACC_STATIC, b -> {
                CodeWriter code = new CodeWriter(b, layout);
                code.effects(step.effects());
                code.exits(step);
                b.return_();
            });
        }
        c.withMethodBody("enabled" + task, GUARD, ClassFile.ACC_STATIC, b -> {
            Consumer<CodeBuilder> no = x -> x.iconst_0().ireturn();
            switchOverPc(b, task, program, no,
                    step -> b.aload(0).iload(1).invokestatic(SELF, "guard" + task + "_" + step.pc(), GUARD).ireturn());
        });
        c.withMethodBody("step" + task, STEP, ClassFile.ACC_STATIC, b -> switchOverPc(b, task, program,
                CodeBuilder::return_,
                step -> b.aload(0).iload(1).invokestatic(SELF, "step" + task + "_" + step.pc(), STEP).return_()));
    }

    private void switchOverPc(CodeBuilder b, int task, List<StepCode> program, Consumer<CodeBuilder> otherwise,
            Consumer<StepCode> one) {
        int pcCell = layout.cells().cell(Field.PC, task);
        if (!layout.isStored(pcCell) || program.isEmpty()) {
            otherwise.accept(b);
            return;
        }
        new CodeWriter(b, layout).load(pcCell);
        List<SwitchCase> cases = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (StepCode step : program) {
            Label label = b.newLabel();
            labels.add(label);
            cases.add(SwitchCase.of(step.pc(), label));
        }
        Label done = b.newLabel();
        b.tableswitch(done, cases);
        for (int k = 0; k < program.size(); k++) {
            b.labelBinding(labels.get(k));
            one.accept(program.get(k));
        }
        b.labelBinding(done);
        otherwise.accept(b);
    }

    private void entryPoints(ClassBuilder c) {
        MethodTypeDesc guardOf = MethodTypeDesc.of(CD_boolean, STATES, CD_int, CD_int);
        c.withMethodBody("enabled", guardOf, ClassFile.ACC_PUBLIC, b -> each(b, tasks, t ->
                b.aload(1).iload(2).invokestatic(SELF, "enabled" + t, GUARD).ireturn(), x -> x.iconst_0().ireturn()));
        MethodTypeDesc stepOf = MethodTypeDesc.of(CD_void, STATES, CD_int, CD_int);
        c.withMethodBody("step", stepOf, ClassFile.ACC_PUBLIC, b -> each(b, tasks, t ->
                b.aload(1).iload(2).invokestatic(SELF, "step" + t, STEP).return_(), CodeBuilder::return_));
        MethodTypeDesc factOf = MethodTypeDesc.of(CD_int, STATES, CD_int, CD_int);
        c.withMethodBody("fact", factOf, ClassFile.ACC_PUBLIC, b -> each(b, facts.size(), k ->
                b.aload(1).iload(2).invokestatic(SELF, "fact" + k, VALUE).ireturn(), x -> x.iconst_0().ireturn()));
        MethodTypeDesc mask = MethodTypeDesc.of(CD_long, STATES, CD_int);
        c.withMethodBody("enabledMask", mask, ClassFile.ACC_PUBLIC, b -> {
            b.lconst_0();
            for (int t = 0; t < tasks; t++) {
                b.aload(1).iload(2).invokestatic(SELF, "enabled" + t, GUARD);
                b.i2l().loadConstant(t).lshl().lor();
            }
            b.lreturn();
        });
        c.withMethodBody("facts", mask, ClassFile.ACC_PUBLIC, b -> {
            b.lconst_0();
            for (int k = 0; k < facts.size(); k++) {
                Label no = b.newLabel();
                b.aload(1).iload(2).invokestatic(SELF, "fact" + k, VALUE).ifeq(no);
                b.loadConstant(1L << k).lor();
                b.labelBinding(no);
            }
            b.lreturn();
        });
    }

    /** A switch over the int argument in slot 3. */
    private static void each(CodeBuilder b, int count, IntConsumer one, Consumer<CodeBuilder> otherwise) {
        Label none = b.newLabel();
        List<SwitchCase> cases = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            cases.add(SwitchCase.of(k, b.newLabel()));
        }
        if (count > 0) {
            b.iload(3).tableswitch(none, cases);
            for (SwitchCase k : cases) {
                b.labelBinding(k.target());
                one.accept(k.caseValue());
            }
        }
        b.labelBinding(none);
        otherwise.accept(b);
    }
}
