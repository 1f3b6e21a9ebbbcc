package org.reapscope.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/**
 * Real captures from which one kind of event is taken away: what was certain becomes inferred, unknown or missing, and never
 * something else; and nothing is certain that was not.
 */
final class WithoutATracepointTest {

    private static final Path SAMPLES = Path.of("samples/captures");
    private static final Path HARD = Path.of("src/test/resources/hard");
    /** The one of 100,000 events shows nothing that the others do not, and takes as long as all of them. */
    private static final Set<String> LEFT_OUT = Set.of("lmkd-smaps.txt.gz");
    private static final Pattern EVENT = Pattern.compile("^.{16}-\\d+ +.*?\\d+\\.\\d{6}: (?:(sys_\\w+)(\\(| -> )|(\\w+|<stack trace>):?)");

    /** Where exit_mmap is not recorded the release of the write lock stands for it, which comes right after. */
    private static final long RIGHT_AFTER_NS = 10_000;
    /** About the capture itself, or about what is missing; a chain says itself what it lacks, and its facts are compared one by one. */
    private static final Set<FindingKind> OF_THE_CAPTURE = EnumSet.of(FindingKind.KILL_CHAIN, FindingKind.MISSING_TRACEPOINTS, FindingKind.UNKNOWN_VICTIM, FindingKind.LOST_EVENTS);

    @TempDir
    private Path folder;

    static List<Path> captures() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path where : List.of(SAMPLES, HARD)) {
            try (Stream<Path> files = Files.list(where)) {
                files.filter(file -> file.toString().endsWith(".txt.gz") && !LEFT_OUT.contains(String.valueOf(file.getFileName()))).sorted().forEach(all::add);
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("captures")
    void nothingBecomesSomethingElse(Path capture) throws IOException {
        List<String> lines = read(capture);
        Analysis whole = analyse(lines);
        Map<String, List<String>> wrong = new HashMap<>();
        Set<String> kinds = new TreeSet<>(lines.stream().map(WithoutATracepointTest::kind).filter(Objects::nonNull).toList());
        kinds.add("tgid");
        for (String kind : kinds) {
            List<String> lies = lies(whole, analyse(without(lines, kind)));
            if (!lies.isEmpty()) {
                wrong.put(kind, lies);
            }
        }
        assertFalse(kinds.size() < 10, "too few kinds were recognised");
        assertEquals(Map.of(), wrong);
    }

    private static List<String> lies(Analysis whole, Analysis part) {
        List<String> lies = new ArrayList<>();
        for (Kill kill : part.kills()) {
            Kill known = whole.kills().stream().filter(other -> other.tgid() == kill.tgid() && epoch(whole, other) == epoch(part, kill)).findFirst().orElse(null);
            if (known == null) {
                lies.add("a kill of " + kill.victim() + " that was not");
            } else {
                facts(known, kill, lies);
            }
        }
        Set<String> said = whole.findings().stream().map(finding -> claim(whole, finding)).collect(Collectors.toSet());
        part.findings().stream().filter(finding -> finding.certainty() == Certainty.CERTAIN && !OF_THE_CAPTURE.contains(finding.kind()))
                .filter(finding -> !said.contains(claim(part, finding))).forEach(finding -> lies.add("certain: " + finding.kind() + " " + finding.text()));
        return lies;
    }

    private static int epoch(Analysis analysis, Kill kill) {
        return analysis.trace().tasks().get(kill.process()).epoch();
    }

    private static void facts(Kill known, Kill kill, List<String> lies) {
        String who = kill.victim() + ": ";
        List<Integer> threads = kill.threads().stream().map(VictimThread::tid).toList();
        List<Integer> all = known.threads().stream().map(VictimThread::tid).toList();
        check(all.containsAll(threads), who + "threads " + threads + ", not " + all, lies);
        check(!kill.threadsKnown() || threads.equals(all), who + "all threads are " + threads + ", not " + all, lies);
        check(known.effect() == kill.effect() || kill.effect() == KillEffect.NOT_SEEN || kill.effect() == KillEffect.NOT_FATAL
                || known.effect() != KillEffect.FATAL && !kill.effect().killed(), who + kill.effect() + ", not " + known.effect(), lies);
        same(who + "mm null", known.mmNull(), kill.mmNull(), lies);
        check(kill.teardown() == null || known.teardown() != null && kill.teardown().tid() == known.teardown().tid()
                && Math.clamp(ns(kill.teardown().done()) - ns(known.teardown().done()), 0, RIGHT_AFTER_NS)
                        == ns(kill.teardown().done()) - ns(known.teardown().done()), who + "torn down " + kill.teardown() + ", not " + known.teardown(), lies);
        for (Reap reap : kill.reaps()) {
            Reap before = known.reaps().stream().filter(other -> ns(other.first()) == ns(reap.first()) && other.tid() == reap.tid()
                    || other.exited() != null && reap.entered() == null && ns(other.exited()) == ns(reap.first())).findFirst().orElse(null);
            if (before == null) {
                lies.add(who + "a call that was not its: " + reap);
            } else {
                check(reap.outcome() == null || reap.outcome() == before.outcome(), who + reap.outcome() + ", not " + before.outcome(), lies);
            }
        }
    }

    private static void same(String what, @Nullable Moment known, @Nullable Moment moment, List<String> lies) {
        check(moment == null || known != null && ns(known) == ns(moment), what + " at " + (moment == null ? "" : ns(moment)) + ", not "
                + (known == null ? "unknown" : ns(known)), lies);
    }

    private static void check(boolean holds, String lie, List<String> lies) {
        if (!holds) {
            lies.add(lie);
        }
    }

    private static long ns(Moment moment) {
        return moment.ns();
    }

    private static String claim(Analysis analysis, Finding finding) {
        String who = finding.kind() + " " + finding.tasks().stream().limit(1).map(task -> analysis.trace().tasks().get(task).tid()).toList();
        return finding.kind() == FindingKind.SHARED_MM ? who : who + " " + finding.startNs() + " " + finding.endNs();
    }

    /** The lines but those of one kind; a stack trace belongs to its event. */
    private static List<String> without(List<String> lines, String kind) {
        if (kind.equals("tgid")) {
            return lines.stream().map(line -> line.replaceFirst("^(.{16}-\\d+ +)\\( *\\d+\\)", "$1(-------)")).toList();
        }
        List<String> kept = new ArrayList<>();
        Map<String, Boolean> lastDropped = new HashMap<>();
        boolean dropping = false;
        for (String line : lines) {
            String own = kind(line);
            if (own != null) {
                String task = line.substring(0, line.indexOf('[') < 0 ? 0 : line.indexOf('['));
                boolean stack = own.equals("<stack trace>");
                dropping = own.equals(kind) || stack && lastDropped.getOrDefault(task, false);
                if (!stack) {
                    lastDropped.put(task, dropping);
                }
            }
            if (!dropping) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static @Nullable String kind(String line) {
        Matcher matcher = EVENT.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        return matcher.group(1) == null ? matcher.group(3) : matcher.group(1) + ("(".equals(matcher.group(2)) ? " enter" : " exit");
    }

    private static List<String> read(Path capture) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(capture))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private Analysis analyse(List<String> lines) throws IOException {
        Path file = folder.resolve("part.txt");
        Files.write(file, lines);
        Trace trace = Captures.open(file);
        trace.lines().close();
        return Analysis.of(trace, Lanes.of(trace, Progress.NONE), Progress.NONE);
    }
}
