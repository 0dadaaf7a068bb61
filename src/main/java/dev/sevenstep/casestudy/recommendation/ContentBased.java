package dev.sevenstep.casestudy.recommendation;

import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Films like those of the history by what is known of them, whoever liked them: genres, words of the title and the years around the year of
 * release, each weighted by its rarity (TF-IDF, Salton and Buckley 1988). The score is the cosine between a film and the sum of the
 * history's films. Reaches films that nobody has liked yet.
 */
final class ContentBased implements Method {
    /** A film stands for its year and, less, for those around it. */
    private static final int YEARS_AROUND = 2;

    @Override
    public String id() {
        return "content";
    }

    @Override
    public String name() {
        return "Content";
    }

    @Override
    public Model fit(Interactions train, long seed, int threads, Progress progress) {
        return Terms.of(train.films());
    }

    /** The terms of a film with how often each counts. */
    static Map<String, Double> terms(Film film) {
        Map<String, Double> terms = new LinkedHashMap<>();
        film.genres().forEach(genre -> terms.put("genre " + genre, 1.0));
        for (String word : film.title().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 1) {
                terms.merge("word " + word, 1.0, Double::sum);
            }
        }
        for (int away = -YEARS_AROUND; film.year() > 0 && away <= YEARS_AROUND; away++) {
            terms.put("year " + (film.year() + away), 1.0 / (1 + Math.abs(away)));
        }
        return terms;
    }

    /**
     * Terms of each film and films of each term.
     *
     * @param terms by film
     * @param weights of these terms; the squares of a film's sum to 1
     * @param films by term
     * @param filmWeights of these films
     */
    private record Terms(int[][] terms, float[][] weights, int[][] films,
            float[][] filmWeights) implements Model.OfCatalogue {

        static Terms of(List<Film> films) {
            Map<String, Integer> numbers = new HashMap<>();
            List<Integer> holders = new ArrayList<>();
            List<Map<String, Double>> described = films.stream().map(ContentBased::terms).toList();
            for (Map<String, Double> each : described) {
                for (String term : each.keySet()) {
                    int number = numbers.computeIfAbsent(term, _ -> numbers.size());
                    if (number == holders.size()) {
                        holders.add(0);
                    }
                    holders.set(number, holders.get(number) + 1);
                }
            }
            int[][] terms = new int[films.size()][];
            float[][] weights = new float[films.size()][];
            for (int film = 0; film < terms.length; film++) {
                Map<String, Double> each = described.get(film);
                terms[film] = each.keySet().stream().mapToInt(numbers::get).toArray();
                weights[film] = new float[terms[film].length];
                double squares = 0;
                int i = 0;
                for (double count : each.values()) {
                    double weight = count * Math.log((1.0 + films.size()) / (1 + holders.get(terms[film][i])));
                    weights[film][i++] = (float) weight;
                    squares += weight * weight;
                }
                for (i = 0; i < weights[film].length; i++) {
                    weights[film][i] /= (float) Math.sqrt(Math.max(squares, 1e-12));
                }
            }
            return inverted(terms, weights, holders);
        }

        private static Terms inverted(int[][] terms, float[][] weights, List<Integer> holders) {
            int[][] films = new int[holders.size()][];
            float[][] filmWeights = new float[holders.size()][];
            for (int term = 0; term < films.length; term++) {
                films[term] = new int[holders.get(term)];
                filmWeights[term] = new float[films[term].length];
            }
            int[] filled = new int[films.length];
            for (int film = 0; film < terms.length; film++) {
                for (int i = 0; i < terms[film].length; i++) {
                    int term = terms[film][i];
                    films[term][filled[term]] = film;
                    filmWeights[term][filled[term]++] = weights[film][i];
                }
            }
            return new Terms(terms, weights, films, filmWeights);
        }

        @Override
        public float[] scores(Query query) {
            Map<Integer, Float> profile = new LinkedHashMap<>();
            for (int film : query.history()) {
                for (int i = 0; i < terms[film].length; i++) {
                    profile.merge(terms[film][i], weights[film][i], Float::sum);
                }
            }
            double squares = 0;
            for (float weight : profile.values()) {
                squares += weight * weight;
            }
            float scale = (float) (1 / Math.sqrt(Math.max(squares, 1e-12)));
            float[] scores = new float[terms.length];
            profile.forEach((term, weight) -> {
                for (int i = 0; i < films[term].length; i++) {
                    scores[films[term][i]] += scale * weight * filmWeights[term][i];
                }
            });
            return scores;
        }

        @Override
        public long bytes() {
            long entries = 0;
            for (int[] each : terms) {
                entries += each.length;
            }
            return 16 * entries;
        }

        @Override
        public boolean reachesColdFilms() {
            return true;
        }
    }
}
