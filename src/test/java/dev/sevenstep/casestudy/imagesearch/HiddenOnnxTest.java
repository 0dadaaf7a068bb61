package dev.sevenstep.casestudy.imagesearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photographs on a machine for which ONNX Runtime has no native library: a Java told that it runs on another processor. */
class HiddenOnnxTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theOtherApproachesRun() throws Exception {
        PictureSet bars = Quiet.bars(24, true, 1);
        for (int i = 0; i < bars.size(); i++) {
            Path file = folder.resolve(bars.classes().get(bars.label(i))).resolve(i + ".png");
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, 28, 28, bars.picture(i).rgb(), 0, 28);
            ImageIO.write(image, "png", file.toFile());
        }
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dos.arch=sparc", "-Xmx512m", "-cp", System.getProperty("java.class.path"), Child.class.getName(),
                folder.toString()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        List<String> lines = output.lines().filter(line -> line.startsWith("approach ")).toList();
        assertEquals(3, lines.size(), output);
        for (String line : lines) {
            boolean network = line.startsWith("approach mobilenet");
            assertTrue(line.contains(network ? "not available on this machine" : "metrics 6"), line);
        }
    }

    /** Runs in the other Java. */
    static final class Child {
        private Child() {
        }

        public static void main(String[] arguments) {
            ImageSearchExperiment experiment = new ImageSearchExperiment(Clock.systemUTC());
            RunResult result = experiment.run(
                    ParameterValues.of(experiment.parameters()).with("data", arguments[0])
                            .with("embeddings", "histogram,hog,mobilenet").with("replicates", "0")
                            .with("index", "exact"),
                    1, 1, Quiet.unwatched());
            for (Approach approach : result.approaches()) {
                System.out.println(String.format(Locale.ROOT, "approach %s metrics %d %s", approach.id(),
                        approach.metrics().size(), approach.unavailable().orElse("")));
            }
        }
    }
}
