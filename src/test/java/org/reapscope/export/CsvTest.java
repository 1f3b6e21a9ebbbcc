package org.reapscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

final class CsvTest {

    @Test
    void namesThatLookLikeFormulasOrHoldSeparatorsAreHarmless() throws IOException {
        StringBuilder out = new StringBuilder();
        new Csv(out).row(List.of("=cmd|' /C calc'!A0", "a,b", "say \"x\"", -3, "-ESRCH", "plain"));
        assertEquals("'=cmd|' /C calc'!A0,\"a,b\",\"say \"\"x\"\"\",-3,'-ESRCH,plain\r\n", out.toString());
    }
}
