package dev.sevenstep.tracking;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Bayesian search by a tree-structured Parzen estimator (Bergstra, Bardenet, Bengio, Kégl: Algorithms for Hyper-Parameter
 * Optimization, NeurIPS 2011). The trials so far are parted into the best tenth and the rest; each part gets a density for
 * each dimension, and of some draws from the density of the good the one is tried whose ratio good to rest is largest, which
 * is where the expected improvement is. Begins with {@value #RANDOM_FIRST} random trials.
 *
 * <p>Our own, since no maintained Java library under a free licence has it alone; it is short.
 */
public record ParzenSearch(List<Dimension> dimensions, long seed) implements Search {
    static final int RANDOM_FIRST = 8;
    private static final double GOOD_SHARE = 0.1;
    private static final int DRAWS = 24;

    public ParzenSearch {
        dimensions = List.copyOf(dimensions);
    }

    @Override
    public Optional<Map<String, String>> propose(int number, List<Scored> before, Set<Map<String, String>> tried) {
        if (before.size() < RANDOM_FIRST) {
            return new Random(dimensions, seed).propose(number, before, tried);
        }
        List<Scored> ranked = before.stream().sorted(Comparator.comparingDouble(Scored::score).reversed()).toList();
        int border = (int) Math.ceil(GOOD_SHARE * ranked.size());
        List<Scored> good = ranked.subList(0, border);
        List<Scored> rest = ranked.subList(border, ranked.size());
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
        return new Space(dimensions).untried(() -> draw(good, rest, random), random, tried);
    }

    @Override
    public OptionalLong size() {
        return new Space(dimensions).size();
    }

    private Map<String, String> draw(List<Scored> good, List<Scored> rest, SplittableRandom random) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            settings.put(dimension.key(), switch (dimension) {
                case Dimension.Values values -> value(values, good, rest, random);
                case Dimension.Range range -> value(range, good, rest, random);
            });
        }
        return settings;
    }

    private static String value(Dimension.Values values, List<Scored> good, List<Scored> rest,
            SplittableRandom random) {
        String best = values.values().getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (int draw = 0; draw < DRAWS; draw++) {
            String candidate = values.values().get(pick(values, good, random));
            double ratio = share(values, candidate, good) / share(values, candidate, rest);
            if (ratio > most) {
                most = ratio;
                best = candidate;
            }
        }
        return best;
    }

    private static int pick(Dimension.Values values, List<Scored> trials, SplittableRandom random) {
        double left = random.nextDouble();
        for (int i = 0; i < values.values().size() - 1; i++) {
            left -= share(values, values.values().get(i), trials);
            if (left < 0) {
                return i;
            }
        }
        return values.values().size() - 1;
    }

    /** Counted once more than it occurs, so that nothing is ruled out. */
    private static double share(Dimension.Values values, String value, List<Scored> trials) {
        long count = trials.stream().filter(trial -> value.equals(trial.settings().get(values.key()))).count();
        return (count + 1.0) / (trials.size() + values.values().size());
    }

    private static String value(Dimension.Range range, List<Scored> good, List<Scored> rest,
            SplittableRandom random) {
        Density ofGood = Density.around(units(range, good));
        Density ofRest = Density.around(units(range, rest));
        double best = 0.5;
        double most = Double.NEGATIVE_INFINITY;
        for (int draw = 0; draw < DRAWS; draw++) {
            double unit = ofGood.draw(random);
            double ratio = ofGood.at(unit) / ofRest.at(unit);
            if (ratio > most) {
                most = ratio;
                best = unit;
            }
        }
        return range.at(best);
    }

    private static double[] units(Dimension.Range range, List<Scored> trials) {
        return trials.stream().map(trial -> trial.settings().get(range.key())).filter(Objects::nonNull)
                .mapToDouble(range::unit).sorted().toArray();
    }

    /**
     * Normal densities around trials, and the even one, each with the same weight. Each is as wide as the way to the farther
     * of its neighbours: narrow where there are many trials.
     */
    private record Density(double[] centres, double[] widths) {

        static Density around(double[] centres) {
            double[] widths = new double[centres.length];
            double least = 1 / (2.0 + centres.length);
            for (int i = 0; i < widths.length; i++) {
                double below = centres[i] - (i == 0 ? 0 : centres[i - 1]);
                double above = (i == widths.length - 1 ? 1 : centres[i + 1]) - centres[i];
                widths[i] = Math.clamp(Math.max(below, above), least, 1);
            }
            return new Density(centres, widths);
        }

        double draw(SplittableRandom random) {
            int centre = random.nextInt(centres.length + 1);
            return centre == centres.length
                    ? random.nextDouble()
                    : reflected(centres[centre] + widths[centre] * random.nextGaussian());
        }

        private static double reflected(double unit) {
            double folded = Math.abs(unit) % 2;
            return folded > 1 ? 2 - folded : folded;
        }

        double at(double unit) {
            double sum = 1;
            for (int i = 0; i < centres.length; i++) {
                double z = (unit - centres[i]) / widths[i];
                sum += Math.exp(-z * z / 2) / (widths[i] * Math.sqrt(2 * Math.PI));
            }
            return sum / (centres.length + 1);
        }
    }
}
