package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.io.ConfigFolder;
import dev.sevenstep.studio.theme.InterfaceSize;
import dev.sevenstep.studio.theme.Theme;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsRememberedIsThereAtTheNextStart() {
        Settings settings = new Settings(folder.resolve("not there yet"));
        settings.remember(folder.resolve("a = b.json"));
        settings.remember(folder.resolve("zwei ü.json"));
        settings.modeProperty().set(Theme.Mode.DARK);
        Settings next = new Settings(folder.resolve("not there yet"));
        assertEquals(List.of(folder.resolve("zwei ü.json"), folder.resolve("a = b.json")), next.recent());
        assertEquals(Theme.Mode.DARK, next.modeProperty().get());
    }

    @Test
    void theLastOneComesFirstAndTheOldestGo() {
        Settings settings = new Settings(folder);
        for (int i = 0; i < 20; i++) {
            settings.remember(folder.resolve(i + ".json"));
        }
        settings.remember(folder.resolve("15.json"));
        assertEquals(Settings.MOST_RECENT, settings.recent().size());
        assertEquals(folder.resolve("15.json"), settings.recent().getFirst());
        assertEquals(1, settings.recent().stream().filter(folder.resolve("15.json")::equals).count());
    }

    @Test
    void aBrokenFileIsPutAsideAndNotWrittenOver() throws IOException {
        byte[] broken = "theme=\\u00zz\nrecent.1=/somewhere".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("settings.properties"), broken);
        Settings settings = new Settings(folder);
        assertTrue(settings.recent().isEmpty());
        assertEquals("theme=\\u00zz\nrecent.1=/somewhere", Files.readString(folder.resolve("settings.broken")));
        settings.remember(folder.resolve("x.json"));
        assertEquals(List.of(folder.resolve("x.json")), new Settings(folder).recent());
    }

    @Test
    void binaryRubbishAndAnUnknownThemeStopNobody() throws IOException {
        Files.write(folder.resolve("settings.properties"), new byte[]{(byte) 0xff, (byte) 0xfe, 0, 1, 2});
        assertTrue(new Settings(folder).recent().isEmpty());
        Files.writeString(folder.resolve("settings.properties"), "theme=plaid");
        assertEquals(Theme.Mode.SYSTEM, new Settings(folder).modeProperty().get());
        assertFalse(Files.exists(folder.resolve("settings.properties")));
    }

    @Test
    void twoProgramsKeepWhatTheOtherRemembers() throws IOException {
        Settings first = new Settings(folder);
        Settings second = new Settings(folder);
        first.setOpen(List.of(folder.resolve("a.json"), folder.resolve("b.json")),
                Optional.of(folder.resolve("b.json")));
        first.remember(folder.resolve("a.json"));
        second.modeProperty().set(Theme.Mode.DARK);
        second.remember(folder.resolve("c.json"));
        first.interfaceSizeProperty().set(new InterfaceSize(150));
        second.forget(folder.resolve("a.json"));
        Settings next = new Settings(folder);
        assertEquals(List.of(folder.resolve("a.json"), folder.resolve("b.json")), next.open());
        assertEquals(Optional.of(folder.resolve("b.json")), next.inHand());
        assertEquals(Theme.Mode.DARK, next.modeProperty().get());
        assertEquals(new InterfaceSize(150), next.interfaceSizeProperty().get());
        assertEquals(List.of(folder.resolve("c.json")), next.recent());
        assertEquals(List.of(folder.resolve("c.json")), second.recent());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of("settings.lock", "settings.properties"),
                    left.map(path -> path.getFileName().toString()).sorted().toList(), "no drafts are left");
        }
    }

    /** Both read, change and replace the file all the time; without taking turns some changes are lost. */
    @Test
    void twoProgramsThatWriteAtOnceLoseNothing() throws Exception {
        List<Process> programs = new ArrayList<>();
        for (String name : List.of("a.json", "b.json")) {
            programs.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                    SettingsWriter.class.getName(), folder.toString(), name, "150").redirectErrorStream(true).start());
        }
        for (Process program : programs) {
            try (BufferedReader said = program.inputReader()) {
                assertEquals("0 lost", said.lines().reduce((_, last) -> last).orElse("nothing was said"));
            }
        }
    }

    @Test
    void aLockThatIsHeldDelaysAChangeAndDoesNotPreventIt() throws IOException {
        try (FileChannel held = FileChannel.open(folder.resolve("settings.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            assertNotNull(held.lock());
            new Settings(folder).remember(folder.resolve("a.json"));
        }
        assertEquals(List.of(folder.resolve("a.json")), new Settings(folder).recent());
    }

    @Test
    void aFileThatIsBrokenOrGoneMeanwhileCostsNothingThatIsKnown() throws IOException {
        Settings settings = new Settings(folder);
        settings.modeProperty().set(Theme.Mode.DARK);
        Files.writeString(folder.resolve("settings.properties"), "theme=plaid");
        settings.remember(folder.resolve("a.json"));
        assertEquals("theme=plaid", Files.readString(folder.resolve("settings.broken")));
        Files.delete(folder.resolve("settings.properties"));
        settings.remember(folder.resolve("b.json"));
        Settings next = new Settings(folder);
        assertEquals(Theme.Mode.DARK, next.modeProperty().get());
        assertEquals(List.of(folder.resolve("b.json"), folder.resolve("a.json")), next.recent());
    }

    @Test
    void changesAreWrittenInTheirOrderWhoeverWritesThem() {
        Deque<Runnable> background = new ArrayDeque<>();
        Deque<Runnable> foreground = new ArrayDeque<>();
        Settings settings = new Settings(folder, background::addFirst, foreground::add);
        settings.remember(folder.resolve("a.json"));
        settings.modeProperty().set(Theme.Mode.DARK);
        settings.remember(folder.resolve("b.json"));
        settings.setOpen(List.of(folder.resolve("b.json")), Optional.empty());
        assertFalse(Files.exists(folder.resolve("settings.properties")), "not by the thread that asks");
        background.removeFirst().run();
        assertEquals(List.of(), settings.recent(), "not changed by a thread of its own");
        foreground.forEach(Runnable::run);
        List<Path> last = List.of(folder.resolve("b.json"), folder.resolve("a.json"));
        assertEquals(last, settings.recent());
        settings.forget(folder.resolve("a.json"));
        settings.writeNow();
        background.forEach(Runnable::run);
        Settings next = new Settings(folder);
        assertEquals(List.of(folder.resolve("b.json")), next.recent());
        assertEquals(List.of(folder.resolve("b.json")), next.open());
        assertEquals(Theme.Mode.DARK, next.modeProperty().get());
    }

    @Test
    void whatCannotBeWrittenIsToldOnceAndWrittenWhenItCan() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("config"));
        Settings settings = new Settings(inTheWay);
        List<String> told = new ArrayList<>();
        settings.onTrouble(problem -> told.add(problem.reason()));
        settings.remember(folder.resolve("a.json"));
        settings.modeProperty().set(Theme.Mode.DARK);
        assertEquals(1, told.size(), told::toString);
        assertEquals(List.of(folder.resolve("a.json")), settings.recent());
        Files.delete(inTheWay);
        settings.remember(folder.resolve("b.json"));
        Settings next = new Settings(inTheWay);
        assertEquals(List.of(folder.resolve("b.json"), folder.resolve("a.json")), next.recent());
        assertEquals(Theme.Mode.DARK, next.modeProperty().get());
    }

    @Test
    void everySystemHasItsFolder() {
        Path home = Path.of("/home/ada");
        assertEquals(Path.of("/home/ada/.config/sevenstep"), ConfigFolder.of(Map.of(), "Linux", home));
        assertEquals(Path.of("/xdg/sevenstep"), ConfigFolder.of(Map.of("XDG_CONFIG_HOME", "/xdg"), "Linux", home));
        assertEquals(Path.of("/home/ada/.config/sevenstep"),
                ConfigFolder.of(Map.of("XDG_CONFIG_HOME", "relative"), "Linux", home));
        assertEquals(Path.of("/home/ada/Library/Application Support/sevenstep"),
                ConfigFolder.of(Map.of(), "Mac OS X", home));
        assertEquals(Path.of("/roaming/sevenstep"),
                ConfigFolder.of(Map.of("APPDATA", "/roaming"), "Windows 11", home));
    }
}
