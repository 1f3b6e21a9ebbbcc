package org.reapscope.explore.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reapscope.explore.Models;
import org.reapscope.explore.property.Property.Kind;
import org.reapscope.export.PromelaWriter;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.object.KernelFacts;

final class PropertyParserTest {

    private final Vocabulary words = new Vocabulary(Models.race(2, 2, 1, Grain.FINE, "esrch").spec());

    private Property parse(String text) {
        return PropertyParser.parse(text, words);
    }

    private String error(String text) {
        return String.valueOf(assertThrows(PropertyException.class, () -> parse(text)).getMessage());
    }

    @Test
    void aNameAloneAsksWhetherItCanHappen() {
        for (String name : KernelFacts.names()) {
            Property p = parse(name);
            assertEquals(Kind.REACH, p.kind());
            assertEquals(List.of(KernelFacts.of(name)), p.wants(), "asked for by itself");
            assertEquals(p.wants(), parse(" never( " + name + ")").wants());
        }
        assertEquals(Kind.DEADLOCK, parse("deadlock").kind());
        assertEquals(Kind.DEADLOCK, parse("never(deadlock)").kind());
    }

    @Test
    void whatMayCeaseToHoldIsLatched() {
        assertTrue(parse("reach(mm_users == 0)").wants().getLast().latched());
        assertTrue(parse("always(mm_users >= 1)").wants().getLast().latched());
        assertFalse(parse("esrch && reaped || einval").wants().getLast().latched(), "all of them stay true");
        assertTrue(parse("esrch && mm_users[victim-mm] > 0").wants().getLast().latched());
        assertEquals(List.of("pte-collision", "esrch", "pte-collision && esrch"),
                parse("pte-collision && esrch").wants().stream().map(f -> f.name()).toList());
    }

    @Test
    void knowsEveryForm() {
        assertEquals(Kind.INEVITABLE, parse("inevitable(reaped || esrch)").kind());
        assertEquals(List.of("V11"), parse("after(V11, task.mm[victim-0] == 0 || task.mm[victim-1] == 0)").steps());
        assertTrue(parse("after(exit_mm, mm_users >= 1)").steps().containsAll(List.of("V9", "V11", "V12")));
        assertEquals(Property.Count.RISES, parse("max(rises(waits(victim-0, mmap_lock)))").count());
        assertEquals(Property.Count.SUM, parse("mean(sum(pages_left))").count());
        assertEquals(Property.Count.AT_END, parse("min(freed_by(killer) + freed_by(victim-0))").count());
        assertEquals(Map.of("killer", 0.1, "victim-0", 2.0), parse("P(esrch | killer = 0.1, victim-0 = 2)").speeds());
        assertEquals(Kind.REACH, parse("step(killer) == find_lock_task_mm && holder(task_lock[victim-0]) == victim-0").kind());
        assertEquals(Kind.REACH, parse("ret(killer) == ESRCH && !(holder(mmap_lock) != victim-1)").kind());
    }

    @Test
    void wordsAndSignsMeanTheSame() {
        for (String[] same : new String[][] {{"esrch && !reaped || einval", "esrch and not reaped or einval"}, {"esrch -> reaped", "esrch implies reaped"},
                {"esrch -> reaped", "!esrch || reaped"}, {"mm_users * 2 == 4", "mm_users*2 == 4"}}) {
            assertEquals(parse(same[0]).wants().getLast().soFar().getClass(), parse(same[1]).wants().getLast().soFar().getClass());
            assertEquals(term(same[0]), term(same[1]), same[0]);
        }
        assertTrue(parse("esrch -> reaped").wants().getLast().latched(), "it may cease to hold");
    }

    private Object term(String text) {
        return parse("max(" + text + ")").wants().getLast().soFar();
    }

    @Test
    void theCaretStandsBelowWhatIsWrong_andAnAmbiguousNegationIsAskedAbout() {
        PropertyException wrong = assertThrows(PropertyException.class, () -> parse("never(esrch && killed == 1)"));
        assertEquals("never(esrch && killed == 1)\n               ^^^^^^", wrong.pointer());
        assertTrue(error("!mm_users == 1").contains("column 1: expected a number to compare, found a negation; write == in brackets to deny it"));
        assertTrue(error("esrch && never(reaped)").contains("'never(..)' stands around the whole property"), error("esrch && never(reaped)"));
    }

    @Test
    void errorsSayWhereAndWhatWasExpected() {
        assertEquals("property \"never(esrch\", column 12: expected ')', found the end", error("never(esrch"));
        assertTrue(error("esrhc").startsWith("property \"esrhc\", column 1: nothing is called 'esrhc' here; did you mean esrch? There are the facts "
                + "esrch, esrch-harmful"), error("esrhc"));
        assertTrue(error("task.mm == 0").contains("say which task: task.mm[task], with one of victim-0, victim-1, killer"));
        assertTrue(error("step(killed) == P3").contains("column 6: no task is called 'killed'; there are victim-0"));
        assertTrue(error("step(killer) == P99").contains("no step has the id or stands in the function 'P99'"));
        assertTrue(error("esrch $ 1").contains("column 7: did not expect '$'"), error("esrch $ 1"));
        assertTrue(error("esrch einval").contains("column 7: expected the end of the property, found 'einval'"));
        assertTrue(error("P(esrch | killer = 0)").contains("expected a speed above 0, from 0.000001 to 1000000, found '0'"));
        assertTrue(error("P(esrch | killer = " + "9".repeat(400) + ")").contains("expected a speed above 0, from "));
        assertTrue(error("mm_users > 99999999999").contains("whole number"));
        assertTrue(error("").contains("column 1: expected a fact"), error(""));
        assertTrue(error("ptlock[vma9] == 0").contains("no table is called 'vma9'; there are vma0, vma1"));
        assertTrue(error("waits(killer, ptlock)").contains("'ptlock' has no queue"));
    }

    @Test
    void whatIsTooDeepOrTooLong_isRefusedInOneLine() {
        for (String deep : List.of("(".repeat(51) + "esrch" + ")".repeat(51), "!".repeat(51) + "esrch", "!(".repeat(30) + "esrch" + ")".repeat(30),
                "never(" + "(".repeat(60) + "esrch" + ")".repeat(61), "P(" + "(".repeat(60) + "esrch" + ")".repeat(60) + " | killer = 1)", "(".repeat(499))) {
            assertTrue(error(deep).contains(": nested more than 50 deep; take brackets away"), error(deep));
            assertTrue(error(deep).length() < 300);
        }
        assertTrue(error("(".repeat(4000) + "esrch" + ")".repeat(4000)).contains("it has 8005 letters; expected at most 4000"));
        assertTrue(error(String.join("||", Collections.nCopies(300, "esrch"))).contains("expected at most 500 names, numbers and signs"));
        assertTrue(error("a" + "-a".repeat(1990)).contains("nothing is called"));
        assertTrue(error("a" + "-a".repeat(100_000)).contains("letters; expected at most"));
    }

    @Test
    void whatIsJustNotTooDeepAndTooLong_canBeCompiledInterpretedAndPrinted() throws IOException {
        MachineSpec spec = Models.race(2, 2, 1, Grain.FINE, "esrch").spec();
        for (String text : List.of("(".repeat(50) + "esrch" + ")".repeat(50), "!".repeat(50) + "esrch", "!".repeat(24) + "(".repeat(25) + "einval" + ")".repeat(25),
                String.join("||", Collections.nCopies(250, "esrch")), String.join("+", Collections.nCopies(248, "pages_left")) + " > 3",
                String.join("&&", Collections.nCopies(125, "mm_users>=1")))) {
            Property property = PropertyParser.parse(text, new Vocabulary(spec));
            Machine machine = spec.withFacts(property.wants()).build();
            for (int k = 0; k < property.wants().size(); k++) {
                assertEquals(machine.interpreted().facts(machine.initial(), 0) >> k & 1, machine.holds(property.wants().get(k).name(), machine.initial(), 0) ? 1 : 0);
            }
            StringWriter out = new StringWriter();
            PromelaWriter.write(machine, out);
            assertTrue(out.toString().length() > 1000);
        }
    }
}
