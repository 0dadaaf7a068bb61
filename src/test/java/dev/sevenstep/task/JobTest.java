package dev.sevenstep.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JobTest {
    private final AtomicLong clock = new AtomicLong();
    private final List<Job.Snapshot> seen = new ArrayList<>();

    @Test
    void tellsOfEveryStageInOrderWithItsTime() {
        Job<String> job = Job.start(Runnable::run, clock::get, seen::add, progress -> {
            progress.stage("load", p -> {
                clock.addAndGet(2_000_000_000L);
                p.report(0.5);
                return 0;
            });
            return progress.stage("train", _ -> {
                clock.addAndGet(500_000_000L);
                return "model";
            });
        });
        assertEquals("model", job.result().join());
        assertEquals(List.of(new Stage("load", 1, 2.0, true), new Stage("train", 1, 0.5, true)),
                seen.getLast().stages());
        assertEquals(Job.State.DONE, seen.getLast().state());
        assertEquals(2.5, seen.getLast().seconds());
        assertTrue(seen.stream().anyMatch(s -> s.stages().equals(List.of(new Stage("load", 0.5, 2.0, false)))));
        assertEquals("train", seen.get(seen.size() - 3).current().orElseThrow().name());
        assertSame(seen.getLast(), job.snapshot());
    }

    @Test
    void doesNotFloodTheListener() {
        Job.start(Runnable::run, clock::get, seen::add, progress -> progress.stage("loop", p -> {
            for (int i = 0; i < 1_000_000; i++) {
                p.report(i / 1e6);
            }
            return 0;
        }));
        assertTrue(seen.size() < 220, "snapshots: " + seen.size());
    }

    @Test
    void cancelStopsRunningWorkAtItsNextCheck() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Job<Integer> job = Job.start(executor, System::nanoTime, seen::add,
                    progress -> progress.stage("endless", p -> {
                        running.countDown();
                        while (true) {
                            p.check();
                            Thread.onSpinWait();
                        }
                    }));
            assertTrue(running.await(10, TimeUnit.SECONDS));
            job.cancel();
            assertThrows(CancellationException.class, () -> job.result().get(10, TimeUnit.SECONDS));
            assertEquals(Job.State.CANCELLED, job.snapshot().state());
            assertFalse(job.snapshot().stages().getFirst().done());
        }
    }

    @Test
    void cancelBeforeItsTurnMeansItNeverBegins() {
        Deque<Runnable> queue = new ArrayDeque<>();
        Job<Integer> job = Job.start(queue::add, clock::get, seen::add, _ -> {
            throw new AssertionError("must not run");
        });
        job.cancel();
        assertTrue(job.result().isCancelled());
        queue.remove().run();
        assertEquals(List.of(Job.State.CANCELLED), seen.stream().map(Job.Snapshot::state).toList());
    }

    @Test
    void failureGoesToTheResultAndTheLastSnapshot() {
        IllegalStateException broken = new IllegalStateException("broken");
        Job<Integer> job = Job.start(Runnable::run, clock::get, seen::add, progress -> progress.stage("x", _ -> {
            throw broken;
        }));
        CompletionException thrown = assertThrows(CompletionException.class, () -> job.result().join());
        assertSame(broken, thrown.getCause());
        assertEquals(Job.State.FAILED, job.snapshot().state());
        assertSame(broken, job.snapshot().failure().orElseThrow());
    }

    @Test
    void aCancellationNobodyAskedForIsAFailure() {
        Job<Integer> job = Job.start(Runnable::run, clock::get, seen::add, _ -> {
            throw new CancellationException("not the user");
        });
        assertEquals(Job.State.FAILED, job.snapshot().state());
        assertInstanceOf(CancellationException.class, job.snapshot().failure().orElseThrow());
    }

    @Test
    void aFractionNeverGoesBackOrOutOfRange() {
        Job.start(Runnable::run, clock::get, seen::add, progress -> progress.stage("threads", p -> {
            p.report(0.8);
            p.report(0.3);
            p.report(7);
            return 0;
        }));
        double last = 0;
        for (Job.Snapshot snapshot : seen) {
            for (Stage stage : snapshot.stages()) {
                assertTrue(stage.fraction() >= last && stage.fraction() <= 1);
                last = stage.fraction();
            }
        }
    }

    @Test
    void stagesMayHoldStages() {
        StageLog log = new StageLog(clock::get, _ -> {});
        log.stage("outer", p -> p.stage("inner", _ -> 1));
        assertEquals(List.of("outer", "inner"), log.stages().stream().map(Stage::name).toList());
    }
}
