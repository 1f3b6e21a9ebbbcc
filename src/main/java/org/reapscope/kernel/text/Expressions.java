package org.reapscope.kernel.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reapscope.base.syntax.Operator;
import org.reapscope.base.syntax.Prefix;
import org.reapscope.base.syntax.Syntax;
import org.reapscope.base.syntax.SyntaxException;
import org.reapscope.base.words.Spelling;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.RwLock;
import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Fold;
import org.reapscope.kernel.expr.Op;

/** What expressions of the text mean. */
final class Expressions {

    private static final int DEEPEST = 40;

    private final Structs structs;
    private final Map<String, Declaration.Function> functions = new HashMap<>();
    private int depth;

    Expressions(Structs structs) {
        this.structs = structs;
    }

    /** A lock and which of its kind. */
    record LockPlace(Lock lock, Expr index) {}

    /** A function that is one expression. */
    void add(Declaration.Function inline) {
        functions.put(inline.name().text(), inline);
    }

    /** The value of an expression. */
    Value of(Syntax syntax, Scope scope) {
        return switch (syntax) {
            case Syntax.Group group -> of(group.inner(), scope);
            case Syntax.Number number -> Value.number(Integer.parseInt(number.digits()));
            case Syntax.Name name -> name(name, scope);
            case Syntax.Unary unary -> unary(unary, scope);
            case Syntax.Binary binary -> binary(binary, scope);
            case Syntax.Choice choice -> {
                Value then = of(choice.then(), scope);
                Value otherwise = of(choice.otherwise(), scope);
                Type type = then.type() instanceof Type.Null ? otherwise.type() : then.type();
                Expr condition = holds(choice.condition(), scope);
                yield condition instanceof Expr.Const(int known) ? known != 0 ? then : otherwise
                        : new Value(Expr.choose(condition, converted(then, type), converted(otherwise, type)), type);
            }
            case Syntax.Member _, Syntax.Index _ -> read(syntax, scope);
            case Syntax.Call call -> call(call, scope);
        };
    }

    /** Whether a condition holds. */
    Expr holds(Syntax syntax, Scope scope) {
        return switch (syntax) {
            case Syntax.Group group -> holds(group.inner(), scope);
            case Syntax.Unary unary when unary.prefix() == Prefix.NOT -> fails(unary.operand(), scope);
            default -> of(syntax, scope).holds();
        };
    }

    private Expr fails(Syntax syntax, Scope scope) {
        return syntax instanceof Syntax.Group group ? fails(group.inner(), scope)
                : syntax instanceof Syntax.Unary unary && unary.prefix() == Prefix.NOT ? holds(unary, scope).not() : of(syntax, scope).fails();
    }

    /** The place that is assigned to, and its type. */
    Value place(Syntax syntax, Scope scope) {
        Value place = of(syntax, scope);
        if (place.expr() instanceof Expr.Read) {
            return place;
        }
        throw new SyntaxException(syntax.span(), "expected a place to assign to, such as current->has_mm");
    }

    /** What is assigned to a place of this type. */
    Expr assigned(Syntax syntax, Type to, Scope scope) {
        return converted(of(syntax, scope), to);
    }

    private static Expr converted(Value value, Type to) {
        if (to instanceof Type.ReturnCode && value.type() instanceof Type.Number) {
            return ReturnValue.OK.expr();
        }
        return to instanceof Type.Truth && !(value.type() instanceof Type.Truth) ? value.holds() : value.as(to);
    }

    private Value name(Syntax.Name name, Scope scope) {
        Optional<Value> known = scope.of(name.text());
        if (known.isPresent()) {
            return known.get();
        }
        return switch (name.text()) {
            case "current" -> new Value(Expr.SELF, Type.place(Dim.TASK));
            case "true" -> Value.truth(Expr.TRUE);
            case "false" -> Value.truth(Expr.FALSE);
            case "NULL" -> new Value(Expr.of(0), Type.NULL);
            case "PENDING" -> new Value(ReturnValue.PENDING.expr(), Type.RETURN_CODE);
            default -> structs.constant(name.text()).map(Value::number)
                    .or(() -> structs.member(Structs.SYSTEM, name.text()).map(m -> stored(name, m, new Expr[0])))
                    .orElseThrow(() -> unknown(name, name.text(), scope.names().keySet().stream().toList()));
        };
    }

    private Value unary(Syntax.Unary unary, Scope scope) {
        if (unary.prefix() == Prefix.NOT) {
            return Value.truth(fails(unary.operand(), scope));
        }
        if (unary.operand() instanceof Syntax.Name errno) {
            return Arrays.stream(ReturnValue.values()).filter(r -> r.name().equals(errno.text())).findFirst()
                    .map(r -> new Value(r.expr(), Type.RETURN_CODE)).orElseThrow(() -> new SyntaxException(unary.span(), "no system call here returns -"
                            + errno.text()));
        }
        return unary.operand() instanceof Syntax.Number number ? Value.number(-Integer.parseInt(number.digits()))
                : new Value(Expr.of(0).minus(of(unary.operand(), scope).expr()), Type.NUMBER);
    }

    private Value binary(Syntax.Binary binary, Scope scope) {
        Op op = op(binary);
        if (op == Op.AND || op == Op.OR) {
            return Value.truth(new Expr.Binary(op, holds(binary.left(), scope), holds(binary.right(), scope)));
        }
        Value left = of(binary.left(), scope);
        Value right = of(binary.right(), scope);
        if (op == Op.EQ || op == Op.NE) {
            boolean ok = left.type() instanceof Type.ReturnCode && right.type() instanceof Type.Number;
            return Value.truth(Value.same(op, left, ok ? new Value(ReturnValue.OK.expr(), Type.RETURN_CODE) : right));
        }
        Expr result = new Expr.Binary(op, left.expr(), right.type() instanceof Type.Pointer ? right.as(left.type()) : right.expr());
        return op.yieldsTruth() ? Value.truth(result) : new Value(result, left.type() instanceof Type.Pointer ? left.type() : Type.NUMBER);
    }

    private static Op op(Syntax.Binary binary) {
        Operator operator = binary.operator();
        return switch (operator) {
            case OR -> Op.OR;
            case AND -> Op.AND;
            case EQUAL -> Op.EQ;
            case UNEQUAL -> Op.NE;
            case LESS -> Op.LT;
            case AT_MOST -> Op.LE;
            case MORE -> Op.GT;
            case AT_LEAST -> Op.GE;
            case PLUS -> Op.ADD;
            case MINUS -> Op.SUB;
            case TIMES -> Op.MUL;
            case ASSIGN, GIVEN, IMPLIES, DIVIDED, MODULO -> throw new SyntaxException(binary.span(), "'" + operator.sign() + "' cannot be worked out here");
        };
    }

    private Value read(Syntax syntax, Scope scope) {
        if (syntax instanceof Syntax.Index(Syntax of, List<Syntax> indexes, var span)) {
            if (indexes.size() != 1) {
                throw new SyntaxException(span, "expected one index");
            }
            return of instanceof Syntax.Member member ? member(member, scope, of(indexes.getFirst(), scope).index())
                    : named(of, scope, of(indexes.getFirst(), scope).index());
        }
        return member((Syntax.Member) syntax, scope);
    }

    private Value named(Syntax of, Scope scope, Expr index) {
        if (of instanceof Syntax.Name name) {
            return structs.member(Structs.SYSTEM, name.text()).map(m -> stored(name, m, index))
                    .orElseThrow(() -> unknown(name, name.text(), scope.names().keySet().stream().toList()));
        }
        throw new SyntaxException(of.span(), "expected a member with an index");
    }

    private Value member(Syntax.Member member, Scope scope, Expr... index) {
        if (member.of() instanceof Syntax.Member inner && find(inner, scope) instanceof Member.Locked(Lock lock)) {
            return lockField(member, lock, of(inner.of(), scope).index(), index);
        }
        Expr[] at = new Expr[index.length + 1];
        at[0] = of(member.of(), scope).index();
        System.arraycopy(index, 0, at, 1, index.length);
        return stored(member, find(member, scope), at);
    }

    private Member find(Syntax.Member member, Scope scope) {
        Value of = of(member.of(), scope);
        if (!(of.type() instanceof Type.Pointer(Dim to, var _))) {
            throw new SyntaxException(member.of().span(), "expected something that has members");
        }
        return structs.member(to, member.name()).orElseThrow(() -> unknown(member, member.name(), structs.names(to)));
    }

    private static Value stored(Syntax syntax, Member member, Expr... index) {
        return switch (member) {
            case Member.Stored(Field field, Type type, var _) -> {
                if (field.dims().size() != index.length) {
                    throw new SyntaxException(syntax.span(), index.length < field.dims().size() ? "expected an index in [ ] behind this" : "did not expect an index here");
                }
                yield new Value(field.at(index), type);
            }
            case Member.Locked(Lock lock) -> throw new SyntaxException(syntax.span(), "expected a value, found the lock " + lock.name());
        };
    }

    /** What is known of a lock: who has it, and of a semaphore who reads and waits. */
    private static Value lockField(Syntax.Member member, Lock lock, Expr index, Expr[] task) {
        Field field = switch (lock) {
            case SpinLock spin -> member.name().equals("owner") ? spin.holder() : null;
            case RwLock rw -> switch (member.name()) {
                case "owner" -> rw.holder();
                case "reader" -> rw.readers();
                case "place" -> rw.place();
                case "wants_write" -> rw.wantsWrite();
                case "handoff" -> rw.handoff();
                default -> null;
            };
        };
        if (field == null) {
            throw new SyntaxException(member.span(), "a lock has an owner" + (lock instanceof RwLock ? ", reader[], place[], wants_write[] and handoff" : ""));
        }
        Type type = member.name().equals("owner") ? new Type.Pointer(Dim.TASK, Type.Encoding.NULLABLE)
                : member.name().equals("place") ? Type.NUMBER : Type.TRUTH;
        return new Value(task.length == 0 ? field.at(index) : field.at(index, task[0]), type);
    }

    /** The lock that an argument names. */
    LockPlace lock(Syntax syntax, Scope scope) {
        if (syntax instanceof Syntax.Member member && find(member, scope) instanceof Member.Locked(Lock lock)) {
            return new LockPlace(lock, of(member.of(), scope).index());
        }
        throw new SyntaxException(syntax.span(), "expected a lock, such as current->alloc_lock");
    }

    private Value call(Syntax.Call call, Scope scope) {
        String name = call.function().word().orElseThrow(() -> new SyntaxException(call.span(), "expected the name of a function"));
        Optional<Quantifier> quantifier = Quantifier.of(name);
        if (quantifier.isPresent()) {
            return over(call, quantifier.get(), scope);
        }
        if (name.equals("nr") && call.arguments().size() == 1 && call.arguments().getFirst() instanceof Syntax.Name struct && Structs.DIMS.containsKey(struct.text())) {
            return new Value(new Expr.Size(Structs.DIMS.get(struct.text())), Type.NUMBER);
        }
        if (name.equals("nonnull") && call.arguments().size() == 1) {
            Value given = of(call.arguments().getFirst(), scope);
            return given.type() instanceof Type.Pointer(Dim to, var _) ? new Value(given.index(), Type.place(to)) : given;
        }
        if (name.equals("at")) {
            return Value.truth(new Expr.At(of(call.arguments().getFirst(), scope).index(), call.arguments().stream().skip(1)
                    .map(step -> step.word().orElseThrow(() -> new SyntaxException(step.span(), "expected the label of a step"))).toList()));
        }
        Declaration.Function function = functions.get(name);
        if (function == null) {
            throw unknown(call.function(), name, List.copyOf(functions.keySet()));
        }
        if (!(function.body().size() == 1 && function.body().getFirst() instanceof Statement.Return(Syntax value, var _) && value != null)) {
            throw new SyntaxException(call.span(), name + " is no expression: it is called as a statement");
        }
        return inside(() -> {
            Value result = body(function, value, arguments(function, call, scope));
            Type type = Structs.type(function.returns());
            return result.type() instanceof Type.Null ? new Value(result.as(type), type) : new Value(result.expr(), returned(result.type(), type));
        }, call);
    }

    private Value body(Declaration.Function function, Syntax value, Scope scope) {
        try {
            return of(value, scope);
        } catch (SyntaxException e) {
            throw new KernelTextException(function.file().path(), function.file().text(), e);
        }
    }

    /** A pointer keeps the encoding in which it was worked out. */
    private static Type returned(Type found, Type declared) {
        return found instanceof Type.Pointer ? found : declared;
    }

    private Value over(Syntax.Call call, Quantifier quantifier, Scope scope) {
        if (call.arguments().size() != 2 || !(call.arguments().getFirst() instanceof Syntax.Name variable)) {
            throw new SyntaxException(call.span(), "expected the name of a variable and what is asked of it, as in exists_task(t, t->has_mm)");
        }
        Expr.Var var = scope.fresh(variable.text(), quantifier.dim());
        Scope inner = scope.with(variable.text(), new Value(var, Type.place(quantifier.dim())));
        Expr body = quantifier.fold() == Fold.SUM ? of(call.arguments().get(1), inner).expr() : holds(call.arguments().get(1), inner);
        Expr folded = new Expr.Over(quantifier.fold(), var, body);
        return new Value(folded, switch (quantifier.fold()) {
            case EXISTS, FORALL -> Type.TRUTH;
            case COUNT, SUM -> Type.NUMBER;
            case FIRST, LAST -> new Type.Pointer(quantifier.dim(), Type.Encoding.CURSOR);
        });
    }

    /** The parameters of a function that stands for its body, as they are called. */
    Scope arguments(Declaration.Function function, Syntax.Call call, Scope scope) {
        return arguments(function.parameters(), call, scope);
    }

    Scope arguments(List<Declaration.Parameter> parameters, Syntax.Call call, Scope scope) {
        List<String> names = new ArrayList<>(parameters.stream().map(p -> p.name().text()).toList());
        if (names.size() != call.arguments().size()) {
            throw new SyntaxException(call.span(), "expected " + (names.isEmpty() ? "no arguments" : names.size() + " arguments: " + String.join(", ", names))
                    + "; found " + call.arguments().size());
        }
        Scope inner = Scope.EMPTY;
        for (int i = 0; i < names.size(); i++) {
            if (Lowering.isLabel(parameters.get(i))) {
                continue;
            }
            Type type = Structs.type(parameters.get(i).type());
            inner = inner.with(names.get(i), new Value(assigned(call.arguments().get(i), type, scope), type));
        }
        return inner;
    }

    private <T> T inside(java.util.function.Supplier<T> work, Syntax call) {
        if (++depth > DEEPEST) {
            throw new SyntaxException(call.span(), "functions call each other more than " + DEEPEST + " deep");
        }
        try {
            return work.get();
        } finally {
            depth--;
        }
    }

    private static SyntaxException unknown(Syntax syntax, String name, List<String> known) {
        return new SyntaxException(syntax.span(), "nothing is called '" + name + "' here" + Spelling.hint(name, known));
    }
}
