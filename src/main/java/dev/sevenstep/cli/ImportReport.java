package dev.sevenstep.cli;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Kind;
import dev.sevenstep.exchange.Confidence;
import dev.sevenstep.exchange.Guess;
import dev.sevenstep.exchange.ImportedDrawing;
import dev.sevenstep.pipeline.RunException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an import made of each box of a drawing. */
final class ImportReport {
    private final ImportedDrawing drawing;
    private final Catalogue catalogue;
    private final Map<String, String> changed = new HashMap<>();
    private final ImportedDrawing.Opened opened;

    /**
     * @param wanted kinds other than those guessed, by title of the box; an empty one for a note
     * @throws RunException when there is no such box or kind
     */
    ImportReport(ImportedDrawing drawing, Map<String, String> wanted, Catalogue catalogue) {
        this.drawing = drawing;
        this.catalogue = catalogue;
        wanted.forEach((title, kind) -> {
            if (!kind.isEmpty() && catalogue.kind(kind).isEmpty()) {
                throw new RunException("--kind: there is no kind '" + kind + "'; there are "
                        + String.join(", ", catalogue.kinds().stream().map(Kind::id).toList()));
            }
            List<ImportedDrawing.Item> meant = drawing.items().stream().filter(item -> item.title().equals(title))
                    .toList();
            if (meant.isEmpty()) {
                throw new RunException("--kind: no box of the drawing is called '" + title + "'");
            }
            meant.forEach(item -> changed.put(item.id(), kind));
        });
        opened = drawing.design(changed);
    }

    Design design() {
        return opened.design();
    }

    void print(Console console, boolean json) {
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("items", drawing.items().stream().map(this::entry).toList());
            object.put("links", opened.design().links().size());
            object.put("notes", opened.design().notes().size());
            object.put("remarks", opened.remarks());
            object.put("leftOut", drawing.leftOut());
            console.json(object);
            return;
        }
        List<List<String>> rows = new ArrayList<>(List.of(List.of("Box", "Kind", "Sure", "Because")));
        drawing.items().forEach(item -> {
            Guess guess = guess(item);
            rows.add(List.of(item.title().isEmpty() ? "(no title)" : item.title(), name(guess),
                    guess.confidence().word(),
                    guess.why()));
        });
        new TextTable(rows, true).lines().forEach(console::line);
        opened.remarks().forEach(console::note);
        drawing.leftOut().forEach(what -> console.note("left out: " + what));
        console.note(opened.design().components().size() + " components, " + opened.design().links().size() + " links, "
                + opened.design().notes().size() + " notes");
    }

    private Guess guess(ImportedDrawing.Item item) {
        String kind = changed.get(item.id());
        return kind == null ? item.guess() : new Guess(kind, Confidence.CERTAIN, "you said so");
    }

    private String name(Guess guess) {
        return guess.isNote() ? "(note)" : catalogue.kind(guess.kind()).map(Kind::name).orElse(guess.kind());
    }

    private Map<String, Object> entry(ImportedDrawing.Item item) {
        Guess guess = guess(item);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("title", item.title());
        entry.put("kind", guess.kind());
        entry.put("confidence", guess.confidence().word());
        entry.put("why", guess.why());
        return entry;
    }
}
