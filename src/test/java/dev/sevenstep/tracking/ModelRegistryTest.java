package dev.sevenstep.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.task.StageLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions go into production through the gate only. */
class ModelRegistryTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);
    private static final ModelGate HEIGHT = new ModelGate("height", 0, Optional.empty());

    @TempDir
    private Path folder;

    private final Hill hill = new Hill(new AtomicInteger());
    private RunStore store;
    private ModelRegistry registry;

    @BeforeEach
    void open() {
        AtomicLong ids = new AtomicLong(1);
        store = new RunStore(folder, CLOCK, () -> new UUID(7, ids.getAndIncrement()), "");
        registry = new ModelRegistry(store, CLOCK);
    }

    private ModelVersion version(String x) {
        return registry.register("walker", store.keep(
                hill.run(ParameterValues.of(hill.parameters()).with("x", x), 1, 1, new StageLog(() -> 0, _ -> {})),
                List.of()), "walker");
    }

    private List<ModelVersion.Stage> stages() {
        return registry.versions("walker").stream().map(ModelVersion::stage).toList();
    }

    private String refused(ModelVersion version, ModelGate gate) {
        List<ModelVersion.Stage> before = stages();
        String reason = String
                .valueOf(assertThrows(TrackingException.class, () -> registry.promote(version, gate)).getMessage());
        assertEquals(before, stages(), "a refusal changes nothing");
        return reason;
    }

    @Test
    void aBetterVersionReplacesTheOneInUse() {
        ModelVersion first = version("0.9");
        registry.promote(first, HEIGHT);
        ModelVersion second = version("0.3");
        assertEquals(List.of(ModelVersion.Stage.PRODUCTION, ModelVersion.Stage.CANDIDATE), stages());
        registry.promote(second, HEIGHT);
        assertEquals(List.of(ModelVersion.Stage.RETIRED, ModelVersion.Stage.PRODUCTION), stages());
        assertEquals(stages(), registry.list().versions().stream().map(ModelVersion::stage).toList());
        assertEquals(2, store.list(false).runs().size(), "models are not taken for runs");
    }

    /** MLflow reads an alias from a file that holds the number of a version. */
    @Test
    void theVersionInUseHasMlflowsAlias() throws IOException {
        Path alias = folder.resolve("mlruns/models/walker/aliases/production");
        ModelVersion first = version("0.9");
        assertFalse(Files.exists(alias));
        registry.promote(first, HEIGHT);
        assertEquals("1", Files.readString(alias));
        ModelVersion second = version("0.3");
        registry.promote(second, HEIGHT);
        assertEquals("2", Files.readString(alias));
        registry.retire(second);
        assertFalse(Files.exists(alias));
    }

    /** MLflow's page can register models in the same folder, and a program may be killed while it writes. */
    @Test
    void versionsOfOtherProgramsAndHalfWrittenOnesArePassedOver() throws IOException {
        ModelVersion first = version("0.9");
        Path models = folder.resolve("mlruns/models");
        Path foreign = Files.createDirectories(models.resolve("walker/version-2"));
        Files.writeString(foreign.resolve("meta.yaml"), "name: walker\nversion: 2\ncurrent_stage: None\n");
        Files.createDirectories(models.resolve("walker/version-3"));
        Files.createDirectories(models.resolve("ünder the hood/version-1"));
        assertEquals(new ModelRegistry.Listing(List.of(first), List.of()), registry.list());
        assertEquals(4, version("0.3").number(), "a number is given once");
        assertEquals(2, registry.versions("walker").size());
    }

    @Test
    void aDamagedModelIsNamedAndTheOthersAreListed() throws IOException {
        ModelVersion first = version("0.9");
        Path other = Files.createDirectories(folder.resolve("mlruns/models/other/version-1/tags"));
        Files.writeString(other.resolve("sevenstep.approach"), "x");
        Files.writeString(other.resolveSibling("meta.yaml"), "a: [b\n");
        ModelRegistry.Listing listing = registry.list();
        assertEquals(List.of(first), listing.versions());
        assertEquals(1, listing.problems().size());
        assertTrue(listing.problems().getFirst().startsWith("Model 'other' cannot be read: "), listing::toString);
    }

    @Test
    void aWorseVersionIsRefusedWithItsFigures() {
        registry.promote(version("0.3"), HEIGHT);
        ModelVersion worse = version("0.4");
        String reason = refused(worse, HEIGHT);
        assertTrue(reason.contains("0.790") && reason.contains("0.800"), reason);
        assertTrue(refused(worse, new ModelGate("depth", 0, Optional.empty())).contains("worse"), "less is better");
        registry.promote(worse, new ModelGate("height", 0.02, Optional.empty()));
        assertEquals(List.of(ModelVersion.Stage.RETIRED, ModelVersion.Stage.PRODUCTION), stages());
    }

    @Test
    void aSlowVersionIsRefused() {
        ModelVersion slow = version("0.5");
        assertTrue(refused(slow, new ModelGate("height", 0, Optional.of(50.0))).contains("60.0 µs"));
        registry.promote(slow, new ModelGate("height", 0, Optional.of(60.0)));
    }

    @Test
    void aGateThatComparesNothingIsNone() {
        assertThrows(TrackingException.class, () -> new ModelGate("height", Double.NaN, Optional.empty()));
        assertThrows(TrackingException.class, () -> new ModelGate("height", -1, Optional.empty()));
        assertThrows(TrackingException.class, () -> new ModelGate("height", 0, Optional.of(Double.NaN)));
    }

    @Test
    void figuresOnOtherDataDoNotCount() {
        registry.promote(version("0.9"), HEIGHT);
        RunRecord coin = store.keep(new Coin(0).run(ParameterValues.of(new Coin(0).parameters()), 1, 1,
                new StageLog(() -> 0, _ -> {})), List.of());
        ModelVersion other = registry.register("walker", coin, "fair");
        assertTrue(refused(other, new ModelGate("heads", 0, Optional.empty())).contains("other data"));
        assertTrue(refused(other, HEIGHT).contains("no height"));
    }

    @Test
    void namesAndApproachesAreChecked() {
        RunRecord coin = store.keep(new Coin(0).run(ParameterValues.of(new Coin(0).parameters()), 1, 1,
                new StageLog(() -> 0, _ -> {})), List.of());
        for (String name : new String[]{"../x", "", "a/b", "..", ".hidden"}) {
            assertThrows(TrackingException.class, () -> registry.register(name, coin, "fair"), name);
        }
        assertThrows(TrackingException.class, () -> registry.register("coin", coin, "none"));
        assertThrows(TrackingException.class, () -> registry.register("coin", coin, "bent"),
                "an approach that could not run is no model");
        assertEquals(List.of(), registry.versions("unknown"));
    }
}
