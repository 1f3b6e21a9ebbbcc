package org.reapscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reapscope.kernel.MicroStep.after;
import static org.reapscope.kernel.MicroStep.step;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.ModelException;

/** A patch is an edit of named lines: what becomes of jumps, and what is refused. */
final class EditTest {

    private static final Field X = Field.upTo("x", 7);

    /** A jumps over B to C unless x is 0; D goes back to B once. */
    private static Programs programs() {
        return Programs.of(List.of(Program.of("p", "test").add(
                step("A", "f").does(X.at().increment()).jump(X.at().ne(0), "C"),
                step("B", "f").does(X.at().increment()),
                step("C", "f").does(X.at().increment()).jump(X.at().ge(4), after("D")),
                step("D", "f").jump(Expr.TRUE, "B"),
                step("E", "f")).build()));
    }

    private static String order(Programs programs) {
        MachineSpec.Builder spec = MachineSpec.of(programs).task("t", new Call("p", "p", Map.of()));
        Machine m = spec.fact("x", X.at()).build();
        long[] s = m.initial();
        StringBuilder path = new StringBuilder();
        while (m.enabled(s, 0, 0)) {
            path.append(m.next(s, 0, 0).orElseThrow().step().id());
            m.step(s, 0, 0);
        }
        return path.toString();
    }

    private static MicroStep line(String id) {
        return step(id, "f").build();
    }

    @Test
    void unpatched() {
        assertEquals("ACDBCE", order(programs()));
    }

    @Test
    void whatIsInsertedBefore_isPassedByJumps_andWhatStandsAfterASkippedLineIsNot() {
        assertEquals("ACDBYCE", order(programs().edited(List.of(new Edit.InsertBefore("p", "C", List.of(line("Y")))))));
        assertEquals("ACDBCYE", order(programs().edited(List.of(new Edit.InsertBefore("p", "E", List.of(line("Y")))))));
        assertEquals("ACYDBCE", order(programs().edited(List.of(new Edit.InsertAfter("p", "C", List.of(line("Y")))))));
    }

    @Test
    void jumpsToARemovedLineGoToTheNext_andToAReplacedOneToItsHeir() {
        assertEquals("AE", order(programs().edited(List.of(new Edit.Remove("p", "C"), new Edit.Remove("p", "D")))));
        assertEquals("ACDBCY", order(programs().edited(List.of(new Edit.Replace("p", "E", List.of(line("Y")))))));
        assertTrue(order(programs().edited(List.of(new Edit.Replace("p", "C", List.of(line("Y"),
                step("C2", "f").does(X.at().set(7)).jump(Expr.TRUE, after("D")).build()))))).startsWith("AYC2E"));
    }

    @Test
    void aMovedLineKeepsItsName() {
        Programs moved = programs().edited(List.of(new Edit.Move("p", "E", "A")));
        assertEquals("EABCD", moved.get("p").lines().stream().map(Line::id).collect(Collectors.joining()));
    }

    @Test
    void anEditOfWhatIsNotThereIsRefused_andSaysWhatIs() {
        ModelException e = assertThrows(ModelException.class,
                () -> programs().edited(List.of(new Edit.Remove("p", "M9"))));
        assertEquals("p has no line M9; it has A B C D E", e.getMessage());
        assertThrows(ModelException.class, () -> programs().edited(List.of(new Edit.Remove("q", "A"))));
        ModelException jump = assertThrows(ModelException.class, () -> order(programs().edited(List.of(
                new Edit.InsertAfter("p", "E", List.of(step("F", "f").then("nowhere").build()))))));
        assertEquals("p jumps to nowhere, which it does not have", jump.getMessage());
    }

    @Test
    void aValueThatDoesNotFitIsAnError_compiledAndInterpreted() {
        Field small = Field.upTo("small", 2);
        Program p = Program.of("p", "test").add(step("A", "f").does(small.at().increment()).jump(Expr.TRUE, "A")).build();
        Machine m = MachineSpec.of(Programs.of(List.of(p))).task("t", new Call("p", "p", Map.of()))
                .fact("small", small.at()).build();
        long[] s = m.initial();
        m.step(s, 0, 0);
        m.step(s, 0, 0);
        assertEquals("small cannot become 3; a variable of a scenario gets room by a larger \"max\"",
                assertThrows(ModelException.class, () -> m.step(s.clone(), 0, 0)).getMessage());
        assertEquals("small cannot become 3: it holds 0 to 2; a variable of a scenario gets room by a larger \"max\"",
                assertThrows(ModelException.class, () -> m.interpreted().step(s.clone(), 0, 0)).getMessage());
    }

    @Test
    void aStateThatIsTooLargeIsRefused() {
        Field wide = Field.upTo("wide", 1 << 30, Dim.GROUP);
        Expr.Var g = new Expr.Var("g", Dim.GROUP);
        Program p = Program.of("p", "test").add(step("A", "f").does(
                Effect.each(g, Expr.TRUE, wide.at(g).set(1)))).build();
        MachineSpec.Builder spec = MachineSpec.of(Programs.of(List.of(p))).task("t", new Call("p", "p", Map.of()))
                .keepAll(true);
        for (int k = 0; k < 200; k++) {
            spec.member(Dim.GROUP, "g" + k);
        }
        String message = String.valueOf(assertThrows(ModelException.class, spec::build).getMessage());
        assertTrue(message.contains("the largest part is wide"), message);
    }

    @Test
    void fieldsNobodyWritesOrReadsTakeNoRoom() {
        Field constant = Field.upTo("constant", 1000);
        Field noted = Field.upTo("noted", 1000);
        Program p = Program.of("p", "test").add(
                step("A", "f").when(constant.at().eq(5), Wait.SPIN).does(noted.at().set(3))).build();
        MachineSpec.Builder spec = MachineSpec.of(Programs.of(List.of(p))).task("t", new Call("p", "p", Map.of()))
                .initial(constant, 5);
        Machine m = spec.build();
        assertTrue(m.layout().isConstant(m.layout().cells().cell(constant)));
        assertTrue(m.layout().isDropped(m.layout().cells().cell(noted)));
        assertTrue(spec.keepAll(true).build().knows(noted));
    }
}
