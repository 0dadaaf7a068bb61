package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.pipeline.Ranking;

/** Directions of vectors in the plane: their first two principal components, found by power iteration. */
final class PlaneMap {
    private static final int ROUNDS = 200;

    private PlaneMap() {
    }

    /** @param vectors of one length, by film; those of zeros only have no place */
    static Ranking.ItemMap of(float[][] learnt) {
        float[][] vectors = directions(learnt);
        int width = vectors[0].length;
        double[] mean = new double[width];
        int count = 0;
        for (float[] vector : vectors) {
            if (placed(vector)) {
                count++;
                for (int i = 0; i < width; i++) {
                    mean[i] += vector[i];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            mean[i] /= Math.max(1, count);
        }
        double[][] covariance = new double[width][width];
        for (float[] vector : vectors) {
            for (int i = 0; placed(vector) && i < width; i++) {
                for (int j = 0; j < width; j++) {
                    covariance[i][j] += (vector[i] - mean[i]) * (vector[j] - mean[j]);
                }
            }
        }
        double[] first = leading(covariance);
        double value = length(times(covariance, first));
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                covariance[i][j] -= value * first[i] * first[j];
            }
        }
        return new Ranking.ItemMap(along(vectors, mean, first), along(vectors, mean, leading(covariance)));
    }

    /**
     * Vectors of length 1: some approaches tell by the length how liked a film is, and that would take up most of the picture.
     */
    private static float[][] directions(float[][] learnt) {
        float[][] directions = new float[learnt.length][];
        for (int row = 0; row < learnt.length; row++) {
            float[] vector = learnt[row].clone();
            double length = Math.sqrt(Factors.product(vector, vector));
            for (int i = 0; length > 0 && i < vector.length; i++) {
                vector[i] /= (float) length;
            }
            directions[row] = vector;
        }
        return directions;
    }

    private static boolean placed(float[] vector) {
        return Factors.product(vector, vector) > 0;
    }

    private static double[] leading(double[][] matrix) {
        double[] direction = new double[matrix.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = 1.0 / (i + 1);
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = times(matrix, direction);
            double length = length(next);
            if (length == 0) {
                return direction;
            }
            for (int i = 0; i < next.length; i++) {
                direction[i] = next[i] / length;
            }
        }
        return direction;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < product.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    private static double length(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    private static float[] along(float[][] vectors, double[] mean, double[] direction) {
        float[] places = new float[vectors.length];
        for (int row = 0; row < places.length; row++) {
            double sum = 0;
            for (int i = 0; i < mean.length; i++) {
                sum += (vectors[row][i] - mean[i]) * direction[i];
            }
            places[row] = placed(vectors[row]) ? (float) sum : Float.NaN;
        }
        return places;
    }
}
