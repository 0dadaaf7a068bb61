package dev.sevenstep.studio.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.WindowTest;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window runs is kept with its charts; a disk that refuses is told of, and the run can be kept later. */
@Tag("fx")
class RunKeeperTest extends WindowTest {
    @TempDir
    private Path folder;

    @Override
    public void start(Stage stage) {
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void aDiskThatRefusesIsToldOfAndTheRunIsKeptLater() throws IOException {
        Path runs = folder.resolve("runs");
        Files.writeString(runs, "a file where the folder should be");
        RunStore store = new RunStore(runs, Clock.systemUTC(), UUID::randomUUID, "");
        RunKeeper keeper = new RunKeeper(store, Runnable::run);
        Payments payments = new Payments(new AtomicLong());
        RunResult result = payments.run(ParameterValues.of(payments.parameters()), 3, 1,
                new StageLog(() -> 0, _ -> {}));
        List<RunRecord> kept = new CopyOnWriteArrayList<>();
        List<String> refused = new CopyOnWriteArrayList<>();
        keeper.keep(result, kept::add, refused::add);
        Await.until(() -> refused.size() == 1);
        assertTrue(refused.getFirst().contains("choose another folder"), refused::toString);
        Files.delete(runs);
        keeper.keep(result, kept::add, refused::add);
        Await.until(() -> kept.size() == 1);
        assertEquals(result.parameters(), store.open(kept.getFirst(), payments).parameters());
        assertTrue(Files.exists(store.artifacts(kept.getFirst()).resolve("charts/precision-recall.svg")));
    }
}
