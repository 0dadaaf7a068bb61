package dev.sevenstep.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Independent pieces of one piece of work on several cores. The calling thread takes part; helpers live only until the call
 * returns, so nothing runs on behind anybody's back and no pool is kept. Pieces must write to places of their own: then the
 * number of threads changes the time, never the result.
 */
public final class Parallel {
    private Parallel() {
    }

    /**
     * Runs {@code piece} for every number from 0 to {@code pieces} − 1, lower ones first, and returns when all are done. When one
     * throws, no further one begins and the exception comes out here.
     *
     * @param threads at least 1, the caller included
     * @throws CancellationException when a piece was cancelled
     */
    public static void forEach(int threads, int pieces, IntConsumer piece) {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean failed = new AtomicBoolean();
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < pieces && !failed.get(); i = next.getAndIncrement()) {
                try {
                    piece.accept(i);
                } catch (RuntimeException | Error e) {
                    failed.set(true);
                    throw e;
                }
            }
        };
        int helpers = Math.min(threads, pieces) - 1;
        if (helpers < 1) {
            worker.run();
            return;
        }
        // close() waits for the helpers whatever happens to the caller's own share.
        try (ExecutorService pool = Executors.newFixedThreadPool(helpers)) {
            Future<?>[] futures = new Future<?>[helpers];
            for (int i = 0; i < helpers; i++) {
                futures[i] = pool.submit(worker);
            }
            worker.run();
            for (Future<?> future : futures) {
                await(future);
            }
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new CompletionException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("the thread was interrupted").initCause(e);
        }
    }
}
