package dev.sevenstep.casestudy;

import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.task.StageLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What each case takes at its default size and, where it has one, at each preset: processor time, training included, and the highest use of the heap, garbage included. Each in a program of its own with a heap of 2 GiB and one thread. Argument: only this case.
 */
final class CaseBenchmark {
    private static final String HEAP = "-Xmx2g";
    private static final String DEFAULT = "default";

    private CaseBenchmark() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            run(experiment(arguments[0]), arguments[1]);
            return;
        }
        for (Experiment experiment : CaseStudies.all(Clock.systemUTC())) {
            if (arguments.length == 0 || experiment.id().equals(arguments[0])) {
                for (String size : Stream.concat(Stream.of(DEFAULT),
                        experiment.presets().stream().map(Experiment.Preset::name)).toList()) {
                    fork(experiment.id(), size);
                }
            }
        }
    }

    private static Experiment experiment(String id) {
        return CaseStudies.all(Clock.systemUTC()).stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow();
    }

    private static void fork(String id, String size) throws IOException, InterruptedException {
        List<String> command = List.of(ProcessHandle.current().info().command().orElseThrow(), HEAP,
                "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                CaseBenchmark.class.getName(), id, size);
        int code = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        if (code != 0) {
            System.out.println(id + ", " + size + ": ended with " + code);
        }
    }

    private static void run(Experiment experiment, String size) {
        ParameterValues values = ParameterValues.of(experiment.parameters());
        for (Experiment.Preset preset : experiment.presets()) {
            if (preset.name().equals(size)) {
                for (var value : preset.values().entrySet()) {
                    values = values.with(value.getKey(), value.getValue());
                }
            }
        }
        long start = System.nanoTime();
        RunResult result = experiment.run(values, 7, 1, new StageLog(System::nanoTime, _ -> {}));
        double wall = (System.nanoTime() - start) / 1e9;
        double cpu = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime() / 1e9;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(Locale.ROOT,
                "%-16s %-10s %,10d rows: %6.1f s, processor %6.1f s, training included; heap up to %,d MiB of %s%n",
                experiment.id(), size, result.dataset().rows(), wall, cpu, peak >> 20, HEAP);
    }
}
