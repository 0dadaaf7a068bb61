package dev.sevenstep.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.StageLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps find the top, stop when they should and go on after a kill. */
class SweepTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);
    private static final Dimension X = new Dimension.Range("x", 0, 1, false, false);
    private static final Dimension Y = new Dimension.Range("y", 0.001, 1_000, true, false);
    private static final Dimension SHAPE = new Dimension.Values("shape", List.of("flat", "round"));

    @TempDir
    private Path folder;

    private final AtomicLong ids = new AtomicLong(1);
    private final Hill hill = new Hill(new AtomicInteger());

    private RunStore store(String name) {
        return new RunStore(folder.resolve(name), CLOCK, () -> new UUID(7, ids.getAndIncrement()), "");
    }

    private Sweep sweep(Search search, int trials, int patience) {
        return new Sweep("first", hill, ParameterValues.of(hill.parameters()), search,
                Sweep.Objective.parse("walker/height"), new Sweep.Budget(trials, 1e9, patience), 5, 1);
    }

    private static Sweep.Result run(Sweep sweep, RunStore store) {
        return sweep.run(store, () -> 0, new StageLog(() -> 0, _ -> {}));
    }

    @Test
    void aGridTriesEveryCombinationOnce() {
        Search.Grid grid = new Search.Grid(List.of(new Dimension.Values("x", List.of("0", "0.3")), SHAPE));
        assertEquals(OptionalLong.of(4), grid.size());
        Sweep.Result result = run(sweep(grid, 100, 0), store("a"));
        assertEquals(4, result.trials().size());
        assertEquals("the whole space was tried, 4 settings", result.ended());
        assertEquals(4, new HashSet<>(result.trials().stream().map(Sweep.Trial::settings).toList()).size());
        assertEquals(Map.of("x", "0.3", "shape", "round"), result.best().orElseThrow().settings());
    }

    /** A space smaller than the budget is gone through once, whatever the search would rather draw. */
    @Test
    void noSettingIsTriedTwice() {
        List<Dimension> dimensions = List.of(new Dimension.Range("steps", 2, 6, false, true), SHAPE,
                new Dimension.Values("x", List.of("0.0", "0.3")));
        for (Search search : List.of(new Search.Random(dimensions, 3), new ParzenSearch(dimensions, 3))) {
            String name = search.getClass().getSimpleName();
            assertEquals(OptionalLong.of(20), search.size());
            Sweep.Result result = run(sweep(search, 50, 0), store(name));
            assertEquals(20, new HashSet<>(settings(result)).size(), name);
            assertEquals(20, result.trials().size(), name);
            assertEquals("the whole space was tried, 20 settings", result.ended());
            run(sweep(search, 11, 0), store(name + "parts"));
            assertEquals(settings(result), settings(run(sweep(search, 50, 0), store(name + "parts"))), name);
        }
        assertEquals(OptionalLong.empty(), new Search.Random(List.of(X, SHAPE), 3).size());
    }

    /** A space too large to be gone through, most of which was tried. */
    @Test
    void whatIsLeftOfALargeSpaceIsFound() {
        Space space = new Space(List.of(new Dimension.Range("steps", 1, 20_000, false, true)));
        Set<Map<String, String>> tried = new HashSet<>();
        for (int i = 1; i <= 20_000; i++) {
            if (i % 100 != 0) {
                tried.add(Map.of("steps", Integer.toString(i)));
            }
        }
        SplittableRandom random = new SplittableRandom(5);
        Map<String, String> found = space.untried(() -> Map.of("steps", "1"), random, tried).orElseThrow();
        assertEquals(0, Integer.parseInt(found.getOrDefault("steps", "")) % 100);
    }

    @Test
    void aTrialWithoutTheApproachIsNamedAndTheOthersGoOn() {
        Sweep first = new Sweep("first", hill, ParameterValues.of(hill.parameters()),
                new Search.Grid(List.of(SHAPE)), Sweep.Objective.parse("runner/height"), new Sweep.Budget(9, 1e9, 0), 5,
                1);
        assertTrue(String.valueOf(assertThrows(TrackingException.class, () -> run(first, store("a"))).getMessage())
                .contains("there are walker"));
    }

    /** x = 0 is fastest, x = 0.3 highest; x = 1 is beaten in both. */
    @Test
    void theFrontHasWhatIsBeatenInNothing() {
        Sweep.Result result = run(sweep(new Search.Grid(List.of(new Dimension.Values("x", List.of("0", "0.3", "1")))),
                9, 0), store("a"));
        assertEquals(List.of(true, true, false), result.trials().stream().map(Sweep.Trial::onFront).toList());
    }

    @Test
    void aSweepThatWasStoppedGoesOnAsIfItHadNotBeen() {
        for (Search search : List.of(new Search.Random(List.of(X, Y, SHAPE), 3),
                new ParzenSearch(List.of(X, Y, SHAPE), 3))) {
            String name = search.getClass().getSimpleName();
            Sweep.Result whole = run(sweep(search, 20, 0), store(name + "whole"));
            run(sweep(search, 7, 0), store(name + "parts"));
            hill.climbs().set(0);
            Sweep.Result again = run(sweep(search, 20, 0), store(name + "parts"));
            assertEquals(13, hill.climbs().get(), "what is kept is not made again");
            assertEquals(settings(whole), settings(again));
        }
    }

    private static List<Map<String, String>> settings(Sweep.Result result) {
        return result.trials().stream().map(Sweep.Trial::settings).toList();
    }

    @Test
    void aCancelledSweepKeepsItsTrials() {
        StageLog[] log = new StageLog[1];
        AtomicInteger ended = new AtomicInteger();
        log[0] = new StageLog(() -> 0, stages -> {
            if (stages.getLast().done() && ended.incrementAndGet() == 3) {
                log[0].cancel();
            }
        });
        RunStore store = store("a");
        assertThrows(CancellationException.class,
                () -> sweep(new Search.Random(List.of(X), 1), 10, 0).run(store, () -> 0, log[0]));
        assertEquals(3, store.list(false).runs().size());
    }

    /** How far below the top the best of 80 trials is, over 100 seeds: about half of what chance leaves. */
    @Test
    void searchingByWhatWasFoundBeatsChance() {
        List<Dimension> dimensions = List.of(X, Y, SHAPE);
        double found = 0;
        double chance = 0;
        for (int seed = 0; seed < 100; seed++) {
            found += 1 - best(new ParzenSearch(dimensions, seed));
            chance += 1 - best(new Search.Random(dimensions, seed));
        }
        assertTrue(found < 0.6 * chance, found + " against " + chance);
    }

    private static double best(Search search) {
        List<Search.Scored> made = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            Map<String, String> settings = search
                    .propose(i, made, made.stream().map(Search.Scored::settings).collect(Collectors.toSet()))
                    .orElseThrow();
            made.add(new Search.Scored(settings, Hill.height(Double.parseDouble(settings.getOrDefault("x", "")),
                    Double.parseDouble(settings.getOrDefault("y", "")), "round".equals(settings.get("shape")))));
        }
        return made.stream().mapToDouble(Search.Scored::score).max().orElseThrow();
    }

    @Test
    void itStopsWithoutImprovementAndAfterItsTime() {
        Search down = new Search.Grid(List.of(new Dimension.Values("x", List.of("0.3", "0.4", "0.5", "0.6", "0.7"))));
        Sweep.Result patient = run(sweep(down, 9, 2), store("a"));
        assertEquals(3, patient.trials().size());
        assertEquals("no better one in 2 trials", patient.ended());
        AtomicLong seconds = new AtomicLong();
        Sweep timed = new Sweep("timed", hill, ParameterValues.of(hill.parameters()), down,
                new Sweep.Objective("walker", "depth"), new Sweep.Budget(9, 2.5, 0), 5, 1);
        Sweep.Result result = timed.run(store("b"), () -> seconds.getAndIncrement() * 1_000_000_000L,
                new StageLog(() -> 0, _ -> {}));
        assertEquals(2, result.trials().size());
        assertEquals("the time was up", result.ended());
        assertEquals("0.3", result.best().orElseThrow().settings().get("x"), "less depth is better");
    }

    @Test
    void aTrialThatCannotRunIsNamedAndTheOthersGoOn() {
        Sweep.Result result = run(
                sweep(new Search.Grid(List.of(new Dimension.Values("steps", List.of("12", "13", "14")))), 9, 0),
                store("a"));
        assertEquals(List.of(0, 2), result.trials().stream().map(Sweep.Trial::number).toList());
        assertEquals(1, result.failures().size());
        assertTrue(result.failures().getFirst().contains("thirteenth"), result::toString);
    }

    @Test
    void anotherSweepOfTheNameIsNotContinued() {
        RunStore store = store("a");
        run(sweep(new Search.Random(List.of(X), 1), 2, 0), store);
        Sweep other = new Sweep("first", hill, ParameterValues.of(hill.parameters()),
                new Search.Random(List.of(X), 1), new Sweep.Objective("walker", "height"),
                new Sweep.Budget(2, 1e9, 0), 6, 1);
        assertTrue(String.valueOf(assertThrows(TrackingException.class, () -> run(other, store)).getMessage())
                .contains("another name"));
    }

    /** What they began from decides as much as what they vary. */
    @Test
    void aSweepOfTheNameWithOtherParametersIsNotContinued() {
        RunStore store = store("a");
        run(sweep(new Search.Random(List.of(X), 1), 2, 0), store);
        Sweep other = new Sweep("first", hill, ParameterValues.of(hill.parameters()).with("y", "2"),
                new Search.Random(List.of(X), 1), new Sweep.Objective("walker", "height"),
                new Sweep.Budget(3, 1e9, 0), 5, 1);
        String message = String.valueOf(assertThrows(TrackingException.class, () -> run(other, store)).getMessage());
        assertTrue(message.contains("y = ") && message.contains("another name"), message);
    }

    @Test
    void dimensionsAreReadFromText() {
        assertEquals(new Dimension.Range("steps", 2, 9, false, true), Dimension.parse("steps=2..9", hill.parameters()));
        assertEquals(new Dimension.Range("y", 0.01, 10, true, false),
                Dimension.parse("y=1e-2..10:log", hill.parameters()));
        assertEquals(SHAPE, Dimension.parse("shape=flat,round", hill.parameters()));
        assertEquals(new Dimension.Values("steps", List.of("2", "7")),
                Dimension.parse("steps= 2, 7,2", hill.parameters()), "twice is once");
        for (String wrong : new String[]{"depth=1", "x", "x=", "x=1..0", "x=,"}) {
            assertThrows(TrackingException.class, () -> Dimension.parse(wrong, hill.parameters()), wrong);
        }
        for (String outside : new String[]{"x=2..3", "y=0..1:log", "steps=1,500", "shape=square"}) {
            assertThrows(RunException.class, () -> Dimension.parse(outside, hill.parameters()), outside);
        }
        List<Parameter> others = List.of(
                new Parameter.Several("made", "Made", "", List.of(new Parameter.Option("a", "A"),
                        new Parameter.Option("b", "B"), new Parameter.Option("c", "C"))),
                new Parameter.Text("label", "Label", "", ""), new Parameter.File("data", "Data", "", List.of("csv")));
        assertEquals(new Dimension.Values("made", List.of("a,b", "c", "all")),
                Dimension.parse("made=b+a,c,a+b+c,all", others));
        for (String fixed : new String[]{"label=x,y", "data=a.csv"}) {
            assertTrue(String.valueOf(assertThrows(TrackingException.class, () -> Dimension.parse(fixed, others))
                    .getMessage()).contains("cannot be varied"));
        }
    }
}
