package dev.sevenstep.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long the packaged program takes from its start to its window, without and with the cache that its script has made. Needs
 * {@code mvn package} before. The first start here has the cache made, which takes half a minute.
 * Argument: how many starts of each kind (9).
 */
final class StartBenchmark {
    private static final Path HOME = Path.of("target", "dist").toAbsolutePath();

    private StartBenchmark() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int starts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
        Path settings = Files.createTempDirectory("sevenstep-start");
        // One of an earlier package would be taken for the one to come.
        for (Path earlier : caches()) {
            Files.delete(earlier);
        }
        start(settings, false);
        for (int second = 0; second < 180 && !cached(); second++) {
            start(settings, true);
        }
        if (!cached()) {
            System.out.println("no cache was made");
        }
        List<Double> plain = new ArrayList<>();
        List<Double> cached = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            plain.add(start(settings, true));
            cached.add(start(settings, false));
        }
        System.out.printf(Locale.ROOT,
                "median of %d starts each, in turn: plain %.2f s, with cache %.2f s, ratio %.2f%n",
                starts, median(plain), median(cached), median(cached) / median(plain));
    }

    private static double median(List<Double> seconds) {
        Collections.sort(seconds);
        return seconds.get(seconds.size() / 2);
    }

    private static List<Path> caches() throws IOException {
        Path folder = HOME.resolve("cache");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("start-")).toList();
        }
    }

    private static boolean cached() throws IOException {
        return caches().stream().anyMatch(file -> file.toString().endsWith(".jsa"));
    }

    /** Until the program ends, which it does once its window stands. */
    private static double start(Path settings, boolean plain) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(HOME.resolve("bin/sevenstep").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SEVENSTEP_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SEVENSTEP_JAVA_OPTIONS",
                "-Dglass.platform=Headless -Dprism.order=sw -Dsevenstep.trial-start=true");
        builder.environment().put("XDG_CONFIG_HOME", settings.toString());
        // The program opens its window where there is a display; the headless platform asks for none.
        builder.environment().putIfAbsent("DISPLAY", ":0");
        if (plain) {
            builder.environment().put("SEVENSTEP_NO_CACHE", "1");
        }
        long start = System.nanoTime();
        builder.start().waitFor();
        return (System.nanoTime() - start) / 1e9;
    }
}
