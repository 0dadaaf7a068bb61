package dev.sevenstep.casestudy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.StageLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The run that each {@code case-studies/…/case.json} describes gives figures in the ranges it promises. */
class CaseFileTest {
    private static final long LOOK_NANOS = 10_000_000;

    /** With a clock that goes on at every look: latencies, of which no range speaks, are then measured with few requests. */
    static Stream<Experiment> experiments() {
        AtomicLong nanos = new AtomicLong();
        return CaseStudies.all(Clock.systemUTC(), () -> nanos.addAndGet(LOOK_NANOS)).stream();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void figuresLieInTheirRanges(Experiment experiment) throws Exception {
        JsonNode file = new ObjectMapper()
                .readTree(Path.of("case-studies", experiment.id(), "case.json").toFile());
        assertEquals(experiment.id(), file.get("experiment").asText());
        ParameterValues parameters = ParameterValues.of(experiment.parameters());
        for (Map.Entry<String, JsonNode> each : file.get("parameters").properties()) {
            parameters = parameters.with(each.getKey(), each.getValue().asText());
        }
        RunResult result = experiment.run(parameters, file.get("seed").asLong(), 2,
                new StageLog(System::nanoTime, _ -> {}));
        Map<String, Approach> approaches = result.approaches().stream().collect(Collectors.toMap(Approach::id, a -> a));
        List<Executable> checks = new ArrayList<>();
        for (JsonNode range : file.get("expected")) {
            String id = range.get("approach").asText();
            String metric = range.get("metric").asText();
            Estimate estimate = Objects.requireNonNull(
                    Objects.requireNonNull(approaches.get(id), id).metrics().get(metric), metric);
            checks.add(() -> assertTrue(
                    estimate.value() >= range.get("low").asDouble() && estimate.value() <= range.get("high").asDouble(),
                    id + " " + metric + " " + estimate.value() + " is outside " + range));
        }
        assertTrue(checks.size() > 10);
        assertAll(checks);
    }
}
