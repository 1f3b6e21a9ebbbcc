package org.reapscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;

/** Schedules travel by mail; the machine here has the tasks victim, lmkd and smaps-reader. */
final class ScheduleOfAMailTest {

    private static final String SENT = "lmkd*7 victim*2\nsmaps-reader lmkd*12";

    @SuppressWarnings("NullAway.Init")
    private Machine machine;

    @BeforeEach
    void build() throws IOException {
        machine = ScenarioSystem.toStep(ScenarioFile.read(Path.of("samples/scenarios/smaps-reader-pins-mm.json"))).spec().build();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "> lmkd*7 victim*2\n> smaps-reader lmkd*12",
        ">> lmkd*7 victim*2\n>> smaps-reader lmkd*12",
        "> > lmkd*7 victim*2\n> >smaps-reader lmkd*12",
        "MH> lmkd*7 victim*2\nMH> smaps-reader lmkd*12",
        "lmkd*7 victim*2\r\nsmaps-reader lmkd*12\r\n",
        "> lmkd*7 victim*2 smaps-\n> reader lmkd*12",
        "> lmkd*7 victim*2 smaps-reader lmkd*\n> 12",
        "lmkd*7 victim*2 smaps-=\nreader lmkd*1=\n2",
        "1. lmkd*7\n2. victim*2\n3. smaps-reader\n4. lmkd*12",
        "  1  lmkd*7\n  2  victim*2\n 10  smaps-reader\n 11  lmkd*12",
        "- lmkd*7 victim*2\n\u2022 smaps-reader\n* lmkd*12",
        "\u00a0 lmkd*7\u00a0victim*2\n> # why here?\n> smaps-reader lmkd*12  # the call fails",
        "On kernel 6.18:\n    1  lmkd  P1  find_lock_task_mm\n\nSchedule:\n" + SENT,
    })
    void isReadHoweverTheMailDressesIt(String mailed) {
        assertEquals(SENT.replace('\n', ' '), ScheduleText.format(machine, ScheduleText.read(machine, mailed).tasks()).replace('\n', ' '));
    }

    @Test
    void wordsAboutItAreToldWithTheirLines_andTheScheduleIsReadAllTheSame() {
        ReadSchedule read = ScheduleText.read(machine, "On Monday lmkd's author wrote:\n> lmkd*7 victim*2\n\nWhy the reader now?\n> smaps-reader lmkd*12\n");
        assertEquals(22, read.tasks().length);
        assertEquals(List.of("line 1 (\u201cOn\u201d is no task)", "line 4 (\u201cWhy\u201d is no task)"), read.unread());
        assertTrue(read.remark().startsWith("Not read: line 1"), read.remark());
    }

    @Test
    void whatIsNoScheduleAtAllIsRefusedAtItsFirstStrangeWord() {
        ScheduleException refused = assertThrows(ScheduleException.class, () -> ScheduleText.read(machine, "> Hello\n> lmkd*x"));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("schedule line 1, column 3: no task is called 'Hello'"), refused.getMessage());
    }

    @Test
    void onTheCommandLineAStrangeWordIsAMistake_atThePlaceWhereItStands() {
        assertEquals(9, ScheduleText.parse(machine, "> lmkd*7\n> victim*2").length);
        ScheduleException refused = assertThrows(ScheduleException.class, () -> ScheduleText.parse(machine, "> lmkd*7\n> 2. victim lmdk"));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("schedule line 2, column 13: no task is called 'lmdk'"), refused.getMessage());
    }
}
