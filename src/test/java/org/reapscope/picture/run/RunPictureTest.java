package org.reapscope.picture.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.TaskSpec;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.object.TableView;
import org.reapscope.picture.AddressSpace;
import org.reapscope.picture.AddressSpace.Walker;
import org.reapscope.picture.Band;
import org.reapscope.picture.Doings;
import org.reapscope.picture.Label;
import org.reapscope.picture.Legend;
import org.reapscope.picture.Mark;
import org.reapscope.picture.Palette;
import org.reapscope.picture.Picture;
import org.reapscope.picture.Role;
import org.reapscope.picture.Row;
import org.reapscope.picture.Strip;
import org.reapscope.picture.Strips;
import org.reapscope.picture.Viewport;
import org.reapscope.run.KernelRun;
import org.reapscope.run.PolicyText;
import org.reapscope.run.Recorder;
import org.reapscope.run.RunPath;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.trace.lane.Lanes;

/** What the picture of a run shows is what the machine did. */
final class RunPictureTest {

    private static final Path SCENARIOS = Path.of("samples/scenarios");

    /** A run, its states, and its picture. */
    private record Shown(Machine machine, RunPath path, Picture picture) {

        List<Row.Course> tasks() {
            return picture.rows().stream().filter(Row.Course.class::isInstance).map(Row.Course.class::cast).toList();
        }

        AddressSpace space() {
            return picture.rows().stream().filter(Row.Addresses.class::isInstance).map(row -> ((Row.Addresses) row).space()).findFirst().orElseThrow();
        }

        Strips values(String title) {
            return picture.rows().stream().filter(row -> row instanceof Row.Values && row.title().equals(title))
                    .map(row -> ((Row.Values) row).strips()).findFirst().orElseThrow();
        }
    }

    private static Shown run(String name, String policy) throws IOException {
        Scenario scenario = ScenarioFile.read(SCENARIOS.resolve(name + ".json"));
        KernelRun run = KernelRun.of(scenario);
        run.stepper().run(PolicyText.parse(run.machine(), policy, 7), List.of(), 2000, Progress.NONE);
        run.settle();
        return of(run, scenario);
    }

    /** exit_mmap and the reaper both go up, a step each in turn. */
    private static Shown collisions() throws IOException {
        Scenario scenario = ScenarioFile.read(SCENARIOS.resolve("opposite-walks.json")).on(Profile.of("6.12"));
        for (int quantum = 1; quantum < 12; quantum++) {
            KernelRun run = KernelRun.of(scenario);
            run.stepper().run(PolicyText.parse(run.machine(), "round-robin:" + quantum, 7), List.of(), 2000, Progress.NONE);
            run.settle();
            if (!run.path().marks().collisions().isEmpty()) {
                return of(run, scenario);
            }
        }
        throw new AssertionError("no quantum makes them meet");
    }

    private static Shown of(KernelRun run, Scenario scenario) {
        Lanes lanes = Lanes.of(Recorder.record(run.machine(), run.path().tasks(), scenario.cpus(), "run"), Progress.NONE);
        RunScene scene = new RunScene(run.path(), ScenarioSystem.toStep(scenario).vmas(), lanes, run.ghost(), List.of(), false);
        return new Shown(run.machine(), run.path(), RunPicture.of(scene).picture());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill-then-mrelease", "opposite-walks", "mm-sharer", "litmus/lost-update"})
    void everyStepHasOneMark_inTheRowOfTheTaskThatTookIt(String name) throws IOException {
        Shown shown = run(name, "random");
        List<String> marks = new ArrayList<>();
        for (Row.Course row : shown.tasks()) {
            row.doings().pieces().stream().filter(doing -> doing.kind() == Doings.Kind.STEP)
                    .forEach(doing -> marks.add((doing.startNs() - Recorder.START_NS) / Recorder.STEP_NS + " " + row.title() + " " + doing.text()));
        }
        assertEquals(IntStream.range(0, shown.path().length()).mapToObj(step -> step + " " + shown.machine().spec().tasks().get(shown.path().task(step)).name()
                + " " + shown.path().step(step).step().function()).collect(Collectors.toSet()), Set.copyOf(marks));
        assertEquals(shown.path().length(), marks.size());
    }

    @Test
    void walkersMeetWhereOneHoldsTheLockThatTheOtherWants_onceAtATable() throws IOException {
        Shown shown = collisions();
        AddressSpace space = shown.space();
        assertFalse(space.meetings().isEmpty());
        for (AddressSpace.Meeting meeting : space.meetings()) {
            int step = (int) ((meeting.ns() - Recorder.START_NS) / Recorder.STEP_NS);
            long[] after = shown.path().state(step + 1);
            int spinner = IntStream.range(0, shown.machine().tasks()).filter(task -> meeting.text().startsWith(shown.machine().spec().tasks().get(task).name() + " "))
                    .findFirst().orElseThrow();
            int table = shown.machine().blockedOn(after, 0, spinner).orElseThrow().index();
            int holder = new TableView(shown.machine(), after, 0, table).lockHolder();
            assertTrue(holder >= 0 && holder != spinner, meeting.text());
            assertTrue(space.holds().stream().anyMatch(hold -> hold.startNs() <= meeting.ns() && meeting.ns() < hold.endNs()
                    && hold.start() <= meeting.address() && meeting.address() < hold.end()), meeting.text() + " at a table that nobody holds");
        }
        assertEquals(space.meetings().size(), Set.copyOf(space.meetings()).size());
        shown.path().marks().collisions().forEach(met -> assertTrue(shown.machine().blockedOn(shown.path().state(met.step()), 0, met.task())
                .filter(before -> before.index() == met.table()).isEmpty(), "one who spins on and on met once: " + met));
    }

    @Test
    void theLegendExplainsStepsWalkersAndCollisions() throws IOException {
        List<String> words = legend(collisions().picture());
        assertTrue(words.containsAll(List.of("a step of the task", "spins on a lock", "exit_mmap goes through the page tables",
                "the reaper goes through them", "two walkers at one page-table lock", "page-table lock held by a walker")), words::toString);
        assertEquals(words.size(), Set.copyOf(words).size());
        List<String> program = legend(run("litmus/lost-update", "random").picture());
        assertTrue(program.contains("a step of the task"), program::toString);
        assertFalse(program.contains("exit_mmap goes through the page tables"), program::toString);
    }

    private static List<String> legend(Picture picture) {
        Viewport whole = new Viewport(picture.trace().firstNs(), picture.trace().lastNs() + 1, 1600, 900, 160, 0, 1);
        return Legend.of(picture, whole, Palette.named("light"), 620).labels().stream().map(Label::text).toList();
    }

    @Test
    void whoSpins_isDrawnAsSpinning_andNotAsRunning() throws IOException {
        Shown shown = collisions();
        boolean spins = shown.tasks().stream().flatMap(row -> row.doings().pieces().stream())
                .anyMatch(doing -> doing.kind() == Doings.Kind.SPINS && doing.text().startsWith("spins on "));
        assertTrue(spins);
        assertTrue(shown.values("PTE locks").pieces().stream().anyMatch(piece -> piece.strip().cue() == Strip.Cue.CROSS_HATCH));
    }

    @Test
    void aReaderOfProcfsWalksAsAReader_theReaperAsAReaper_alsoWhereZappingIsCheaper() throws IOException {
        Shown reader = run("smaps-reader-pins-mm", "round-robin");
        assertTrue(reader.space().walks().stream().anyMatch(walk -> walk.walker() == Walker.READER));
        Scenario cheaper = ScenarioFile.read(SCENARIOS.resolve("opposite-walks.json")).patched(List.of("m"));
        KernelRun run = KernelRun.of(cheaper);
        run.stepper().run(PolicyText.parse(run.machine(), "round-robin", 7), List.of(), 2000, Progress.NONE);
        run.settle();
        AddressSpace space = of(run, cheaper).space();
        Set<Long> tables = space.walks().stream().filter(walk -> walk.walker() == Walker.REAPER).flatMap(walk -> walk.points().stream())
                .map(AddressSpace.Point::address).collect(Collectors.toSet());
        assertEquals(cheaper.processes().getFirst().vmas().size(), tables.size(), "the reaper is seen at every page table that it zaps");
    }

    @Test
    void aRowForEveryTask_aRangeForEveryVma_andEveryCountFromTheFirstStepOn() throws IOException {
        Shown shown = run("kill-then-mrelease", "round-robin");
        assertEquals(shown.machine().spec().tasks().stream().map(TaskSpec::name).toList(), shown.tasks().stream().map(Row::title).toList());
        assertEquals(shown.machine().spec().sizes().of(Dim.VMA), shown.space().ranges().size());
        assertEquals("2", shown.values("mm_users").pieces().getFirst().strip().text());
        assertEquals(Recorder.timeNs(-1), shown.values("mm_count").pieces().getFirst().startNs(), "before the first step, too");
    }

    @Test
    void theEsrchWindowSaysHowManyStepsItLastsAndWhatIsHeld() throws IOException {
        Shown shown = run("kill-then-mrelease", "round-robin");
        Band band = shown.picture().bands().getFirst();
        long steps = (band.endNs() - band.startNs()) / Recorder.STEP_NS;
        assertTrue(band.text().startsWith("-ESRCH window: " + steps + " step"), band.text());
        assertTrue(band.text().endsWith("MiB"), band.text());
        assertTrue(shown.values("mm_users").pieces().stream().anyMatch(piece -> piece.strip().fill() == Role.ESRCH)
                || shown.machine().spec().name(Dim.MM, 0).isEmpty());
    }

    @Test
    void aGhostIsDrawnOnlyWhereItDiffers() throws IOException {
        Scenario scenario = ScenarioFile.read(SCENARIOS.resolve("kill-then-mrelease.json"));
        KernelRun run = KernelRun.of(scenario);
        run.stepper().run(PolicyText.parse(run.machine(), "round-robin", 7), List.of(), 2000, Progress.NONE);
        run.haunt(List.of());
        run.settle();
        assertTrue(ghosts(of(run, scenario).picture()).isEmpty(), "the same kernel does the same");
        run.haunt(List.of("f"));
        run.settle();
        Picture other = of(run, scenario).picture();
        assertTrue(other.marks().stream().anyMatch(mark -> mark.shape() == Mark.Shape.PARTING));
        long parting = other.marks().stream().filter(mark -> mark.shape() == Mark.Shape.PARTING).findFirst().orElseThrow().ns();
        assertTrue(ghosts(other).stream().allMatch(piece -> piece.startNs() >= parting), "nothing differs before they part");
    }

    private static List<Strips.Piece> ghosts(Picture picture) {
        return picture.rows().stream().flatMap(row -> switch (row) {
            case Row.Course course -> course.ghost().pieces().stream();
            case Row.Values values -> values.ghost().pieces().stream();
            default -> Stream.empty();
        }).toList();
    }
}
