package dev.sevenstep.casestudy.fraud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.StageLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The whole case on a machine for which XGBoost has no native library: a Java told that it runs on another processor. */
class HiddenNativeTest {

    @Test
    void theOtherApproachesRun() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dos.arch=sparc", "-Xmx512m", "-cp", System.getProperty("java.class.path"), Child.class.getName())
                .redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        List<String> lines = output.lines().filter(line -> line.startsWith("approach ")).toList();
        assertEquals(10, lines.size(), output);
        for (String line : lines) {
            boolean boosted = line.startsWith("approach forest") || line.startsWith("approach boosting");
            assertEquals(boosted, line.contains("not available on this machine"), line);
            assertTrue(line.contains(boosted ? "sparc" : "metrics 10"), line);
        }
    }

    /** Runs in the other Java. */
    static final class Child {
        private Child() {
        }

        public static void main(String[] arguments) {
            FraudExperiment experiment = new FraudExperiment(Clock.systemUTC());
            RunResult result = experiment.run(
                    ParameterValues.of(experiment.parameters()).with("customers", "200").with("terminals", "400")
                            .with("days", "75").with("trainDays", "14").with("replicates", "0"),
                    1, 1, new StageLog(System::nanoTime, _ -> {}));
            for (Approach approach : result.approaches()) {
                System.out.println(String.format(Locale.ROOT, "approach %s metrics %d %s", approach.id(),
                        approach.metrics().size(), approach.unavailable().orElse("")));
            }
        }
    }
}
