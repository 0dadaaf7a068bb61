package dev.sevenstep.exchange;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A drawing that has been read, with a guess for each box. Nothing is opened yet; the guesses can still be changed. */
public final class ImportedDrawing {
    private final Sketch sketch;
    private final Map<String, Guess> guesses;
    private final Catalogue catalogue;
    private final Design base;

    /**
     * A box and what it may be.
     *
     * @param id of the box, for {@link #design}
     */
    public record Item(String id, String title, Guess guess) {}

    /**
     * A design made of the drawing.
     *
     * @param remarks what could not be taken over as it was drawn
     */
    public record Opened(Design design, List<String> remarks) {}

    ImportedDrawing(Sketch sketch, Map<String, Guess> guesses, Catalogue catalogue, Design base) {
        this.sketch = sketch;
        this.guesses = guesses;
        this.catalogue = catalogue;
        this.base = base;
    }

    /** The boxes in the order of the drawing. */
    public List<Item> items() {
        return sketch.boxes().stream()
                .map(box -> new Item(box.id(), box.title(),
                        guesses.getOrDefault(box.id(), new Guess(Guess.NOTE, Confidence.GUESS, ""))))
                .toList();
    }

    public int arrows() {
        return sketch.arrows().size();
    }

    public int notes() {
        return sketch.notes().size();
    }

    /** What was not understood, in words. */
    public List<String> leftOut() {
        return sketch.leftOut();
    }

    /** Whether Sevenstep made the drawing, so that nothing needed to be guessed. */
    public boolean isOurs() {
        return sketch.source().isPresent();
    }

    /** The design with the kinds as guessed. */
    public Opened design() {
        return design(Map.of());
    }

    /**
     * @param changed kinds other than those guessed, by id of the box; {@link Guess#NOTE} for a note
     */
    public Opened design(Map<String, String> changed) {
        Map<String, String> kinds = new HashMap<>();
        guesses.forEach((box, guess) -> kinds.put(box, guess.kind()));
        kinds.putAll(changed);
        SketchDesign builder = new SketchDesign(sketch, kinds, catalogue, base);
        Design design = builder.build();
        return new Opened(design, List.copyOf(builder.remarks()));
    }
}
