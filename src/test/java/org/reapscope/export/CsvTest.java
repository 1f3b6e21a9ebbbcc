package org.reapscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTest {

    @Test
    void namesThatLookLikeFormulasOrHoldSeparatorsAreHarmless() throws IOException {
        StringBuilder out = new StringBuilder();
        new Csv(out).row(List.of("=cmd|' /C calc'!A0", "a,b", "say \"x\"", -3, "-ESRCH", "plain"));
        assertEquals("'=cmd|' /C calc'!A0,\"a,b\",\"say \"\"x\"\"\",-3,'-ESRCH,plain\r\n", out.toString());
    }

    @Test
    void aNumberStaysANumber_alsoWhereItIsText() throws IOException {
        StringBuilder out = new StringBuilder();
        new Csv(out).row(List.of("-3", "-22", "0", "-0.5", "-1.5e-7", "12E3", -3L, -0.25));
        assertEquals("-3,-22,0,-0.5,-1.5e-7,12E3,-3,-0.25\r\n", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3 0", "-", "--3", "-3+1", "-1e", "+3", "-3=", "@SUM(A1)", "-.5", "-3.", "-\u0663"})
    void whatIsNoNumber_isText(String cell) throws IOException {
        StringBuilder out = new StringBuilder();
        new Csv(out).row(List.of(cell));
        assertEquals("'" + cell + "\r\n", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n-3"})
    void whatBeginsWithATabOrALineEnd_isText(String cell) throws IOException {
        StringBuilder out = new StringBuilder();
        new Csv(out).row(List.of(cell));
        assertEquals("' " + cell.substring(1) + "\r\n", out.toString());
    }
}
