package dev.sevenstep.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParallelTest {

    @Test
    void everyPieceRunsOnceWhateverTheThreads() {
        for (int threads : new int[]{1, 2, 7}) {
            int[] runs = new int[100];
            Parallel.forEach(threads, runs.length, i -> runs[i]++);
            assertTrue(Arrays.stream(runs).allMatch(r -> r == 1));
        }
        Parallel.forEach(2, 0, _ -> {
            throw new AssertionError("no pieces");
        });
    }

    @Test
    void aFailureStopsTheRestAndComesOut() {
        for (int threads : new int[]{1, 2}) {
            AtomicInteger begun = new AtomicInteger();
            CancellationException thrown = assertThrows(CancellationException.class,
                    () -> Parallel.forEach(threads, 1_000_000, i -> {
                        begun.incrementAndGet();
                        if (i == 5) {
                            throw new CancellationException("stop");
                        }
                    }));
            assertEquals("stop", thrown.getMessage());
            assertTrue(begun.get() < 1_000_000);
        }
    }
}
