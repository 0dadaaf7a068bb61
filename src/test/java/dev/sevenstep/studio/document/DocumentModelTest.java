package dev.sevenstep.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.edit.Fragments;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.ContentHash;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document over a thousand moves, against a plain list of all the designs it has been through. */
class DocumentModelTest {
    private static final int MOVES = 1_000;
    private static final int RUNS = 5;

    @TempDir
    private Path folder;

    private final Catalogue catalogue = CatalogueReader.bundled();

    /** What there should be: the designs in order, where one stands, what the file holds. */
    private static final class Model {
        private final List<Design> designs = new ArrayList<>();
        private int at;
        private Design onFile;

        Model(Design start) {
            designs.add(start);
            onFile = start;
        }

        Design now() {
            return designs.get(at);
        }

        void edit(Design after) {
            if (!after.equals(now())) {
                designs.subList(at + 1, designs.size()).clear();
                designs.add(after);
                at++;
            }
        }

        void reopen() {
            designs.clear();
            designs.add(onFile);
            at = 0;
        }
    }

    @Test
    void behavesAsAListOfDesigns() throws Exception {
        long first = Long.getLong("model.seed", 1);
        System.out.println("DocumentModelTest: seeds " + first + " to " + (first + RUNS - 1)
                + " (-Dmodel.seed=N for others)");
        for (long seed = first; seed < first + RUNS; seed++) {
            run(seed);
        }
    }

    private void run(long seed) throws Exception {
        Random random = new Random(seed);
        Path file = folder.resolve(seed + ".json");
        DesignStore store = new DesignStore(folder.resolve("config"), Clock.systemUTC());
        Design start = Design.empty("d" + seed, "Start");
        DocumentSession session = new DocumentSession(catalogue, start);
        DesignStore.Saved.Done begun = assertInstanceOf(DesignStore.Saved.Done.class,
                store.save(start, file, Optional.empty()));
        session.open(start, file, begun.content());
        Model model = new Model(start);
        for (int move = 0; move < MOVES; move++) {
            String place = "seed " + seed + ", move " + move;
            switch (random.nextInt(50)) {
                case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 -> {
                    session.undo();
                    model.at = Math.max(0, model.at - 1);
                }
                case 10, 11, 12, 13, 14, 15 -> {
                    session.redo();
                    model.at = Math.min(model.designs.size() - 1, model.at + 1);
                }
                case 16 -> {
                    ContentHash holds = assertInstanceOf(DesignStore.Saved.Done.class,
                            store.save(session.design(), file, session.content()), place).content();
                    session.saved(session.design(), file, holds);
                    model.onFile = model.now();
                }
                case 17 -> {
                    DesignFile.Opened opened = DesignFile.open(file);
                    session.open(opened.design(), file, opened.content());
                    model.reopen();
                }
                case 18 -> {
                    model.at = random.nextInt(model.designs.size());
                    session.historyProperty().get().jumpTo(model.at);
                }
                default -> {
                    Edit edit = edit(session.design(), random);
                    model.edit(edit.applyTo(model.now()));
                    session.apply(edit);
                }
            }
            assertEquals(model.now(), session.design(), place);
            assertEquals(!model.now().equals(model.onFile), session.isChanged(), place);
            assertEquals(model.at, session.historyProperty().get().position(), place);
            assertEquals(model.designs.size() - 1, session.historyProperty().get().entries().size(), place);
        }
        assertEquals(model.onFile, DesignFile.read(file), "seed " + seed);
    }

    private Edit edit(Design design, Random random) {
        List<Component> cards = design.components().list();
        if (cards.size() < 2 || random.nextInt(4) == 0) {
            Kind kind = catalogue.kinds().get(random.nextInt(catalogue.kinds().size()));
            return Edits.addComponent(Edits.newComponent(design, kind, random.nextInt(900), random.nextInt(700)));
        }
        Component card = cards.get(random.nextInt(cards.size()));
        Component other = cards.get(random.nextInt(cards.size()));
        Set<String> both = new HashSet<>(List.of(card.id(), other.id()));
        return switch (random.nextInt(12)) {
            case 0 -> Edits.delete(design, both);
            case 1 -> Edits.move(design, both, random.nextInt(-99, 99),
                    random.nextInt(-99, 99));
            case 2 -> Edits.rename(card.id(), "Name " + random.nextInt(9));
            case 3 -> Edits.place(design, card.id(), Step.values()[random.nextInt(7)], random.nextInt(500), 0);
            case 4 -> link(design, card, other);
            case 5, 6, 7 -> field(card, random);
            case 8 -> Edits.putNote(new Note("note-" + random.nextInt(4), "text " + random.nextInt(9), 0, 0, 90, 40));
            case 9 -> Edits.putDecision(new Decision("decision-" + random.nextInt(3), card.step(), card.title(), "this",
                    List.of(), "because " + random.nextInt(5), Map.of()));
            case 10 -> Edits.paste(Fragments.shifted(Design.empty("fragment", "")
                    .withComponents(Elements.of(card == other ? List.of(card) : List.of(card, other)))
                    .withLinks(design.links()), 16, 16));
            default -> Edits.setSummary("Summary " + random.nextInt(3));
        };
    }

    private Edit link(Design design, Component from, Component to) {
        List<Link.Kind> possible = catalogue.possibleLinks(design, from.id(), to.id());
        return possible.isEmpty()
                ? Edits.setQuestion("Why not " + from.title() + "?")
                : Edits.addLink(design, catalogue, possible.getFirst(), from.id(), to.id());
    }

    private Edit field(Component card, Random random) {
        List<FieldSpec> fields = catalogue.kind(card.kind()).orElseThrow().fields();
        FieldSpec field = fields.isEmpty() ? null : fields.get(random.nextInt(fields.size()));
        if (field == null || random.nextInt(4) == 0) {
            return field == null ? Edits.setTitle("Title") : Edits.clearField(card.id(), field);
        }
        return Edits.setField(card.id(), field, field.type() == FieldSpec.Type.QUANTITY
                ? new Value.Quantity(random.nextInt(100) / 4.0, field.unit(), Source.ASSUMED)
                : new Value.Text("Text " + random.nextInt(20)));
    }
}
