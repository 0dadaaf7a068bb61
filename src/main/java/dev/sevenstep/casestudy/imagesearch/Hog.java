package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.task.Progress;

/**
 * Histograms of oriented gradients (Dalal and Triggs 2005): for each cell how strongly brightness changes in each of nine directions,
 * blocks of 2 × 2 cells brought to one length, cut at 0.2 and brought to it again. The histogram takes a gradient in two neighbouring
 * directions; cells do not overlap.
 *
 * @param side pictures are brought to this square
 * @param cell pixels a side
 */
record Hog(int side, int cell) implements Embedding {
    private static final int DIRECTIONS = 9;
    private static final int BLOCK = 2;
    private static final float CUT = 0.2f;
    private static final float SMALL = 1e-6f;

    @Override
    public String id() {
        return "hog";
    }

    @Override
    public String name() {
        return "Histograms of gradients";
    }

    @Override
    public Embedder fit(Learning from, long seed, int threads, Progress progress) {
        return new Fitted(this);
    }

    private float[] vector(Picture picture) {
        Picture square = Resample.to(picture, side, side);
        float[][] grey = new float[side][side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                grey[y][x] = square.grey(x, y) / 255;
            }
        }
        int cells = side / cell;
        float[][][] histograms = new float[cells][cells][DIRECTIONS];
        for (int y = 0; y < cells * cell; y++) {
            for (int x = 0; x < cells * cell; x++) {
                add(grey, x, y, histograms[y / cell][x / cell]);
            }
        }
        return blocks(histograms);
    }

    /** Adds the gradient at one pixel; at the border there is none across it. */
    private void add(float[][] grey, int x, int y, float[] histogram) {
        float across = x > 0 && x < side - 1 ? grey[y][x + 1] - grey[y][x - 1] : 0;
        float down = y > 0 && y < side - 1 ? grey[y + 1][x] - grey[y - 1][x] : 0;
        if (across == 0 && down == 0) {
            return;
        }
        float strength = (float) Math.sqrt(across * across + down * down);
        double turn = StrictMath.atan2(down, across) / Math.PI;
        double place = (turn - Math.floor(turn)) * DIRECTIONS - 0.5;
        int below = (int) Math.floor(place);
        float part = (float) (place - below);
        histogram[Math.floorMod(below, DIRECTIONS)] += strength * (1 - part);
        histogram[Math.floorMod(below + 1, DIRECTIONS)] += strength * part;
    }

    private static float[] blocks(float[][][] histograms) {
        int blocks = histograms.length - BLOCK + 1;
        int length = BLOCK * BLOCK * DIRECTIONS;
        float[] vector = new float[blocks * blocks * length];
        for (int y = 0; y < blocks; y++) {
            for (int x = 0; x < blocks; x++) {
                int from = (y * blocks + x) * length;
                for (int part = 0; part < BLOCK * BLOCK; part++) {
                    System.arraycopy(histograms[y + part / BLOCK][x + part % BLOCK], 0, vector,
                            from + part * DIRECTIONS, DIRECTIONS);
                }
                scale(vector, from, length);
                for (int i = from; i < from + length; i++) {
                    vector[i] = Math.min(vector[i], CUT);
                }
                scale(vector, from, length);
            }
        }
        return vector;
    }

    private static void scale(float[] vector, int from, int length) {
        float squares = SMALL;
        for (int i = from; i < from + length; i++) {
            squares += vector[i] * vector[i];
        }
        float factor = 1 / (float) Math.sqrt(squares);
        for (int i = from; i < from + length; i++) {
            vector[i] *= factor;
        }
    }

    private record Fitted(Hog hog) implements Embedder {
        @Override
        public int dimension() {
            int blocks = hog.side / hog.cell - BLOCK + 1;
            return blocks * blocks * BLOCK * BLOCK * DIRECTIONS;
        }

        @Override
        public String version() {
            return Fingerprint.of("gradients " + hog.side + " " + hog.cell + " 9 2 0.2");
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public Session open() {
            return hog::vector;
        }
    }
}
