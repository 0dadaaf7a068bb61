package dev.sevenstep.pipeline.vectors;

import dev.sevenstep.task.Progress;
import java.util.Arrays;

/** Reads the lists whose means are nearest. */
final class IvfIndex implements VectorIndex {
    private static final int ROUNDS = 20;

    private final IndexSpec.Ivf spec;
    private final Compared compared;
    private final Vectors means;
    private final FullVectors meansCompared;
    /** Ids list after list, and where each list begins. */
    private final int[] ids;
    private final int[] starts;

    /** @param lists the number of its mean for each vector */
    IvfIndex(IndexSpec.Ivf spec, Compared compared, Vectors means, int[] lists) {
        this.spec = spec;
        this.compared = compared;
        this.means = means;
        this.meansCompared = new FullVectors(means, compared.metric(), compared.full().kernel());
        starts = new int[means.size() + 1];
        for (int list : lists) {
            starts[list + 1]++;
        }
        for (int list = 0; list < means.size(); list++) {
            starts[list + 1] += starts[list];
        }
        int[] at = starts.clone();
        ids = new int[lists.length];
        for (int id = 0; id < lists.length; id++) {
            ids[at[lists[id]]++] = id;
        }
    }

    /** For the cosine, means are of vectors of length 1: lengths must not decide on the lists. */
    static IvfIndex build(IndexSpec.Ivf spec, Compared compared, long seed, int threads, Progress progress) {
        Vectors vectors = compared.full().vectors();
        Vectors grouped = compared.metric() == Metric.COSINE ? vectors.unit() : vectors;
        KMeans means = KMeans.of(grouped, spec.lists(), ROUNDS, seed, threads, progress);
        return new IvfIndex(spec, compared, means.means(), means.lists());
    }

    @Override
    public Neighbours search(float[] query, int k, Effort effort) {
        compared.full().check(query, k);
        NearestList.Nearest probed = nearestLists(query, Math.min(effort.nprobe(), means.size()));
        VectorStore.Comparison comparison = compared.first().compare(query);
        NearestList nearest = new NearestList(compared.wanted(k, effort));
        int[] some = new int[64];
        float[] out = new float[some.length];
        long read = means.size();
        for (int list : probed.ids()) {
            for (int from = starts[list]; from < starts[list + 1]; from += some.length) {
                int count = Math.min(some.length, starts[list + 1] - from);
                System.arraycopy(ids, from, some, 0, count);
                comparison.distances(some, count, out);
                read += count;
                for (int i = 0; i < count; i++) {
                    if (out[i] <= nearest.bound()) {
                        nearest.offer(out[i], some[i]);
                    }
                }
            }
        }
        return compared.answer(query, nearest.drain(), k, effort, read);
    }

    private NearestList.Nearest nearestLists(float[] query, int nprobe) {
        int[] all = new int[means.size()];
        Arrays.setAll(all, i -> i);
        float[] out = new float[all.length];
        meansCompared.compare(query).distances(all, all.length, out);
        NearestList nearest = new NearestList(nprobe);
        for (int list : all) {
            nearest.offer(out[list], list);
        }
        return nearest.drain();
    }

    Compared compared() {
        return compared;
    }

    Vectors means() {
        return means;
    }

    /** The number of its list for each vector. */
    int[] lists() {
        int[] lists = new int[ids.length];
        for (int list = 0; list < means.size(); list++) {
            for (int at = starts[list]; at < starts[list + 1]; at++) {
                lists[ids[at]] = list;
            }
        }
        return lists;
    }

    @Override
    public IndexSpec spec() {
        return spec;
    }

    @Override
    public Metric metric() {
        return compared.metric();
    }

    @Override
    public int size() {
        return compared.size();
    }

    @Override
    public int dimension() {
        return compared.dimension();
    }

    @Override
    public double bytesPerVector() {
        return compared.bytesPerVector() + 4 + 4.0 * means.data().length / size();
    }
}
