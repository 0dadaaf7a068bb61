package dev.sevenstep.tracking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Which settings to try next. What is proposed depends only on the number of the trial, the seed and the trials of lower
 * number, so a sweep that was killed goes on as if it had not been.
 */
public sealed interface Search permits Search.Grid, Search.Random, ParzenSearch {

    /**
     * @param number of the trial, from 0
     * @param before trials of lower number that gave a score
     * @param tried settings of all trials of lower number: they are not proposed again
     * @return parameter values by key; empty when there is nothing left to try
     */
    Optional<Map<String, String>> propose(int number, List<Scored> before, Set<Map<String, String>> tried);

    /** How many settings can be proposed in all; empty for more than can be counted. */
    OptionalLong size();

    /**
     * A trial that was made.
     *
     * @param score higher is better
     */
    record Scored(Map<String, String> settings, double score) {}

    /** Every combination, the last dimension changing fastest. A range is cut at {@value #STEPS} evenly spaced places. */
    record Grid(List<Dimension> dimensions) implements Search {
        static final int STEPS = 5;

        public Grid {
            dimensions = List.copyOf(dimensions);
        }

        @Override
        public Optional<Map<String, String>> propose(int number, List<Scored> before, Set<Map<String, String>> tried) {
            List<List<String>> axes = dimensions.stream().map(Grid::values).toList();
            long left = number;
            List<String> chosen = new ArrayList<>();
            for (List<String> axis : axes.reversed()) {
                chosen.addFirst(axis.get((int) (left % axis.size())));
                left /= axis.size();
            }
            if (left > 0) {
                return Optional.empty();
            }
            Map<String, String> settings = new LinkedHashMap<>();
            for (int i = 0; i < chosen.size(); i++) {
                settings.put(dimensions.get(i).key(), chosen.get(i));
            }
            return Optional.of(settings);
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(dimensions.stream().mapToLong(dimension -> values(dimension).size())
                    .reduce(1, Math::multiplyExact));
        }

        private static List<String> values(Dimension dimension) {
            return switch (dimension) {
                case Dimension.Values values -> values.values();
                case Dimension.Range range -> java.util.stream.IntStream.range(0, STEPS)
                        .mapToObj(i -> range.at((double) i / (STEPS - 1))).distinct().toList();
            };
        }
    }

    /** Anywhere, each dimension on its own (Bergstra and Bengio 2012: better than a grid when few dimensions matter). */
    record Random(List<Dimension> dimensions, long seed) implements Search {
        public Random {
            dimensions = List.copyOf(dimensions);
        }

        @Override
        public Optional<Map<String, String>> propose(int number, List<Scored> before, Set<Map<String, String>> tried) {
            SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
            Space space = new Space(dimensions);
            return space.untried(() -> space.draw(random), random, tried);
        }

        @Override
        public OptionalLong size() {
            return new Space(dimensions).size();
        }
    }
}
