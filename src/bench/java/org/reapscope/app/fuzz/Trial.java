package org.reapscope.app.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.property.PropertyException;
import org.reapscope.base.file.NotTextException;
import org.reapscope.base.json.JsonFileException;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.lesson.LessonException;
import org.reapscope.run.ScheduleException;
import org.reapscope.document.session.SessionException;
import org.reapscope.trace.format.TraceFormatException;

/** Opens one file in a folder of its own, on a thread that is watched, and judges what came of it. */
final class Trial {

    /** How the message of a file begins that does not come to an end. */
    static final String HANGS = "still busy after 10 s";

    /**
     * No file may keep a processor busy for longer, or anybody waiting without one for six times that; what unpacks to more than
     * 100 MB may take as much again for every further 100 MB, since it is read to its end.
     */
    private static final long BUSY_NS = 10_000_000_000L;
    private static final int WAITING = 6;
    private static final long AT_ONCE = 100_000_000;
    private static final int LONGEST_COMPLAINT = 2_100;
    private static final int FRAMES = 6;
    private static final List<Class<? extends Throwable>> COMPLAINTS = List.of(TraceFormatException.class, JsonFileException.class,
            SessionException.class, ModelException.class, ScheduleException.class, PropertyException.class, LessonException.class,
            NotTextException.class, NoSuchFileException.class);

    private final Path folder;
    private final Function<Throwable, String> words;

    /**
     * @param folder an empty folder
     * @param words what the program says of an exception
     */
    Trial(Path folder, Function<Throwable, String> words) {
        this.folder = folder;
        this.words = words;
    }

    /** Opens a file with this content. */
    TrialOutcome of(Kind kind, byte[] bytes) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve(kind.fileName()), bytes);
        AtomicReference<TrialOutcome> outcome = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().daemon().name("opens a " + kind.id()).start(() -> outcome.set(open(kind, file)));
        long patience = BUSY_NS * (1 + unpacked(bytes) / AT_ONCE);
        TrialOutcome result = Objects.requireNonNullElseGet(watched(thread, outcome, patience), () -> hung(thread));
        if (result.result() != TrialOutcome.Result.FAULT && !kind.setsAside()) {
            result = untouched(file, bytes) ? result : TrialOutcome.fault("opening it wrote: " + files());
        }
        for (Path left : files()) {
            Files.deleteIfExists(left);
        }
        return result;
    }

    private TrialOutcome open(Kind kind, Path file) {
        try {
            kind.open(file);
            return TrialOutcome.OPENED;
        } catch (Kind.Broken e) {
            return TrialOutcome.fault(String.valueOf(e.getMessage()));
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return judged(e, kind.setsAside());
        }
    }

    private TrialOutcome judged(Throwable e, boolean anyInputError) {
        boolean own = COMPLAINTS.contains(e.getClass()) || anyInputError && e.getClass() == IOException.class;
        String message = words.apply(e);
        if (!own) {
            return TrialOutcome.fault(e.getClass().getName() + ": " + e.getMessage() + stack(e.getStackTrace()));
        }
        if (message.isBlank() || message.length() > LONGEST_COMPLAINT || message.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return TrialOutcome.fault("a complaint of " + message.length() + " characters that is not one clear line: " + message);
        }
        if (message.matches(".*(Index \\d+ out of|StreamRead|JsonReadFeature|REDACTED|Exception\\b|java\\.|Cannot invoke|Input length).*")) {
            return TrialOutcome.fault("a complaint in the words of a programmer: " + message);
        }
        return new TrialOutcome(TrialOutcome.Result.REFUSED, message);
    }

    private static @Nullable TrialOutcome watched(Thread thread, AtomicReference<TrialOutcome> outcome, long patience) throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        while (!thread.join(Duration.ofMillis(200))) {
            if (threads.getThreadCpuTime(thread.threadId()) > patience || System.nanoTime() - start > WAITING * patience) {
                return null;
            }
        }
        return outcome.get();
    }

    /** How many bytes a packed file unpacks to, as far as it can be unpacked. */
    private static long unpacked(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != 0x1f || (bytes[1] & 0xff) != 0x8b) {
            return bytes.length;
        }
        long count = 0;
        byte[] buffer = new byte[1 << 16];
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                count += n;
            }
        } catch (IOException e) {
            return count;
        }
        return count;
    }

    private static TrialOutcome hung(Thread thread) {
        return TrialOutcome.fault(HANGS + stack(thread.getStackTrace()));
    }

    private static String stack(StackTraceElement[] frames) {
        return Stream.of(frames).limit(FRAMES).map(frame -> " < " + frame.getFileName() + ":" + frame.getLineNumber()).collect(Collectors.joining());
    }

    private boolean untouched(Path file, byte[] bytes) throws IOException {
        return files().equals(List.of(file)) && Arrays.equals(bytes, Files.readAllBytes(file));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
