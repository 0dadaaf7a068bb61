package dev.sevenstep.exchange;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A guess for every box of a sketch: what Sevenstep wrote on it; what its title, form and area say ({@link KindGuesser}); what
 * usually stands beside its neighbours; and a note when nothing of that helps.
 */
final class BoxGuesses {
    /** Each round goes one arrow further from what is known. */
    private static final int ROUNDS = 8;
    /** What a link of the sample designs counts beside the mere right to link. */
    private static final int SEEN = 10;

    private final Catalogue catalogue;
    private final Suggestions suggestions;
    private final KindGuesser guesser;
    private final Map<List<String>, Integer> worths = new HashMap<>();

    BoxGuesses(Catalogue catalogue, Suggestions suggestions) {
        this.catalogue = catalogue;
        this.suggestions = suggestions;
        this.guesser = new KindGuesser(catalogue);
    }

    /** Guesses by id of the box, in the order of the sketch. */
    Map<String, Guess> of(Sketch sketch) {
        Map<String, Guess> known = new HashMap<>();
        for (Sketch.Box box : sketch.boxes()) {
            if (!box.mark().kind().isEmpty()) {
                known.put(box.id(), new Guess(box.mark().kind(), Confidence.CERTAIN, "written by Sevenstep"));
            } else {
                guesser.guess(box.title(), box.shape(), box.area()).ifPresent(guess -> known.put(box.id(), guess));
            }
        }
        Map<String, List<Sketch.Arrow>> arrows = new HashMap<>();
        for (Sketch.Arrow arrow : sketch.arrows()) {
            arrows.computeIfAbsent(arrow.from(), _ -> new ArrayList<>()).add(arrow);
            arrows.computeIfAbsent(arrow.to(), _ -> new ArrayList<>()).add(arrow);
        }
        for (int round = 0; round < ROUNDS && known.size() < sketch.boxes().size(); round++) {
            Map<String, Guess> more = new HashMap<>();
            for (Sketch.Box box : sketch.boxes()) {
                if (!known.containsKey(box.id())) {
                    byNeighbours(box, arrows.getOrDefault(box.id(), List.of()), known)
                            .ifPresent(guess -> more.put(box.id(), guess));
                }
            }
            if (more.isEmpty()) {
                break;
            }
            known.putAll(more);
        }
        Map<String, Guess> guesses = new LinkedHashMap<>();
        for (Sketch.Box box : sketch.boxes()) {
            guesses.put(box.id(), known.getOrDefault(box.id(),
                    new Guess(Guess.NOTE, Confidence.GUESS, "no word of it is known")));
        }
        return guesses;
    }

    private Optional<Guess> byNeighbours(Sketch.Box box, List<Sketch.Arrow> arrows, Map<String, Guess> known) {
        Optional<Step> step = KindGuesser.step(box.area());
        int best = 0;
        String neighbour = "";
        Kind found = null;
        for (Kind kind : step.map(catalogue::kinds).orElseGet(catalogue::kinds)) {
            int score = 0;
            String last = "";
            for (Sketch.Arrow arrow : arrows) {
                boolean out = arrow.from().equals(box.id());
                Guess other = known.get(out ? arrow.to() : arrow.from());
                if (other != null && !other.isNote()) {
                    score += out ? worth(kind.id(), other.kind()) : worth(other.kind(), kind.id());
                    last = other.kind();
                }
            }
            if (score > best) {
                best = score;
                found = kind;
                neighbour = last;
            }
        }
        String name = catalogue.kind(neighbour).map(Kind::name).orElse(neighbour);
        return found == null
                ? Optional.empty()
                : Optional.of(new Guess(found.id(), Confidence.GUESS, "stands beside “" + name + "” as it often does"));
    }

    private int worth(String from, String to) {
        return worths.computeIfAbsent(List.of(from, to), _ -> counted(from, to));
    }

    private int counted(String from, String to) {
        for (Link.Kind kind : Link.Kind.values()) {
            if (catalogue.mayLink(kind, from, to).allowed()) {
                return 1 + SEEN * suggestions.count(from, to);
            }
        }
        return 0;
    }
}
