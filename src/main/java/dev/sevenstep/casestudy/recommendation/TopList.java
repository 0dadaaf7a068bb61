package dev.sevenstep.casestudy.recommendation;

/** Films with their scores, best first. */
record TopList(int[] films, float[] scores) {

    /**
     * The {@code count} highest scores; equal ones by number, lower first, so that a list never depends on the order of work.
     * Negative infinity is left out.
     */
    static TopList of(float[] scores, int count) {
        int[] heap = new int[Math.min(count, scores.length)];
        int size = 0;
        for (int film = 0; film < scores.length; film++) {
            if (size == heap.length && (size == 0 || !above(scores, film, heap[0]))
                    || scores[film] == Float.NEGATIVE_INFINITY) {
                continue;
            }
            if (size < heap.length) {
                heap[size++] = film;
                for (int at = size - 1; at > 0 && above(scores, heap[(at - 1) / 2], heap[at]); at = (at - 1) / 2) {
                    swap(heap, at, (at - 1) / 2);
                }
            } else {
                heap[0] = film;
                sink(scores, heap, size);
            }
        }
        int[] films = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            films[i] = heap[0];
            heap[0] = heap[i];
            sink(scores, heap, i);
        }
        float[] kept = new float[films.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = scores[films[i]];
        }
        return new TopList(films, kept);
    }

    /** Whether {@code one} ranks above {@code other}. */
    private static boolean above(float[] scores, int one, int other) {
        return scores[one] > scores[other] || scores[one] == scores[other] && one < other;
    }

    /** The root of the heap is the lowest ranked of those kept. */
    private static void sink(float[] scores, int[] heap, int size) {
        for (int at = 0;;) {
            int lowest = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
                lowest = above(scores, heap[lowest], heap[child]) ? child : lowest;
            }
            if (lowest == at) {
                return;
            }
            swap(heap, at, lowest);
            at = lowest;
        }
    }

    private static void swap(int[] heap, int one, int other) {
        int kept = heap[one];
        heap[one] = heap[other];
        heap[other] = kept;
    }
}
