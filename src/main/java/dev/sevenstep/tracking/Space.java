package dev.sevenstep.tracking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** All settings there are. A search that draws from it never draws the same twice. */
record Space(List<Dimension> dimensions) {
    /** Draws of the search's own kind before it is helped. */
    private static final int DRAWS = 24;
    /** A space of so many points is gone through; in a larger one even draws soon find what is left. */
    private static final long SMALL = 10_000;
    private static final int EVEN_DRAWS = 10_000;

    Space {
        dimensions = List.copyOf(dimensions);
    }

    /** How many settings there are; empty for more than can be counted. */
    OptionalLong size() {
        long size = 1;
        for (Dimension dimension : dimensions) {
            OptionalLong count = dimension.count();
            if (count.isEmpty() || count.getAsLong() > Long.MAX_VALUE / size) {
                return OptionalLong.empty();
            }
            size *= count.getAsLong();
        }
        return OptionalLong.of(size);
    }

    /** Anything, each dimension on its own. */
    Map<String, String> draw(SplittableRandom random) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            settings.put(dimension.key(), switch (dimension) {
                case Dimension.Values values -> values.values().get(random.nextInt(values.values().size()));
                case Dimension.Range range -> range.at(random.nextDouble());
            });
        }
        return settings;
    }

    /**
     * Settings that were not tried.
     *
     * @param own how the search draws; when that repeats itself, anything that is left is drawn
     * @return empty when all were tried
     */
    Optional<Map<String, String>> untried(Supplier<Map<String, String>> own, SplittableRandom random,
            Set<Map<String, String>> tried) {
        for (int i = 0; i < DRAWS; i++) {
            Map<String, String> drawn = own.get();
            if (!tried.contains(drawn)) {
                return Optional.of(drawn);
            }
        }
        OptionalLong size = size();
        if (size.isPresent() && size.getAsLong() <= SMALL) {
            List<Map<String, String>> left = new ArrayList<>();
            for (long number = 0; number < size.getAsLong(); number++) {
                Map<String, String> point = point(number);
                if (!tried.contains(point)) {
                    left.add(point);
                }
            }
            return left.isEmpty() ? Optional.empty() : Optional.of(left.get(random.nextInt(left.size())));
        }
        for (int i = 0; i < EVEN_DRAWS; i++) {
            Map<String, String> drawn = draw(random);
            if (!tried.contains(drawn)) {
                return Optional.of(drawn);
            }
        }
        return Optional.empty();
    }

    private Map<String, String> point(long number) {
        Map<String, String> settings = new LinkedHashMap<>();
        long left = number;
        for (Dimension dimension : dimensions) {
            long count = dimension.count().orElseThrow();
            settings.put(dimension.key(), dimension.value(left % count));
            left /= count;
        }
        return settings;
    }
}
