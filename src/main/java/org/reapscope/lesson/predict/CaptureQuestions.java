package org.reapscope.lesson.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.Teardown;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.lesson.LessonException;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Question;

/** Questions about a capture: the answers are what the detectors found in it. */
final class CaptureQuestions {

    private static final List<Long> RESULTS = List.of(0L, -3L, -22L, -11L);

    private final Question question;
    private final LessonExhibit.Capture capture;
    private final Analysis analysis;

    CaptureQuestions(Question question, LessonExhibit.Capture capture, Analysis analysis) {
        this.question = question;
        this.capture = capture;
        this.analysis = analysis;
    }

    Posed posed() {
        String about = question.about();
        if (about.startsWith("findings:")) {
            return findings(about.substring("findings:".length()));
        }
        return switch (about) {
            case "kills" -> number("How many processes are killed in this capture?", analysis.killed().size(),
                    "Killed were " + String.join(", ", analysis.killed().stream().map(Kill::victim).distinct().toList()) + ".");
            case "threads" -> number("How many threads did " + kill().victim() + " have when it was killed?", kill().threads().size(),
                    kill().victim() + " had the threads " + String.join(", ", kill().threads().stream().map(t -> String.valueOf(t.tid())).toList()) + ".");
            case "mrelease" -> mrelease();
            case "teardown-by" -> teardown();
            default -> throw new LessonException(question.id() + ": '" + about + "' cannot be asked of a capture; there are "
                    + String.join(", ", Question.OF_CAPTURE) + " (findings:KIND, as in findings:esrch-harmful)");
        };
    }

    private Posed findings(String id) {
        FindingKind kind = Stream.of(FindingKind.values()).filter(k -> k.id().equals(id)).findFirst().orElseThrow(
                () -> new LessonException(question.id() + ": no finding is called '" + id + "'; there are "
                        + String.join(", ", Stream.of(FindingKind.values()).map(FindingKind::id).toList())));
        List<Finding> found = analysis.findings(kind);
        return number("How often is there in this capture: " + kind.title() + "?", found.size(),
                found.isEmpty() ? "There is none." : found.getFirst().text());
    }

    private Posed mrelease() {
        List<Long> returned = kill().reaps().stream().map(Reap::ret).filter(Objects::nonNull).toList();
        if (returned.isEmpty()) {
            throw new LessonException(question.id() + ": kill " + capture.kill() + " has no process_mrelease that returns; ask about another");
        }
        long last = returned.getLast();
        List<Long> options = Stream.concat(RESULTS.stream(), Stream.of(last)).distinct().toList();
        Reap reap = kill().reaps().getLast();
        String outcome = reap.outcome() == null || reap.outcome().inWords().isEmpty() ? "" : ": " + reap.outcome().inWords();
        return posed("What does process_mrelease() return for " + kill().victim() + "?", options.stream().map(CaptureQuestions::errno).toList(),
                Set.of(options.indexOf(last)), reap.caller() + " gets " + errno(last) + outcome + ".");
    }

    private Posed teardown() {
        Teardown teardown = kill().teardown();
        if (teardown == null) {
            throw new LessonException(question.id() + ": the capture does not tell who tore the memory of kill " + capture.kill() + " down");
        }
        Set<String> tasks = new TreeSet<>();
        tasks.add(teardown.label());
        tasks.add(kill().comm() + "-" + kill().tgid());
        tasks.add(kill().by());
        for (Kill other : analysis.kills()) {
            Teardown of = other.teardown();
            if (of != null && tasks.size() < 5) {
                tasks.add(of.label());
            }
        }
        List<String> options = new ArrayList<>(tasks);
        return posed("Who runs exit_mmap() for " + kill().victim() + "?", options, Set.of(options.indexOf(teardown.label())),
                teardown.label() + " dropped the last mm_users, and so it ran exit_mmap()"
                        + (kill().isThread(teardown.task()) ? "." : ", although it is no thread of " + kill().victim() + "."));
    }

    private Kill kill() {
        if (capture.kill() < 1 || capture.kill() > analysis.kills().size()) {
            throw new LessonException(question.id() + ": the capture has the kills 1 to " + analysis.kills().size()
                    + "; give the page's capture such a \"kill\"");
        }
        return analysis.kills().get(capture.kill() - 1);
    }

    private Posed number(String prompt, int right, String why) {
        List<Integer> numbers = Options.numbers(right, List.of(right + 1, 0), 0, Integer.MAX_VALUE);
        return posed(prompt, numbers.stream().map(String::valueOf).toList(), Set.of(numbers.indexOf(right)), why);
    }

    private Posed posed(String prompt, List<String> options, Set<Integer> right, String why) {
        return new Posed(question, question.say().isEmpty() ? prompt : question.say(), options, right, false,
                new Explanation(List.of(why), "", 0));
    }

    private static String errno(long value) {
        return Stream.of(ReturnValue.values()).filter(e -> e != ReturnValue.PENDING && e.result() == value).map(ReturnValue::text).findFirst()
                .orElseGet(() -> Long.toString(value));
    }
}
