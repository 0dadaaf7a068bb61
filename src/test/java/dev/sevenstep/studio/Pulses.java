package dev.sevenstep.studio;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import javafx.animation.AnimationTimer;

/**
 * Measures frames of a shown window while something moves in it. For each frame: the time the JavaFX thread was on a processor
 * (handlers, style, layout, handing over), the time the rendering thread was (painting), and the time on the clock from one
 * frame to the next. Time on a processor does not grow when other programs are busy, the interval does.
 *
 * <p>Call on the JavaFX thread. Each move must change something that is seen, else there is nothing to paint.
 */
public final class Pulses {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long fxThread = Thread.currentThread().threadId();
    private final long painter;

    public Pulses() {
        painter = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("QuantumRenderer"))
                .mapToLong(ThreadInfo::getThreadId).findFirst().orElseThrow();
    }

    /** Milliseconds of each frame. */
    public record Frames(double[] thread, double[] painting, double[] interval) {

        /** These frames and then {@code more}. */
        public Frames and(Frames more) {
            return new Frames(joined(thread, more.thread), joined(painting, more.painting),
                    joined(interval, more.interval));
        }

        private static double[] joined(double[] a, double[] b) {
            return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
        }

        public static double median(double[] millis) {
            return at(millis, 0.5);
        }

        public static double p99(double[] millis) {
            return at(millis, 0.99);
        }

        private static double at(double[] millis, double part) {
            double[] sorted = millis.clone();
            Arrays.sort(sorted);
            return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
        }

        /** Median and 99th percentile of the three. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "thread %6.2f %6.2f   painting %6.2f %6.2f   interval %6.1f %6.1f",
                    median(thread), p99(thread), median(painting), p99(painting), median(interval), p99(interval));
        }
    }

    /**
     * Moves once a frame, first {@code warmUp} times unmeasured, and hands the figures over when done.
     *
     * @param move gets the number of the frame, from 0
     */
    public void measure(int warmUp, int frames, IntConsumer move, Consumer<Frames> done) {
        Frames measured = new Frames(new double[frames], new double[frames], new double[frames]);
        new AnimationTimer() {
            private int frame;
            private long clock;
            private long thread;
            private long paint;

            @Override
            public void handle(long now) {
                long clockNow = System.nanoTime();
                long threadNow = THREADS.getThreadCpuTime(fxThread);
                long paintNow = THREADS.getThreadCpuTime(painter);
                int index = frame - warmUp - 1;
                if (index >= 0) {
                    measured.interval()[index] = (clockNow - clock) / 1e6;
                    measured.thread()[index] = (threadNow - thread) / 1e6;
                    measured.painting()[index] = (paintNow - paint) / 1e6;
                }
                clock = clockNow;
                thread = threadNow;
                paint = paintNow;
                if (index == frames - 1) {
                    stop();
                    done.accept(measured);
                } else {
                    move.accept(frame++);
                }
            }
        }.start();
    }
}
