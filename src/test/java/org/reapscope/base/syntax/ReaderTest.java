package org.reapscope.base.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reapscope.base.syntax.Dialect.Arrow;

final class ReaderTest {

    private static final Dialect PEOPLE = new Dialect(true, Arrow.IMPLIES, 1000, 100, 20, "a name", "say less", "say it flatter");
    private static final Dialect KERNEL = new Dialect(false, Arrow.MEMBER, 1000, 100, 20, "a name", "say less", "say it flatter");

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "a || b && c == d + e * f;           (a || (b && (c == (d + (e * f)))))",
        "a * b + c < d && e || f;            (((((a * b) + c) < d) && e) || f)",
        "a - b - c;                          ((a - b) - c)",
        "a -> b -> c;                        (a -> (b -> c))",
        "a implies b or c and not d;         (a -> (b || (c && (!d))))",
        "!a && b;                            ((!a) && b)",
        "-a + b;                             ((-a) + b)",
        "(a || b) && c;                      ((a || b) && c)",
        "a < b == c;                         ((a < b) == c)",
        "a ? b : c ? d : e;                  (a ? b : (c ? d : e))",
        "mm_users[victim-mm] >= 1;           (mm_users[victim-mm] >= 1)",
        "max(rises(waits(t, task.mm[x, y])));max(rises(waits(t, task.mm[x, y])))",
        "P(esrch | killer = 0.1, v = 2);     P((esrch | (killer = 0.1)), (v = 2))"})
    void operatorsBindAsInC_andWordsAsTheirSigns(String text, String tree) {
        assertEquals(tree, shown(read(text, PEOPLE)));
    }

    @Test
    void anArrowIsAPointerInTheKernelsLanguage() {
        assertEquals("((mm->owner.pid - 1) && (!done))", shown(read("mm->owner.pid-1 && !done", KERNEL)));
        assertEquals("task.mm", read("task.mm", KERNEL).word().orElseThrow());
        assertTrue(read("task->mm", KERNEL).word().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "never(esrch;       12; expected ')', found the end",
        "a b;               3;  expected the end, found 'b'",
        "a && ;             5;  expected a name, found the end",
        "a && or b;         6;  expected a name, found 'or'",
        "a == b == c;       8;  expected one comparison, found a second one; write a == b && b == c",
        "a $ b;             3;  did not expect '$'",
        "a ? b;             6;  expected ':', found the end",
        "x.;                3;  expected the name of a member, found the end"})
    void whatCannotBeReadIsToldWithItsPlace(String text, int column, String problem) {
        SyntaxException wrong = assertThrows(SyntaxException.class, () -> read(text, PEOPLE));
        assertTrue(wrong.problem().startsWith(problem), wrong.problem());
        assertEquals(column, wrong.span().column(text));
    }

    @Test
    void aPlaceIsALineAndACaretBelowIt() {
        String text = "first ||\n  second $ third";
        Span span = assertThrows(SyntaxException.class, () -> read(text, PEOPLE)).span();
        assertEquals(2, span.line(text));
        assertEquals(10, span.column(text));
        assertEquals("  second $ third\n         ^", span.pointer(text));
        Syntax.Binary sum = (Syntax.Binary) read("a + bcd", PEOPLE);
        assertEquals("a + bcd\n    ^^^", sum.right().span().pointer("a + bcd"));
    }

    @Test
    void whatIsTooDeepIsRefused_whateverItIsMadeOf() {
        for (String deep : new String[] {"(".repeat(30) + "a", "!".repeat(30) + "a", "a[".repeat(30), "a(".repeat(30), "a -> ".repeat(30) + "a", "a ? ".repeat(30)}) {
            assertTrue(assertThrows(SyntaxException.class, () -> read(deep, PEOPLE)).problem().startsWith("nested more than 20 deep; say it flatter"), deep);
        }
    }

    private static Syntax read(String text, Dialect dialect) {
        Reader reader = new Reader(text, dialect);
        Syntax syntax = reader.expression();
        if (!reader.isAtEnd()) {
            throw reader.expected("the end");
        }
        return syntax;
    }

    private static String shown(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Name name -> name.text();
            case Syntax.Number number -> number.digits();
            case Syntax.Member member -> shown(member.of()) + (member.pointer() ? "->" : ".") + member.name();
            case Syntax.Call call -> shown(call.function()) + call.arguments().stream().map(ReaderTest::shown).collect(Collectors.joining(", ", "(", ")"));
            case Syntax.Index index -> shown(index.of()) + index.indexes().stream().map(ReaderTest::shown).collect(Collectors.joining(", ", "[", "]"));
            case Syntax.Unary unary -> "(" + (unary.prefix() == Prefix.NOT ? "!" : "-") + shown(unary.operand()) + ")";
            case Syntax.Binary binary -> "(" + shown(binary.left()) + " " + binary.operator().sign() + " " + shown(binary.right()) + ")";
            case Syntax.Choice choice -> "(" + shown(choice.condition()) + " ? " + shown(choice.then()) + " : " + shown(choice.otherwise()) + ")";
            case Syntax.Group group -> shown(group.inner());
        };
    }
}
