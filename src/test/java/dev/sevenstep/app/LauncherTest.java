package dev.sevenstep.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script with a Java that only writes down what it was asked. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    private static final Path SCRIPT = Path.of("src/dist/bin/sevenstep");
    private static final Path BATCH = Path.of("src/dist/bin/sevenstep.bat");

    @TempDir
    Path folder;

    private Path home;
    private final Map<String, String> more = new HashMap<>();

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("a place/sevenstep"));
        Files.createDirectories(home.resolve("bin"));
        Files.copy(SCRIPT, home.resolve("bin/sevenstep"));
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("lib/sevenstep.jar"), "one");
        Path java = Files.createDirectories(folder.resolve("java/bin"));
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"25.0.1\"\n");
        script(java.resolve("java"), """
                for option in "$@"; do
                  case $option in
                    -XX:ArchiveClassesAtExit=*) echo cache > "${option#*=}"; exit 0 ;;
                  esac
                done
                printf '%s\\n' "$@"
                """);
        Path tools = Files.createDirectories(folder.resolve("tools"));
        script(tools.resolve("sleep"), "");
    }

    private static void script(Path file, String lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + lines);
        assertTrue(file.toFile().setExecutable(true));
    }

    private List<String> start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", home.resolve("bin/sevenstep").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SEVENSTEP_JAVA_HOME", folder.resolve("java").toString());
        builder.environment().put("PATH", folder.resolve("tools") + ":" + System.getenv("PATH"));
        Process process = builder.start();
        List<String> lines = process.inputReader().lines().toList();
        assertEquals(0, process.waitFor(), lines::toString);
        return lines;
    }

    /** The options from the class path on: main class and arguments. */
    private static List<String> program(List<String> options) {
        return options.subList(options.indexOf("dev.sevenstep.app.Main"), options.size());
    }

    private static boolean usesCache(List<String> options) {
        return options.stream().anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
    }

    /** Starts the window for the first time and waits for the cache that is made then. */
    private Path makeCache() throws IOException, InterruptedException {
        Path cache = Files.createDirectories(home.resolve("cache"));
        try (WatchService watch = cache.getFileSystem().newWatchService()) {
            cache.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            assertFalse(usesCache(start()));
            while (true) {
                var key = watch.poll(30, TimeUnit.SECONDS);
                assertNotNull(key, "the cache is made");
                for (var event : key.pollEvents()) {
                    String name = String.valueOf(event.context());
                    // The folder it was made in goes last.
                    if (event.kind() == StandardWatchEventKinds.ENTRY_DELETE && name.startsWith("made-")) {
                        try (var files = Files.list(cache)) {
                            return files.findFirst().orElseThrow();
                        }
                    }
                }
                key.reset();
            }
        }
    }

    @Test
    void theFirstWindowHasACacheMadeThatLaterStartsUse() throws IOException, InterruptedException {
        Path cache = makeCache();
        assertTrue(cache.getFileName().toString().matches("start-[0-9-]+\\.jsa"), cache::toString);
        for (List<String> arguments : List.of(List.<String>of(), List.of("design", "show", "a file.json"))) {
            List<String> options = start(arguments.toArray(String[]::new));
            assertTrue(options.contains("-XX:SharedArchiveFile=" + cache), options::toString);
            assertEquals(arguments, program(options).subList(1, program(options).size()));
            assertTrue(options.contains("-Xmx6g"), options::toString);
        }
    }

    @Test
    void aCacheOfOtherLibrariesOrAnotherJavaIsNotUsed() throws IOException, InterruptedException {
        makeCache();
        Files.writeString(home.resolve("lib/sevenstep.jar"), "another version");
        assertFalse(usesCache(start("design")));
        Files.writeString(home.resolve("lib/sevenstep.jar"), "one");
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"25.0.2\"\n");
        assertFalse(usesCache(start("design")));
    }

    /** While the disk still writes what was just installed, the size that is listed for the whole folder changes. */
    @Test
    void theCacheDoesNotDependOnHowMuchOfTheFolderIsWritten() throws IOException, InterruptedException {
        script(folder.resolve("tools/ls"), """
                for last; do :; done
                [ ! -d "$last" ] || date +%N
                exec /bin/ls "$@"
                """);
        Path cache = makeCache();
        assertTrue(start().contains("-XX:SharedArchiveFile=" + cache));
    }

    @Test
    void withoutAPlaceForTheCacheItStartsAllTheSame() throws IOException, InterruptedException {
        Files.writeString(home.resolve("cache"), "in the way");
        assertEquals(List.of("dev.sevenstep.app.Main"), program(start()));
        assertEquals(List.of("dev.sevenstep.app.Main", "--help"), program(start("--help")));
    }

    @Test
    void whatTheWindowIsMadeOfIsLookedThroughFirst() throws IOException, InterruptedException {
        for (String name : List.of("a-parser", "javafx-base-26", "javafx-graphics-26", "zip")) {
            Files.writeString(home.resolve("lib/" + name + ".jar"), name);
        }
        List<String> started = start("--version");
        String lib = home.resolve("lib").toString();
        assertEquals(lib + "/sevenstep.jar:" + lib + "/javafx-base-26.jar:" + lib + "/javafx-graphics-26.jar",
                started.get(started.indexOf("-cp") + 1).split(":" + lib + "/(?!sevenstep|javafx)")[0]);
        assertTrue(started.get(started.indexOf("-cp") + 1).endsWith(":" + lib + "/*"), "and then all of them");
    }

    @Test
    void aCommandMakesNoCache() throws IOException, InterruptedException {
        assertEquals(List.of("dev.sevenstep.app.Main", "syllabus", "a b"), program(start("syllabus", "a b")));
        assertFalse(Files.exists(home.resolve("cache")));
    }

    /** Java prints a line when it is asked for a module that incubates. */
    @Test
    void onlyWhatMayCompareVectorsAsksForTheIncubatingModule() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("a design.json"), "{}");
        for (List<String> arguments : List.of(List.<String>of(), List.of(file.toString()),
                List.of("case", "run", "fraud"),
                List.of("runs", "list"), List.of("sweep"))) {
            assertTrue(start(arguments.toArray(String[]::new)).contains("jdk.incubator.vector"), arguments::toString);
        }
        for (String argument : List.of("--version", "design", "review")) {
            assertFalse(start(argument).contains("jdk.incubator.vector"), argument);
        }
    }

    /** The one for Windows differs in how it makes the archive of classes, and in nothing that Java is told besides. */
    @Test
    void bothScriptsGiveJavaTheSameOptions() throws IOException {
        String batch = Files.readString(BATCH);
        assertEquals(options(Files.readString(SCRIPT)), options(batch));
        assertEquals(batch.lines().count(), batch.chars().filter(c -> c == '\r').count(),
                "labels are found at such lines only");
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(batch));
    }

    private static Set<String> options(String script) {
        Set<String> found = new TreeSet<>();
        Matcher option = Pattern.compile("(?<=[\\s\"=])-(?:X(?!X:Archive|X:Shared|X:.Auto)|-[a-z])[^\\s\")]*")
                .matcher(script);
        script.lines().filter(line -> !line.startsWith("#") && !line.startsWith("rem ")).forEach(
                line -> option.reset(line).results().map(MatchResult::group).forEach(found::add));
        return found;
    }

    /** Wine has the commands of Windows; its Java here is the one of the other tests. */
    @Test
    @EnabledIf("hasWine")
    void theScriptForWindowsDoesTheSame() throws IOException, InterruptedException {
        Files.copy(BATCH, home.resolve("bin/sevenstep.bat"));
        Files.move(folder.resolve("java/bin/java"), folder.resolve("java/bin/java.exe"));
        Path design = Files.writeString(folder.resolve("a design.json"), "{}");
        List<String> window = startBatch();
        assertTrue(window.containsAll(List.of("-Xmx6g", "jdk.incubator.vector", "-XX:Tier4CompileThreshold=60000",
                "-XX:+AutoCreateSharedArchive")), window::toString);
        String cache = window.stream().filter(option -> option.startsWith("-XX:SharedArchiveFile=")).findFirst()
                .orElseThrow();
        assertTrue(cache.matches(".*=C:\\\\users\\\\.*\\\\AppData\\\\Local\\\\Sevenstep\\\\start\\.jsa"), cache);
        assertEquals(List.of("dev.sevenstep.app.Main"), program(window));
        String libraries = window.get(window.indexOf("-cp") + 1);
        assertTrue(libraries.matches("Z:[^;]*\\\\sevenstep\\.jar;Z:[^;]*\\\\lib\\\\\\*"), libraries);
        for (String file : List.of(windows(design), "--clean")) {
            List<String> options = startBatch(file);
            assertTrue(options.containsAll(window.subList(0, window.indexOf("-cp"))), options::toString);
            assertEquals(List.of("dev.sevenstep.app.Main", file), program(options));
        }
        List<String> command = startBatch("design", "show", "not there.json");
        assertEquals(List.of("dev.sevenstep.app.Main", "design", "show", "not there.json"), program(command));
        assertFalse(command.contains("jdk.incubator.vector") || usesCache(command), command::toString);
        Files.writeString(folder.resolve("wine/drive_c" + cache.split("C:")[1].replace('\\', '/')), "");
        assertTrue(startBatch("case", "run", "fraud").containsAll(List.of("jdk.incubator.vector", cache)));
        List<String> several = startBatch(windows(design), windows(design));
        assertTrue(usesCache(several) && !several.contains("-XX:+AutoCreateSharedArchive"), several::toString);
        more.put("SEVENSTEP_NO_CACHE", "1");
        assertFalse(usesCache(startBatch()));
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"24.0.1\"\n");
        assertTrue(startBatch().getFirst().startsWith("sevenstep: this needs Java 25 and found none."));
    }

    static boolean hasWine() {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "wine")));
    }

    private List<String> startBatch(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wine", "cmd", "/c", "bin\\sevenstep.bat"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("WINEPREFIX", folder.resolve("wine").toString(), "WINEDEBUG", "-all",
                "WINEDLLOVERRIDES", "mscoree,mshtml=", "SEVENSTEP_JAVA_HOME", windows(folder.resolve("java"))));
        builder.environment().putAll(more);
        Process process = builder.start();
        List<String> lines = process.inputReader().lines().map(String::strip).filter(line -> !line.startsWith("wine:"))
                .toList();
        process.waitFor();
        return lines;
    }

    private static String windows(Path path) {
        return "Z:" + path.toString().replace('/', '\\');
    }
}
