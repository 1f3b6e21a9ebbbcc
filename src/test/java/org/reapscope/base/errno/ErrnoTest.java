package org.reapscope.base.errno;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.reapscope.kernel.ReturnValue;

/** One table of error numbers for captures, for the machine and for whoever tells of either. */
final class ErrnoTest {

    @Test
    void numbersAndNamesAreTheKernels() {
        assertEquals("EPERM", Errno.name(-1));
        assertEquals("ESRCH", Errno.name(-3));
        assertEquals("EINVAL", Errno.name(-22));
        assertEquals("ENOSYS", Errno.name(-38));
        assertEquals(11, Errno.number("EAGAIN"));
        assertEquals("E512", Errno.name(-512));
        assertThrows(IllegalArgumentException.class, () -> Errno.number("ESRHC"));
    }

    @Test
    void whatACallReturnedIsToldAsTheKernelLogsIt() {
        assertEquals("0", Errno.result(0));
        assertEquals("42", Errno.result(42));
        assertEquals("-ESRCH", Errno.result(-3));
        assertEquals("error 512", Errno.result(-512));
        assertEquals("-4096", Errno.result(-4096));
        assertEquals("-9223372036854775808", Errno.result(Long.MIN_VALUE));
    }

    @Test
    void theMachineReturnsWhatTheTableSays() {
        for (ReturnValue value : ReturnValue.values()) {
            if (value != ReturnValue.PENDING && value != ReturnValue.OK) {
                assertEquals("-" + value.name(), Errno.result(value.result()));
                assertEquals(value.text(), Errno.result(value.result()));
            }
        }
        assertEquals(0, ReturnValue.OK.result());
    }
}
