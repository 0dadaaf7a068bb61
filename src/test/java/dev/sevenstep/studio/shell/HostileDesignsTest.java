package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.io.HostileFiles;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Files made to do harm, opened in the window: each is shown or refused in words, soon, and the window goes on working. */
@Tag("fx")
class HostileDesignsTest extends ShellWindow {
    /** Of the JavaFX thread's processor time. */
    private static final long LIMIT_MILLIS = 2_000;

    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();

    @Start
    void show(Stage given) {
        window = fitting();
    }

    @Test
    void theWindowGoesOn(FxRobot robot) throws Exception {
        window.settle();
        UncaughtExceptionHandler[] before = new UncaughtExceptionHandler[1];
        robot.interact(() -> {
            before[0] = Thread.currentThread().getUncaughtExceptionHandler();
            Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> thrown.add(failure));
        });
        try {
            for (Map.Entry<String, byte[]> file : HostileFiles.all().entrySet()) {
                open(robot, file.getKey(), file.getValue());
            }
        } finally {
            robot.interact(() -> Thread.currentThread().setUncaughtExceptionHandler(before[0]));
        }
    }

    private void open(FxRobot robot, String what, byte[] content) throws Exception {
        Path file = Files.write(folder.resolve("hostile.json"), content);
        long start = fxMillis(robot);
        robot.interact(() -> window.open(file));
        window.settle();
        robot.interact(() -> {
            window.shell.show(View.DESIGN);
            window.shell.applyCss();
            window.shell.layout();
        });
        long took = fxMillis(robot) - start;
        assertTrue(took <= LIMIT_MILLIS, () -> what + " keeps the window busy for " + took + " ms");
        assertEquals(List.of(), thrown, what);
        assertArrayEquals(content, Files.readAllBytes(file), what);
        robot.interact(() -> ((Overlay) window.shell.lookup(".overlay")).dismiss());
    }

    private static long fxMillis(FxRobot robot) {
        long[] millis = new long[1];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        robot.interact(() -> millis[0] = threads.getCurrentThreadCpuTime() / 1_000_000);
        return millis[0];
    }
}
