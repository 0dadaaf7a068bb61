package dev.sevenstep.design.io;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.edit.History;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A program at work that {@link KillBenchmark} kills: opens a document, recovers what the last one left behind, then edits all
 * the time and saves now and then, with the threads of the window: one for edits, one that keeps, one that saves. Each state
 * carries its number at the beginning and at the end of the file. Prints {@code R n} for the state it begins with, {@code E n
 * time} for each edit, {@code B n} before a save and {@code S n} after it.
 */
final class KilledProgram {
    private final DesignStore store;
    private final Path file;
    private final Random random;
    private final Catalogue catalogue = CatalogueReader.bundled();
    private final ScheduledExecutorService edits = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService keeping = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService saves = Executors.newSingleThreadScheduledExecutor();
    private final Autosave autosave;
    private History history;
    private ContentHash known;
    private int number;
    private boolean saving;

    private KilledProgram(Path folder, long seed) throws DesignFileException {
        random = new Random(seed);
        store = new DesignStore(folder.resolve("config"), Clock.systemUTC());
        file = folder.resolve("design.json");
        autosave = store.autosave((delay, work) -> keeping.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS),
                problem -> problem.ifPresent(failure -> say("T " + failure.getMessage())));
        DesignFile.Opened opened = DesignFile.open(file);
        known = opened.content();
        history = History.ofSaved(opened.design());
    }

    public static void main(String[] arguments) throws Exception {
        KilledProgram program = new KilledProgram(Path.of(arguments[0]), Long.parseLong(arguments[1]));
        program.recover();
        program.edits.execute(program::edit);
    }

    private static synchronized void say(String line) {
        System.out.println(line);
    }

    private void recover() {
        List<Recovery.Found> found = store.recovery().find(file);
        for (Recovery.Found left : found) {
            if (number(left.design()) > number(history.current())) {
                autosave.adopt(left);
                history.apply(new Edit("Recover", _ -> left.design()));
                keep();
            }
        }
        number = number(history.current());
        say("R " + number);
    }

    /** The number of a state, or -1 when its beginning and its end do not belong together. */
    static int number(Design design) {
        int number = Integer.parseInt(design.summary());
        String end = design.notes().get("end").map(Note::text).orElse("none");
        return end.equals(design.summary()) ? number : -1;
    }

    /** The state of number {@code n} after {@code design}. */
    static Design numbered(Design design, int n) {
        String text = Integer.toString(n);
        return design.withSummary(text)
                .withNotes(design.notes().with(new Note("end", text, 0, 0, 100, 50)));
    }

    private void edit() {
        Design before = history.current();
        number++;
        Design after = numbered(change().applyTo(before), number);
        history.apply(new Edit("Change", _ -> after));
        keep();
        say("E " + number + " " + System.currentTimeMillis());
        if (!saving && random.nextInt(12) == 0) {
            save(after);
        }
        edits.schedule(this::edit, random.nextInt(1, 25), TimeUnit.MILLISECONDS);
    }

    private Edit change() {
        Design design = history.current();
        List<Component> cards = design.components().list();
        Component card = cards.get(random.nextInt(cards.size()));
        if (random.nextInt(4) > 0) {
            return Edits.move(design, Set.of(card.id()), random.nextInt(-50, 50), random.nextInt(-50, 50));
        }
        return cards.size() < 200 || random.nextBoolean()
                ? Edits.addComponent(Edits.newComponent(design, catalogue.kinds().get(random.nextInt(60)),
                        random.nextInt(800), random.nextInt(800)))
                : Edits.delete(design, Set.of(card.id()));
    }

    private void keep() {
        if (history.isChanged()) {
            autosave.edited(history.current(), new Autosave.Place(Optional.of(file), Optional.of(known)));
        } else {
            autosave.clean();
        }
    }

    private void save(Design written) {
        saving = true;
        say("B " + number(written));
        Optional<ContentHash> seen = Optional.of(known);
        saves.execute(() -> {
            autosave.keepNow();
            try {
                if (store.save(written, file,
                        seen) instanceof DesignStore.Saved.Done(ContentHash content, var warning)) {
                    warning.ifPresent(problem -> say("T " + problem.getMessage()));
                    edits.execute(() -> saved(written, content));
                } else {
                    say("T somebody else has saved");
                }
            } catch (DesignFileException e) {
                say("T " + e.getMessage());
            }
        });
    }

    private void saved(Design written, ContentHash content) {
        known = content;
        history.markSaved(written);
        keep();
        saving = false;
        say("S " + number(written));
    }
}
