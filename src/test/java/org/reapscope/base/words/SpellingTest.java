package org.reapscope.base.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

final class SpellingTest {

    private static final List<String> KNOWN = List.of("esrch", "esrch-harmful", "einval", "mm_users", "mm_count");

    @Test
    void findsTheWordThatIsOneSlipAway() {
        assertEquals(List.of("esrch"), Spelling.nearest("esrhc", KNOWN));
        assertEquals(List.of("esrch-harmful"), Spelling.nearest("esrch_harmful", KNOWN));
        assertEquals(List.of("einval"), Spelling.nearest("einva", KNOWN));
        assertEquals(List.of("mm_users"), Spelling.nearest("mmusers", KNOWN));
    }

    @Test
    void doesNotGuess_whenNothingIsNear() {
        assertEquals(List.of(), Spelling.nearest("throughput", KNOWN));
        assertEquals(1, Spelling.edits("ab", "ba"), "letters swapped are one slip");
    }
}
