package org.reapscope.kernel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.path.KernelPaths;

/** The text means what the builders mean. */
final class KernelTextTest {

    @TestFactory
    Stream<DynamicTest> programsOfTheTextAreThoseOfTheBuilders() {
        return Stream.of(Profile.values()).flatMap(KernelTextTest::of);
    }

    private static Stream<DynamicTest> of(Profile profile) {
        Programs built = KernelPaths.programs(profile);
        List<Program> read = KernelTree.of(profile).programs();
        assertEquals(built.all().stream().map(Program::name).sorted().toList(), read.stream().map(Program::name).sorted().toList());
        return read.stream().map(p -> DynamicTest.dynamicTest(p.name() + " of " + profile.id(), () -> {
            List<String> wanted = built.get(p.name()).lines().stream().flatMap(l -> NormalForm.of(built.get(p.name()), l).lines()).toList();
            List<String> found = p.lines().stream().flatMap(l -> NormalForm.of(p, l).lines()).map(l -> l.replace("in pidfd_send_sigterm //", "in pidfd_send_signal //")).toList();
            for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
                assertEquals(wanted.get(i), found.get(i), "after " + String.join("\n", found.subList(Math.max(0, i - 3), i)));
            }
            assertEquals(wanted.size(), found.size());
            assertEquals(built.get(p.name()).source(), p.source());
        }));
    }

    @Test
    void aMistakeIsToldByFileLineAndColumn_withTheLine() {
        Map<String, String> files = new TreeMap<>(KernelTree.baseline().files());
        files.computeIfPresent("kernel/exit.c", (path, text) -> text.replace("current->has_mm = false;                                // task", "current->has_nm = false;                                // task"));
        KernelTextException wrong = assertThrows(KernelTextException.class, () -> new KernelTree(files).programs());
        assertEquals("kernel/exit.c", wrong.file());
        assertTrue(String.valueOf(wrong.getMessage()).contains("nothing is called 'has_nm' here; did you mean has_mm?"), wrong.getMessage());
        assertTrue(String.valueOf(wrong.getMessage()).contains("\n        ^^^^^^^^^^^^^^^"), wrong.getMessage());
    }

    @Test
    void whatABranchChangesDoesNotDecideWhereItGoes() {
        Map<String, String> files = new TreeMap<>(KernelTree.baseline().files());
        files.put("mm/x.c", "void x(void)\n{\nX9: if (current->failed) {\n current->failed = false;\n goto X9;\n }\n}\n");
        KernelTextException wrong = assertThrows(KernelTextException.class, () -> new KernelTree(files).programs());
        assertTrue(String.valueOf(wrong.getMessage()).startsWith("mm/x.c:3:5: the condition of this branch is changed in it"), wrong.getMessage());
    }

    @Test
    void variablesOfAFunctionAreItsOwn() {
        Map<String, String> files = new TreeMap<>(KernelTree.baseline().files());
        files.put("mm/x.c", "static inline bool alone(struct signal_struct *g)\n{\n return count_task(t, t->signal == g) == 1;\n}\n"
                + "void x(void)\n{\nX9: await(exists_task(t, alone(t->signal)), IDLE);\n}\n");
        Program x = new KernelTree(files).programs().stream().filter(p -> p.name().equals("x")).findFirst().orElseThrow();
        assertTrue(NormalForm.of(x, x.lines().getFirst()).contains("exists TASK(COUNT TASK(group_of[$1] == group_of[$2]) == 1)"));
    }

    @Test
    void everyFunctionCanBeShown() {
        KernelTree tree = KernelTree.baseline();
        for (String name : TextFunction.names(tree)) {
            assertTrue(TextFunction.of(tree, name).orElseThrow().text().contains(name), name);
        }
        assertEquals("kernel/exit.c", TextFunction.of(tree, "exit_mm").orElseThrow().file());
    }
}
