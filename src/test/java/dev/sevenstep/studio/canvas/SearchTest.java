package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.studio.WindowExtension;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@Tag("fx")
@ExtendWith(WindowExtension.class)
class SearchTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<String> found = new ArrayList<>();
    private final Search<String> search = new Search<>(background::add);

    @Start
    void start(Stage stage) {
        stage.show();
    }

    @Test
    void oneAtATime(FxRobot robot) {
        search.begin(() -> "first", found::add);
        search.begin(() -> "second", found::add);
        background.remove().run();
        robot.interact(() -> {});
        assertTrue(background.isEmpty());
        assertEquals(List.of("first"), found);
    }

    @Test
    void afterOneThatFailedTheNextBegins(FxRobot robot) {
        search.begin(() -> {
            throw new IllegalStateException("no way");
        }, found::add);
        assertThrows(IllegalStateException.class, background.remove()::run);
        robot.interact(() -> {});
        search.begin(() -> "next", found::add);
        background.remove().run();
        robot.interact(() -> {});
        assertEquals(List.of("next"), found);
    }
}
