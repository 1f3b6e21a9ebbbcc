package org.reapscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PaletteTest {

    private static final List<Role> STATES = List.of(Role.RUNNING, Role.RUNNABLE, Role.EXITING, Role.SLEEPING, Role.DEAD,
            Role.STOPPED, Role.IO_WAIT, Role.LOCK_WAIT);
    private static final List<Role> LOCKS = List.of(Role.LOCK_READ, Role.LOCK_WRITE, Role.LOCK_WAIT);

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light", "contrast", "print"})
    void statesStayApart_forEveryKindOfColourVision(String theme) {
        Palette palette = Palette.named(theme);
        assertTrue(worst(palette, STATES) >= 10, () -> "states of " + theme + ": " + worst(palette, STATES));
        assertTrue(worst(palette, LOCKS) >= 10, () -> "locks of " + theme + ": " + worst(palette, LOCKS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light", "contrast", "print"})
    void textCanBeRead(String theme) {
        Palette palette = Palette.named(theme);
        for (Role text : List.of(Role.TEXT, Role.TEXT_DIM, Role.ACCENT, Role.SEVERE, Role.WARNING, Role.NOTICE, Role.INFO)) {
            for (Role background : List.of(Role.BG, Role.LANE_BG, Role.LANE)) {
                double contrast = Palette.contrast(palette.argb(text), palette.argb(background));
                assertTrue(contrast >= 4.5, theme + ": " + text + " on " + background + " is " + contrast);
            }
        }
        for (Role state : STATES) {
            double contrast = Palette.contrast(palette.argb(palette.inkOn(state)), palette.argb(state));
            assertTrue(contrast >= 4.5, theme + ": ink on " + state + " is " + contrast);
        }
    }

    @Test
    void aThemeThatLacksAColourIsRefusedByName() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Palette.parse("mine", "-rs-bg: #000000;"));
        assertTrue(String.valueOf(e.getMessage()).contains("-rs-text:"), e::getMessage);
        assertThrows(IllegalArgumentException.class, () -> Palette.named("no-such-theme"));
    }

    @Test
    void alphaComesLastInCss_firstInPixels() {
        assertEquals(0x21d55e00, Palette.named("dark").argb(Role.ESRCH_SHADE));
    }

    @Test
    void theColourDifferenceIsTheStandardOne() {
        // A pair of Sharma, Wu, Dalal 2005, table 1.
        assertEquals(2.0425, ColourVision.difference(new double[] {50, 2.6772, -79.7751}, new double[] {50, 0, -82.7485}), 1e-4);
    }

    private static double worst(Palette palette, List<Role> roles) {
        double worst = Double.MAX_VALUE;
        for (ColourVision vision : ColourVision.values()) {
            for (int i = 0; i < roles.size(); i++) {
                for (int j = i + 1; j < roles.size(); j++) {
                    worst = Math.min(worst, ColourVision.difference(vision.lab(palette.argb(roles.get(i))), vision.lab(palette.argb(roles.get(j)))));
                }
            }
        }
        return worst;
    }
}
