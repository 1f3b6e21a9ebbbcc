package org.reapscope.trace.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reapscope.trace.Clock;

/**
 * Which clock a capture was recorded with. The text does not name it, but the clocks that are no nanoseconds print whole
 * numbers (kernel/trace/trace_output.c, trace_print_time), and each does so in its own way: uptime gives many events of a
 * CPU the same number, counter gives each its own and the next event often the next one, and between two events a CPU
 * counts hundreds of cycles.
 */
final class PrintedClock {

    /** Events that came in the midst of another one may have its time, whatever the clock is: so many in a hundred. */
    private static final int RARE = 2;
    /** No CPU writes two events within as few cycles. */
    private static final int FEWEST_CYCLES = 16;

    private static final String BETTER = "`echo mono > trace_clock` before recording gives nanoseconds.";

    private final Map<Integer, Long> last = new HashMap<>();
    private int times;
    private int whole;
    private int pairs;
    private int ties;
    private long least = Long.MAX_VALUE;

    private PrintedClock() {}

    /** The clock of a capture that begins with these bytes. */
    static Clock of(byte[] head, List<LineHead> heads) {
        PrintedClock result = new PrintedClock();
        EventLine line = new EventLine();
        HeadLines.of(head, (b, from, to) -> {
            if (heads.stream().anyMatch(h -> h.parse(b, from, to, line))) {
                result.hear(line);
            }
            return true;
        });
        return result.clock();
    }

    /** What a person should know of a clock, if there is something. */
    static Optional<String> remark(Clock clock) {
        return switch (clock) {
            case NANOSECONDS -> Optional.empty();
            case JIFFIES -> Optional.of("The recorder's clock is uptime, with steps of 10 ms: what is shorter cannot be told; "
                    + BETTER);
            case COUNT -> Optional.of("The recorder's clock is counter, which numbers the events: their order is known, and how "
                    + "long anything took is not; " + BETTER);
            case CYCLES -> Optional.of("The recorder's clock counts cycles of unknown length: the order is known, and how long "
                    + "anything took only in cycles; " + BETTER);
        };
    }

    private void hear(EventLine line) {
        times++;
        if (!line.wholeNumber) {
            return;
        }
        whole++;
        Long before = last.put(line.cpu, line.tsNs);
        if (before != null) {
            pairs++;
            long distance = Math.abs(line.tsNs - before);
            ties += distance == 0 ? 1 : 0;
            least = distance == 0 ? least : Math.min(least, distance);
        }
    }

    private Clock clock() {
        if (2 * whole <= times) {
            return Clock.NANOSECONDS;
        }
        if (100 * ties > RARE * pairs) {
            return Clock.JIFFIES;
        }
        return least == Long.MAX_VALUE || least <= FEWEST_CYCLES ? Clock.COUNT : Clock.CYCLES;
    }
}
