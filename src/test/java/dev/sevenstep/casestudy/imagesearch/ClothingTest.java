package dev.sevenstep.casestudy.imagesearch;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Photographs of clothes ("clothing dataset small", CC0), at most 40 a class, each left out in turn, against what an independent program
 * reached: MobileNetV2 .541, gradients .478, colours .173. The photographs are not part of the project; without them the test is skipped.
 * Found at ../shared/data/check or -Dsevenstep.check=DIR.
 */
class ClothingTest {
    private static final int OF_A_CLASS = 40;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theReferenceIsReached() throws IOException {
        Path photographs = Path.of(System.getProperty("sevenstep.check", "../shared/data/check")).resolve("clothing");
        assumeTrue(Files.isDirectory(photographs), "no " + photographs + ": figures on photographs are not compared");
        try (Stream<Path> classes = Files.list(photographs)) {
            for (Path ofClass : classes.filter(Files::isDirectory).toList()) {
                Path copy = Files.createDirectories(folder.resolve(Objects.requireNonNull(ofClass.getFileName())));
                try (Stream<Path> files = Files.list(ofClass)) {
                    for (Path file : files.sorted().limit(OF_A_CLASS).toList()) {
                        Files.copy(file, copy.resolve(Objects.requireNonNull(file.getFileName())));
                    }
                }
            }
        }
        ImageSearchExperiment experiment = new ImageSearchExperiment(Clock.systemUTC());
        RunResult result = experiment.run(
                ParameterValues.of(experiment.parameters()).with("data", folder.toString())
                        .with("embeddings", "histogram,hog,mobilenet").with("index", "exact"),
                7, 2, Quiet.unwatched());
        assertEquals(293, result.dataset().rows());
        assertEquals(List.of(), result.images().orElseThrow().skipped());
        Map<String, Double> references = Map.of("mobilenet", 0.541, "hog", 0.478, "histogram", 0.173);
        assertAll(result.approaches().stream().map(approach -> () -> {
            Estimate reached = Objects.requireNonNull(approach.metrics().get("precisionAt10"), approach.id());
            System.out.println(String.format(Locale.ROOT, "%-10s %.4f [%.4f, %.4f]", approach.id(), reached.value(),
                    reached.low(), reached.high()));
            assertTrue(reached.value() >= Objects.requireNonNull(references.get(approach.id())), approach.id());
        }));
    }
}
