package dev.sevenstep.pipeline.vectors;

/**
 * One bit a value, after RaBitQ (Gao and Long, 2024): residuals are turned by a random rotation, their signs kept, and r·s is
 * estimated as |r|² / |r|₁ times the product of the signs with s, which is right on average over rotations. The query's values are
 * whole numbers of 0 to 15, so that the product is four times "and" and a count of bits.
 */
final class BitVectors implements VectorStore {
    private static final int PLANES = 4;
    private static final int LEVELS = (1 << PLANES) - 1;

    private final Residuals residuals;
    private final Rotation rotation;
    private final int dimension;
    private final int words;
    private final long[] signs;
    /** Of each vector: |r|² / |r|₁, what it adds to distances, and how many bits are set. */
    private final float[] scales;
    private final float[] parts;
    private final int[] ones;

    BitVectors(Vectors vectors, Metric metric, Kernel kernel, long seed) {
        residuals = new Residuals(vectors, metric, kernel);
        dimension = vectors.dimension();
        rotation = new Rotation(dimension, seed, kernel);
        words = rotation.length() / Long.SIZE;
        signs = new long[Math.multiplyExact(words, vectors.size())];
        scales = new float[vectors.size()];
        parts = new float[vectors.size()];
        ones = new int[vectors.size()];
        float[] residual = new float[dimension];
        for (int id = 0; id < scales.length; id++) {
            residuals.of(vectors.data(), id * dimension, residual);
            parts[id] = residuals.ofVector(residual);
            float[] turned = rotation.of(residual);
            double squares = 0;
            double sum = 0;
            for (int i = 0; i < turned.length; i++) {
                squares += (double) turned[i] * turned[i];
                sum += Math.abs(turned[i]);
                if (turned[i] > 0) {
                    signs[id * words + i / Long.SIZE] |= 1L << i;
                    ones[id]++;
                }
            }
            scales[id] = sum == 0 ? 0 : (float) (squares / sum);
        }
    }

    @Override
    public Comparison compare(float[] query) {
        float[] residual = new float[dimension];
        residuals.of(query, 0, residual);
        float part = residuals.ofQuery(residual);
        float[] turned = rotation.of(residual);
        float lowest = 0;
        float highest = 0;
        for (float value : turned) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        float low = lowest;
        float step = (highest - low) / LEVELS;
        // Plane by plane within a word, so that a vector's word is read once.
        long[] planes = new long[PLANES * words];
        double all = 0;
        for (int i = 0; i < turned.length; i++) {
            int level = step == 0 ? 0 : Math.clamp(Math.round((turned[i] - low) / step), 0, LEVELS);
            all += low + step * level;
            for (int plane = 0; plane < PLANES; plane++) {
                planes[i / Long.SIZE * PLANES + plane] |= (long) (level >> plane & 1) << i;
            }
        }
        float sum = (float) all;
        return (ids, count, out) -> {
            for (int i = 0; i < count; i++) {
                int id = ids[i];
                // Signs are 2 b − 1.
                float product = 2 * (low * ones[id] + step * levels(planes, id * words)) - sum;
                out[i] = residuals.distance(parts[id], part, scales[id] * product);
            }
        };
    }

    /** The sum of the query's levels where a vector's bit is set. */
    private int levels(long[] planes, int from) {
        int first = 0;
        int second = 0;
        int third = 0;
        int fourth = 0;
        for (int word = 0; word < words; word++) {
            long bits = signs[from + word];
            first += Long.bitCount(bits & planes[word * PLANES]);
            second += Long.bitCount(bits & planes[word * PLANES + 1]);
            third += Long.bitCount(bits & planes[word * PLANES + 2]);
            fourth += Long.bitCount(bits & planes[word * PLANES + 3]);
        }
        return first + 2 * second + 4 * third + 8 * fourth;
    }

    @Override
    public double bytesPerVector() {
        return 8.0 * words + 12;
    }
}
