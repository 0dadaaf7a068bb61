package dev.sevenstep.design.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Unit;
import dev.sevenstep.design.Validation;
import dev.sevenstep.design.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The designs that come with the program are sound, complete, and their numbers agree with each other. */
class SamplesTest {
    private static final Path FOLDER = Path.of("designs");
    private final Catalogue catalogue = CatalogueReader.bundled();

    @Test
    void everyFileIsCanonicalAndValid() throws IOException, DesignFileException {
        for (Path file : files()) {
            DesignFile.Opened opened = DesignFile.open(file);
            assertArrayEquals(Files.readAllBytes(file), DesignWriter.write(opened.design()), file.toString());
            assertTrue(opened.canonical(), file.toString());
            assertEquals(List.of(), Validation.of(opened.design(), catalogue), file.toString());
        }
    }

    @Test
    void theProgramBringsTheSamplesAlong() throws IOException {
        assertEquals(new HashSet<>(Samples.ids()),
                new HashSet<>(files().stream().map(file -> file.getFileName().toString().replace(".json", ""))
                        .toList()));
        for (Samples.Sample sample : Samples.list()) {
            assertEquals(sample.id(), sample.design().id());
        }
        assertThrows(IllegalArgumentException.class, () -> Samples.open("../secret"));
    }

    @Test
    void samplesAreComplete() {
        for (Samples.Sample sample : Samples.list()) {
            Design design = sample.design();
            assertTrue(design.components().size() >= 20 && design.components().size() <= 28, sample.id());
            assertTrue(design.decisions().size() >= 5, sample.id());
            design.decisions().forEach(decision -> {
                assertTrue(decision.alternatives().size() >= 2, decision.id());
                assertFalse(decision.because().isBlank(), decision.id());
            });
            assertFalse(design.summary().isBlank() || design.question().isBlank(), sample.id());
            assertFalse(design.notes().isEmpty() || design.groups().isEmpty(), sample.id());
            for (Step step : Step.values()) {
                assertTrue(design.fields(step).values().size() >= 8, sample.id() + " " + step);
                assertTrue(design.components().stream().anyMatch(card -> card.step() == step), sample.id());
            }
            Set<String> linked = new HashSet<>();
            design.links().forEach(link -> linked.addAll(List.of(link.from(), link.to())));
            design.components().forEach(card -> assertTrue(linked.contains(card.id()), card.id() + " is linked"));
            for (Link.Kind kind : Link.Kind.values()) {
                assertTrue(design.links().stream().anyMatch(link -> link.kind() == kind), sample.id() + " " + kind);
            }
        }
    }

    /** Nothing was measured yet, so nothing may say so. */
    @Test
    void nothingClaimsToBeMeasured() {
        for (Samples.Sample sample : Samples.list()) {
            Design design = sample.design();
            Stream<Fields> fields = Stream.concat(design.components().stream().map(Component::fields),
                    design.steps().values().stream());
            fields.flatMap(some -> some.values().values().stream()).forEach(value -> {
                if (value instanceof Value.Quantity quantity) {
                    assertNotEquals(Source.MEASURED, quantity.source());
                }
                if (value instanceof Value.Latency latency) {
                    assertNotEquals(Source.MEASURED, latency.source());
                }
            });
        }
    }

    /** Data → features → training → registry → serving → monitoring → data. */
    @Test
    void theLoopIsClosed() {
        List<Step> loop = List.of(Step.DATA, Step.FEATURES, Step.TRAINING, Step.SERVING, Step.MONITORING, Step.DATA);
        for (Samples.Sample sample : Samples.list()) {
            for (int i = 1; i < loop.size(); i++) {
                assertTrue(reaches(sample.design(), loop.get(i - 1), loop.get(i)),
                        sample.id() + ": " + loop.get(i - 1) + " leads to " + loop.get(i));
            }
        }
    }

    private static boolean reaches(Design design, Step from, Step to) {
        Deque<String> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        design.components().stream().filter(card -> card.step() == from).forEach(card -> open.add(card.id()));
        while (!open.isEmpty()) {
            String id = open.remove();
            for (Link link : design.links()) {
                if (link.from().equals(id) && seen.add(link.to())) {
                    if (design.components().get(link.to()).orElseThrow().step() == to) {
                        return true;
                    }
                    open.add(link.to());
                }
            }
        }
        return false;
    }

    @Test
    void theNumbersAgree() {
        for (Samples.Sample sample : Samples.list()) {
            Design design = sample.design();
            Fields problem = design.fields(Step.PROBLEM);
            double mean = base(problem, "dailyUsers") * base(problem, "requestsPerUserDay") / 86_400;
            double peak = base(problem, "peakQps");
            assertTrue(peak >= mean && peak <= 20 * mean, sample.id() + ": mean " + mean + "/s, peak " + peak);
            Fields serving = design.fields(Step.SERVING);
            assertTrue(latency(serving, "pathP99") <= latency(problem, "latencyBudget"), sample.id());
            assertTrue(base(serving, "timeOut") * (1 + base(serving, "retries")) <= latency(problem, "latencyBudget"),
                    sample.id());
            assertTrue(base(serving, "costPerThousand") <= base(serving, "costBudget"), sample.id());
            assertEquals(perArm(base(serving, "abBaseline"), base(serving, "abEffect")), base(serving, "abSize"),
                    sample.id());
            double weeks = base(serving, "abDuration") / 604_800;
            assertTrue(weeks >= 1 && weeks <= 8, sample.id());
            Fields training = design.fields(Step.TRAINING);
            assertTrue(base(training, "trainingTime") < base(training, "cadence"), sample.id());
            Fields data = design.fields(Step.DATA);
            assertTrue(base(training, "splitGap") >= base(data, "labelWindow") + base(data, "labelDelay"),
                    sample.id());
            design.components().forEach(SamplesTest::isNotOverloaded);
        }
    }

    private static void isNotOverloaded(Component card) {
        Fields fields = card.fields();
        if (fields.get("utilisation").isEmpty() || fields.get("serviceTime").isEmpty()) {
            return;
        }
        double workers = base(fields, "replicas") * base(fields, "concurrency");
        double load = base(fields, "rate") * base(fields, "serviceTime") / workers;
        assertEquals(load, base(fields, "utilisation"), 0.001, card.id());
        double zones = base(fields, "zones");
        assertTrue(load * zones / (zones - 1) < 0.7, card.id() + " stands the loss of a zone");
    }

    /** Two-sided test of two shares at α = 0.05 with a power of 0.8. */
    private static double perArm(double share, double effect) {
        double other = share * (1 + effect);
        double middle = (share + other) / 2;
        double root = 1.959963984540054 * Math.sqrt(2 * middle * (1 - middle))
                + 0.8416212335729143 * Math.sqrt(share * (1 - share) + other * (1 - other));
        return Math.ceil(root * root / ((other - share) * (other - share)));
    }

    @Test
    void cardsStandOnTheGridWithRoomForLinks() {
        for (Samples.Sample sample : Samples.list()) {
            List<Component> cards = sample.design().components().list();
            for (Component card : cards) {
                assertEquals(0, card.x() % 16, card.id());
                assertEquals(0, card.y() % 16, card.id());
                for (Component other : cards) {
                    boolean apart = card.x() + card.width() + 32 <= other.x()
                            || other.x() + other.width() + 32 <= card.x()
                            || card.y() + card.height() + 32 <= other.y()
                            || other.y() + other.height() + 32 <= card.y();
                    assertTrue(card == other || card.step() != other.step() || apart,
                            card.id() + " and " + other.id());
                }
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static double base(Fields fields, String key) {
        Optional<Value> value = fields.get(key);
        if (value.isPresent() && value.get() instanceof Value.Quantity(double amount, Unit unit, Source _)) {
            return unit.toBase(amount);
        }
        throw new AssertionError(key + " is no quantity: " + value);
    }

    private static double latency(Fields fields, String key) {
        Optional<Value> value = fields.get(key);
        if (value.isPresent() && value.get() instanceof Value.Latency latency) {
            return latency.unit().toBase(latency.amount());
        }
        throw new AssertionError(key + " is no latency: " + value);
    }
}
