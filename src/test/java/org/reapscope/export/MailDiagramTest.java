package org.reapscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reapscope.export.MailDiagram.Entry;

final class MailDiagramTest {

    @Test
    void theRaceOfTheMailOfMay19() {
        String diagram = new MailDiagram(List.of("CPU A (lmkd)", "CPU B (victim)"), List.of(
                new Entry(0, 0, Wording.of("pidfd_send_signal(SIGKILL) = 0"), false),
                new Entry(1, 0, Wording.of("exit_mm()"), false),
                new Entry(1, 1, Wording.of("task->mm = NULL"), false),
                new Entry(0, 0, Wording.of("process_mrelease()"), false),
                new Entry(0, 1, Wording.returned("-ESRCH"), true))).toString();
        assertEquals("""
                  CPU A (lmkd)                        CPU B (victim)
                  ------------                        --------------
                  pidfd_send_signal(SIGKILL) = 0
                                                      exit_mm()
                                                        task->mm = NULL
                  process_mrelease()
                !!  = -ESRCH
                """, diagram);
    }

    @Test
    void aBlankStandsForWhatACallReturned_andTheMarginDoesNotTellThatItFailed() {
        MailDiagram diagram = new MailDiagram(List.of("lmkd"), List.of(
                new Entry(0, 0, Wording.call("process_mrelease"), false),
                new Entry(0, 1, Wording.returned("-ESRCH"), true),
                new Entry(0, 1, Wording.of("skips victim-7"), true),
                new Entry(0, 0, Wording.of("prints = 0"), false)));
        assertEquals("""
                  lmkd
                  ----
                  process_mrelease()
                    = ____
                !!  skips victim-7
                  prints = 0
                """, diagram.withBlanks().toString());
    }

    @Test
    void noLineIsWiderThanAMailAllows_norHoldsATabOrAForeignByte() {
        String long1 = "a sentence that is much too long for any of the three columns that there are here";
        String long2 = "x".repeat(200);
        String diagram = new MailDiagram(List.of("one\twith\u0007bell", "two", "three" + "y".repeat(200)), List.of(
                new Entry(0, 3, Wording.of(long1), false), new Entry(1, 0, Wording.of(long2), true), new Entry(2, 1, Wording.of("Grüße\t" + long1), false)))
                .toString();
        diagram.lines().forEach(line -> assertTrue(line.length() <= MailDiagram.WIDTH, line));
        assertTrue(diagram.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127));
        assertTrue(diagram.lines().findFirst().orElseThrow().endsWith("yyy..."), "a name that does not fit says so");
        assertEquals("trace.txt, kill 1 of 2", MailDiagram.foot("trace.txt", ", kill 1 of 2"));
        String foot = MailDiagram.foot("n\u001b\u202e" + "x".repeat(250), ", kill 1 of 2");
        assertTrue(foot.length() == MailDiagram.WIDTH && foot.startsWith("n??xx") && foot.endsWith("x..., kill 1 of 2"), foot);
        assertEquals(200, diagram.chars().filter(c -> c == 'x').count());
    }
}
