package org.reapscope.kernel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reapscope.kernel.Profile;

/** A diff is made and undone, and one that does not fit says where. */
final class TextPatchTest {

    private static final KernelTree BASE = KernelTree.baseline();

    @Test
    void whatIsBetweenTwoTreesMakesOneOfTheOther() {
        for (Profile profile : Profile.values()) {
            KernelTree release = KernelTree.of(profile);
            String diff = TextPatch.between(BASE, release);
            assertEquals(profile == Profile.V6_18, diff.isEmpty());
            if (!diff.isEmpty()) {
                assertEquals(release, TextPatch.read("x.patch", diff).applied(BASE));
                assertEquals(BASE, TextPatch.read("y.patch", TextPatch.between(release, BASE)).applied(release));
            }
        }
    }

    @Test
    void aFileIsAddedAndTakenAway() {
        Map<String, String> files = new TreeMap<>(BASE.files());
        files.remove("fs/coredump.c");
        files.put("mm/new.c", "/* new */\n");
        KernelTree other = new KernelTree(files);
        assertEquals(other, TextPatch.read("x.patch", TextPatch.between(BASE, other)).applied(BASE));
    }

    @Test
    void theHeadOfAMailIsRead() {
        TextPatch patch = TextPatch.read("f.patch", "Subject: keep the mm\nHazard: one\nHazard: two\n\nWords.\n\n--- a/x.c\n+++ b/x.c\n@@ -1,1 +1,1 @@\n-a\n+b\n");
        assertEquals("keep the mm", patch.head().get("Subject"));
        assertEquals("one\ntwo", patch.head().get("Hazard"));
        assertEquals("Words.", patch.message());
        assertEquals(Map.of("x.c", "b\n"), patch.applied(new KernelTree(Map.of("x.c", "a\n"))).files());
    }

    @Test
    void aHunkThatDoesNotFitSaysWhatIsThereInstead() {
        String diff = "--- a/kernel/exit.c\n+++ b/kernel/exit.c\n@@ -10,1 +10,1 @@\n-V99:    nothing();\n+V99:    something();\n";
        TextPatchException refused = assertThrows(TextPatchException.class, () -> TextPatch.read("mine.patch", diff).applied(BASE));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("mine.patch: hunk 1 of kernel/exit.c does not fit at line 10; expected\n    V99:    nothing();\nbut there is\n"),
                refused.getMessage());
        TextPatchException missing = assertThrows(TextPatchException.class, () -> TextPatch.read("mine.patch", diff.replace("exit.c", "exot.c")).applied(BASE));
        assertEquals("mine.patch: it changes kernel/exot.c, which there is not in this tree", missing.getMessage());
        assertThrows(TextPatchException.class, () -> TextPatch.read("mine.patch", "Subject: nothing\n"));
    }
}
