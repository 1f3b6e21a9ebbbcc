package org.reapscope.kernel.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.syntax.Lexeme;
import org.reapscope.base.syntax.Operator;
import org.reapscope.base.syntax.Syntax;
import org.reapscope.base.syntax.SyntaxException;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.RwLock;
import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.expr.Bound;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Field;

/** The structs of all files, with what their members are in the machine, and the constants. */
final class Structs {

    /** The kernel's structs of which a machine has several. */
    static final Map<String, Dim> DIMS = Map.of("task_struct", Dim.TASK, "signal_struct", Dim.GROUP, "mm_struct", Dim.MM,
            "vm_area_struct", Dim.VMA, "ptdesc", Dim.TABLE);
    /** The struct whose members are there once and are named without a place. */
    static final String SYSTEM = "system";

    private final Map<String, Map<String, Member>> members = new HashMap<>();
    private final Map<String, Integer> constants = new HashMap<>();

    void add(Declaration.Constants declared) {
        for (int i = 0; i < declared.names().size(); i++) {
            constants.put(declared.names().get(i).text(), i);
        }
    }

    void add(Declaration.Struct struct) {
        String name = struct.name().text();
        if (!DIMS.containsKey(name) && !name.equals(SYSTEM)) {
            throw new SyntaxException(struct.name().span(), "there is no struct " + name + " here; there are " + String.join(", ", DIMS.keySet().stream().sorted().toList())
                    + " and " + SYSTEM);
        }
        Map<String, Member> all = members.computeIfAbsent(name, n -> new LinkedHashMap<>());
        for (Declaration.Member member : struct.members()) {
            if (all.put(member.name().text(), member(DIMS.get(name), member)) != null) {
                throw new SyntaxException(member.name().span(), "struct " + name + " has a member " + member.name().text() + " already");
            }
        }
    }

    Optional<Integer> constant(String name) {
        return Optional.ofNullable(constants.get(name));
    }

    Optional<Member> member(Dim of, String name) {
        return DIMS.entrySet().stream().filter(e -> e.getValue() == of).findFirst().flatMap(e -> member(e.getKey(), name));
    }

    Optional<Member> member(String struct, String name) {
        return Optional.ofNullable(members.getOrDefault(struct, Map.of()).get(name));
    }

    /** The names of the members, for hints. */
    List<String> names(Dim of) {
        return DIMS.entrySet().stream().filter(e -> e.getValue() == of).findFirst()
                .map(e -> List.copyOf(members.getOrDefault(e.getKey(), Map.of()).keySet())).orElse(List.of());
    }

    /** What a struct's name stands for. */
    static Dim dim(Lexeme struct) {
        Dim dim = DIMS.get(struct.text());
        if (dim == null) {
            throw new SyntaxException(struct.span(), "expected a struct, one of " + String.join(", ", DIMS.keySet().stream().sorted().toList())
                    + "; found '" + struct.text() + "'");
        }
        return dim;
    }

    /** The type of a parameter or a result. */
    static Type type(Declaration.Type written) {
        return written.struct() ? pointer(written, Type.Encoding.INDEX) : switch (written.name().text()) {
            case "bool" -> Type.TRUTH;
            case "int", "void", "label" -> Type.NUMBER;
            case "errno" -> Type.RETURN_CODE;
            default -> throw new SyntaxException(written.name().span(), "expected a type: bool, int, errno or a struct; found '" + written.name().text() + "'");
        };
    }

    /** @param plain the encoding of {@code struct x *}, which is a place for parameters and may be NULL for members */
    private static Type pointer(Declaration.Type written, Type.Encoding plain) {
        return new Type.Pointer(dim(written.name()), switch (written.pointer()) {
            case NONE -> Type.Encoding.INDEX;
            case NULLABLE -> plain;
            case CURSOR -> Type.Encoding.CURSOR;
        });
    }

    private Member member(@Nullable Dim of, Declaration.Member member) {
        String name = member.alias() == null ? member.name().text() : member.alias();
        List<Dim> dims = new ArrayList<>();
        if (of != null) {
            dims.add(of);
        }
        Lexeme per = member.per();
        Dim second = per == null ? null : dim(per);
        if (second != null) {
            dims.add(second);
        }
        Dim[] indexes = dims.toArray(Dim[]::new);
        Declaration.Type type = member.type();
        if (type.struct() && type.name().text().equals("rw_semaphore") && of != null) {
            return new Member.Locked(RwLock.of(name, of));
        }
        if (!type.struct() && type.name().text().equals("spinlock_t") && of != null) {
            return new Member.Locked(SpinLock.of(name, of));
        }
        Type stored = type.struct() ? pointer(type, Type.Encoding.NULLABLE) : type(type);
        Syntax most = member.most();
        Field field = switch (stored) {
            case Type.Truth _ -> Field.flag(name, indexes);
            case Type.ReturnCode _ -> Field.upTo(name, ReturnValue.MAX, indexes);
            case Type.Number _ -> Field.bounded(name, bound(member.name(), most), indexes);
            case Type.Pointer(Dim to, Type.Encoding _) -> Field.bounded(name, Bound.of(0, to), indexes);
            case Type.Null _ -> throw new IllegalStateException();
        };
        return new Member.Stored(field, stored, second);
    }

    private Bound bound(Lexeme name, @Nullable Syntax most) {
        if (most == null) {
            throw new SyntaxException(name.span(), "expected the largest value of " + name.text() + ", as in int " + name.text() + " : 10;");
        }
        List<Dim> plus = new ArrayList<>();
        return new Bound(bound(most, plus), plus);
    }

    private int bound(Syntax most, List<Dim> plus) {
        return switch (most) {
            case Syntax.Number number -> Integer.parseInt(number.digits());
            case Syntax.Name name when constants.containsKey(name.text()) -> constants.get(name.text());
            case Syntax.Binary binary when binary.operator() == Operator.PLUS -> bound(binary.left(), plus) + bound(binary.right(), plus);
            case Syntax.Binary binary when binary.operator() == Operator.MINUS -> bound(binary.left(), plus) - bound(binary.right(), plus);
            case Syntax.Call call when call.function().word().filter("nr"::equals).isPresent() && call.arguments().size() == 1
                    && call.arguments().getFirst() instanceof Syntax.Name struct && DIMS.containsKey(struct.text()) -> {
                plus.add(DIMS.get(struct.text()));
                yield 0;
            }
            default -> throw new SyntaxException(most.span(), "expected a number, a constant or nr(struct) and sums of those");
        };
    }
}
