package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.Picture;
import java.util.Arrays;

/**
 * Changes the size of pictures. Every new pixel is a mean of the old ones under it, weighted by a triangle as wide as the change of
 * scale asks for, first along rows, then along columns: small pictures of large ones keep no false patterns.
 */
final class Resample {
    private static final int CHANNELS = 3;

    private Resample() {
    }

    /** The whole picture in a new size, whatever that does to its proportions. */
    static Picture to(Picture picture, int width, int height) {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        Taps across = Taps.of(picture.width(), width);
        Taps down = Taps.of(picture.height(), height);
        float[] rows = new float[picture.height() * width * CHANNELS];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                float red = 0;
                float green = 0;
                float blue = 0;
                float[] weights = across.weights[x];
                for (int i = 0; i < weights.length; i++) {
                    int pixel = picture.rgb()[y * picture.width() + across.from[x] + i];
                    red += weights[i] * (pixel >> 16 & 0xff);
                    green += weights[i] * (pixel >> 8 & 0xff);
                    blue += weights[i] * (pixel & 0xff);
                }
                int at = (y * width + x) * CHANNELS;
                rows[at] = red;
                rows[at + 1] = green;
                rows[at + 2] = blue;
            }
        }
        int[] rgb = new int[width * height];
        float[] line = new float[width * CHANNELS];
        for (int y = 0; y < height; y++) {
            Arrays.fill(line, 0);
            float[] weights = down.weights[y];
            for (int i = 0; i < weights.length; i++) {
                int from = (down.from[y] + i) * line.length;
                for (int x = 0; x < line.length; x++) {
                    line[x] += weights[i] * rows[from + x];
                }
            }
            for (int x = 0; x < width; x++) {
                int at = x * CHANNELS;
                rgb[y * width + x] = level(line[at]) << 16 | level(line[at + 1]) << 8 | level(line[at + 2]);
            }
        }
        return new Picture(width, height, rgb);
    }

    /** The whole picture in its proportions, as large as fits into a square; small ones stay as they are. */
    static Picture within(Picture picture, int side) {
        int longest = Math.max(picture.width(), picture.height());
        if (longest <= side) {
            return picture;
        }
        return to(picture, Math.max(1, Math.round((float) picture.width() * side / longest)),
                Math.max(1, Math.round((float) picture.height() * side / longest)));
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /** For each new pixel along one direction: the first old one and the weights from there on. */
    private record Taps(int[] from, float[][] weights) {
        static Taps of(int before, int after) {
            double scale = (double) before / after;
            double reach = Math.max(1, scale);
            int[] from = new int[after];
            float[][] weights = new float[after][];
            for (int i = 0; i < after; i++) {
                double centre = (i + 0.5) * scale;
                int first = Math.max(0, (int) Math.floor(centre - reach + 0.5));
                int end = Math.min(before, (int) Math.floor(centre + reach + 0.5));
                from[i] = first;
                weights[i] = new float[Math.max(1, end - first)];
                double sum = 0;
                for (int j = first; j < end; j++) {
                    double weight = Math.max(0, 1 - Math.abs(j + 0.5 - centre) / reach);
                    weights[i][j - first] = (float) weight;
                    sum += weight;
                }
                for (int j = 0; j < weights[i].length; j++) {
                    weights[i][j] = sum == 0 ? 1f / weights[i].length : (float) (weights[i][j] / sum);
                }
            }
            return new Taps(from, weights);
        }
    }
}
