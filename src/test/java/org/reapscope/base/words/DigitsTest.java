package org.reapscope.base.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

final class DigitsTest {

    @Test
    void digitsAreGroupedAsTheFormatterDoes_whateverTheNumber() {
        for (long number : List.of(0L, 7L, 999L, 1000L, 1001L, 12_345L, 103_028L, 1_000_000L, -1L, -999L, -1000L, -1_000_007L,
                Long.MAX_VALUE, Long.MIN_VALUE)) {
            assertEquals(String.format(Locale.ROOT, "%,d", number), Digits.grouped(number));
        }
    }
}
