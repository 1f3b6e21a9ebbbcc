package org.reapscope.kernel.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.reapscope.kernel.EveryRun;
import org.reapscope.kernel.MachineSpec;

/**
 * The behaviour of the reference systems, frozen: states, steps, ways to end, what ever holds, and a digest of seeded runs
 * with every field kept. Any change of a guard, an effect or a lock that matters to one of them shows here; a change that is
 * meant is written into the resource file.
 */
final class ReferenceSystemsTest {

    static String behaviour(String name, MachineSpec spec) {
        EveryRun runs = EveryRun.of(spec.build());
        return name + ": " + runs.states() + " states, " + runs.transitions() + " steps, " + runs.deadlocks()
                + " stuck, " + runs.outcomes().size() + " ways to end, " + String.join(" ", runs.everHeld()) + ", runs "
                + SeededRuns.digest(spec);
    }

    @Test
    void nothingChangedUnawares() throws IOException {
        List<String> now = ReferenceSystems.all().entrySet().stream().map(e -> behaviour(e.getKey(), e.getValue())).toList();
        try (InputStream frozen = Objects.requireNonNull(getClass().getResourceAsStream("/kernel/reference-systems.txt"))) {
            assertEquals(new String(frozen.readAllBytes(), StandardCharsets.UTF_8), String.join("\n", now) + "\n");
        }
    }
}
