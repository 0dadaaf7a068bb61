package dev.sevenstep.exchange;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Guesses the kind of a box from what stands on it. It looks, in this order, for
 * <ol>
 * <li>a kind whose name or alias is the whole title: certain;
 * <li>names and aliases within the title: likely. The longest wins; among equals the one that stands last, because in English the
 * last noun says what a thing is ("ranking feature store"), and what comes before "for", "of" or a bracket goes first;
 * <li>aliases within the words for the shape ("cylinder", "aws s3"): a guess;
 * <li>words that a title shares with names and helps, weighed by how few kinds use them: a guess.
 * </ol>
 * The title of the area around the box decides between equals when it names a step.
 */
final class KindGuesser {
    /** Half of what a word that only one kind uses weighs in a name. */
    private static final double LEAST_WEIGHT = 0.5;
    private static final double IN_NAME = 1;
    private static final double IN_HELP = 0.5;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> spread = new HashMap<>();

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    private record Entry(int order, Kind kind, Set<String> name, Set<String> help) {}

    private record Phrase(Entry entry, String text, List<String> words) {}

    private record Hit(Phrase phrase, int place) {
        Kind kind() {
            return phrase.entry().kind();
        }
    }

    KindGuesser(Catalogue catalogue) {
        for (Kind kind : catalogue.kinds()) {
            Entry entry = new Entry(entries.size(), kind, new HashSet<>(), new HashSet<>(Words.of(kind.help())));
            entries.add(entry);
            phrase(entry, kind.name(), Words.of(kind.name()));
            phrase(entry, kind.name(), Words.of(kind.id()));
            kind.aliases().forEach(alias -> phrase(entry, alias, Words.of(alias)));
            Set<String> all = new HashSet<>(entry.name());
            all.addAll(entry.help());
            all.forEach(word -> spread.merge(word, 1, Integer::sum));
        }
    }

    private void phrase(Entry entry, String text, List<String> words) {
        entry.name().addAll(words);
        byFirstWord.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(new Phrase(entry, text, words));
    }

    /**
     * @param shape words for the form of the shape; may be empty
     * @param area title of the frame around it; may be empty
     * @return empty when nothing points to any kind
     */
    Optional<Guess> guess(String title, String shape, String area) {
        List<String> words = Words.of(title);
        Optional<Step> step = step(area);
        Optional<Hit> named = longest(words, step).filter(hit -> hit.phrase().words().size() == words.size())
                .or(() -> longest(Words.head(title), step)).or(() -> longest(words, step));
        if (named.isPresent()) {
            Hit hit = named.get();
            boolean whole = hit.phrase().words().size() == words.size();
            String name = hit.kind().name();
            boolean own = hit.phrase().text().equals(name);
            String why = own
                    ? whole ? "the name of the kind" : "has “" + name + "” in it"
                    : "“" + hit.phrase().text() + "” is another word for it";
            return Optional.of(new Guess(hit.kind().id(), whole ? Confidence.CERTAIN : Confidence.LIKELY, why));
        }
        Optional<Hit> formed = longest(Words.of(shape), step);
        if (formed.isPresent()) {
            return Optional.of(new Guess(formed.get().kind().id(), Confidence.GUESS,
                    "the shape: " + formed.get().phrase().text()));
        }
        return shared(words, step);
    }

    /** The step that a title names, such as "Serving" or "3 Features". */
    static Optional<Step> step(String area) {
        List<String> words = Words.of(area);
        for (Step step : Step.values()) {
            for (String name : List.of(step.id(), step.shortName(), step.fullName())) {
                List<String> wanted = Words.of(name);
                if (Words.lastIndexOf(words, wanted) >= 0) {
                    return Optional.of(step);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Hit> longest(List<String> words, Optional<Step> step) {
        List<Hit> hits = new ArrayList<>();
        for (String word : new HashSet<>(words)) {
            for (Phrase phrase : byFirstWord.getOrDefault(word, List.of())) {
                int place = Words.lastIndexOf(words, phrase.words());
                if (place >= 0) {
                    hits.add(new Hit(phrase, place));
                }
            }
        }
        return hits.stream().max(Comparator.comparingInt((Hit hit) -> hit.phrase().words().size())
                .thenComparingInt(hit -> hit.place() + hit.phrase().words().size())
                .thenComparing(hit -> step.isPresent() && hit.kind().step() == step.get())
                .thenComparingInt(hit -> -hit.phrase().entry().order()));
    }

    private Optional<Guess> shared(List<String> words, Optional<Step> step) {
        double best = LEAST_WEIGHT;
        Optional<Guess> guess = Optional.empty();
        for (Entry entry : entries) {
            double weight = 0;
            List<String> common = new ArrayList<>();
            for (String word : new HashSet<>(words)) {
                double part = entry.name().contains(word) ? IN_NAME : entry.help().contains(word) ? IN_HELP : 0;
                if (part > 0 && word.length() > 2) {
                    weight += part / Math.sqrt(spread.getOrDefault(word, 1));
                    common.add(word);
                }
            }
            if (step.isPresent() && entry.kind().step() == step.get()) {
                weight *= 1.25;
            }
            if (weight >= best && (weight > best || guess.isEmpty())) {
                best = weight;
                common.sort(Comparator.naturalOrder());
                guess = Optional.of(new Guess(entry.kind().id(), Confidence.GUESS,
                        "“" + String.join("”, “", common) + "” stands in its name or help"));
            }
        }
        return guess;
    }
}
