package dev.sevenstep.design.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = History.ofSaved(Design.empty("d", "Start"));

    @Test
    void anEditThatChangesNothingMakesNoEntry() {
        assertFalse(history.apply(Edits.setTitle("Start")));
        assertFalse(history.canUndo());
        assertFalse(history.isChanged());
    }

    @Test
    void undoGivesBackTheSameDesign() {
        Design start = history.current();
        history.apply(Edits.setTitle("A"));
        Design changed = history.current();
        history.undo();
        assertSame(start, history.current());
        assertEquals(Optional.of("Title the design “A”"), history.redoName());
        history.redo();
        assertSame(changed, history.current());
        assertEquals(Optional.empty(), history.redoName());
    }

    @Test
    void typingInOneFieldIsOneEntry() {
        Optional<String> key = Optional.of("title");
        history.apply(Edits.setTitle("A"), key);
        history.apply(Edits.setTitle("AB"), key);
        history.apply(Edits.setTitle("ABC"), key);
        assertEquals(1, history.entries().size());
        history.closeMerge();
        history.apply(Edits.setTitle("ABCD"), key);
        assertEquals(2, history.entries().size());
        history.undo();
        assertEquals("ABC", history.current().title());
        history.undo();
        assertEquals("Start", history.current().title());
    }

    @Test
    void typingBackWhatWasThereLeavesNoEntry() {
        Optional<String> key = Optional.of("title");
        history.apply(Edits.setTitle("StartX"), key);
        history.apply(Edits.setTitle("Start"), key);
        assertEquals(0, history.entries().size());
        assertFalse(history.isChanged());
    }

    @Test
    void aSaveEndsARunOfMerging() {
        Optional<String> key = Optional.of("title");
        history.apply(Edits.setTitle("A"), key);
        history.markSaved();
        history.apply(Edits.setTitle("AB"), key);
        history.undo();
        assertEquals("A", history.current().title());
        assertFalse(history.isChanged());
    }

    @Test
    void changedMeansDifferentFromWhatWasSaved() {
        history.apply(Edits.setTitle("A"));
        assertTrue(history.isChanged());
        history.markSaved();
        assertFalse(history.isChanged());
        history.undo();
        assertTrue(history.isChanged());
        history.apply(Edits.setTitle("A"));
        assertFalse(history.isChanged(), "the same content as saved, reached by another way");
        assertTrue(History.ofUnsaved(Design.empty("d", "x")).isChanged());
    }

    @Test
    void listenersHearChangesUntilTheyEnd() {
        List<String> heard = new ArrayList<>();
        History.Subscription subscription = history
                .listen((before, after) -> heard.add(before.title() + ">" + after.title()));
        history.apply(Edits.setTitle("A"));
        history.undo();
        history.markSaved();
        subscription.end();
        history.redo();
        assertEquals(List.of("Start>A", "A>Start", "Start>Start"), heard);
    }

    @Test
    void jumpsOnlyWhereEntriesAre() {
        assertThrows(IndexOutOfBoundsException.class, () -> history.jumpTo(1));
        assertThrows(IndexOutOfBoundsException.class, () -> history.jumpTo(-1));
    }

    /** The model is the plain list of all designs and a cursor. */
    @Test
    void behavesAsAListOfDesigns() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            Design start = Design.empty("d", "0");
            History tested = History.ofSaved(start);
            List<Design> model = new ArrayList<>(List.of(start));
            int cursor = 0;
            Design saved = start;
            for (int move = 0; move < 60; move++) {
                String place = "seed " + seed + ", move " + move;
                switch (random.nextInt(6)) {
                    case 0 -> {
                        tested.undo();
                        cursor = Math.max(0, cursor - 1);
                    }
                    case 1 -> {
                        tested.redo();
                        cursor = Math.min(model.size() - 1, cursor + 1);
                    }
                    case 2 -> {
                        cursor = random.nextInt(model.size());
                        tested.jumpTo(cursor);
                    }
                    case 3 -> {
                        tested.markSaved();
                        saved = model.get(cursor);
                    }
                    default -> {
                        String title = Integer.toString(random.nextInt(4));
                        Design after = model.get(cursor).withTitle(title);
                        boolean changes = !after.equals(model.get(cursor));
                        assertEquals(changes, tested.apply(Edits.setTitle(title)), place);
                        if (changes) {
                            model.subList(cursor + 1, model.size()).clear();
                            model.add(after);
                            cursor++;
                        }
                    }
                }
                assertEquals(model.get(cursor), tested.current(), place);
                assertEquals(cursor, tested.position(), place);
                assertEquals(model.size() - 1, tested.entries().size(), place);
                assertEquals(cursor > 0, tested.canUndo(), place);
                assertEquals(cursor < model.size() - 1, tested.canRedo(), place);
                assertEquals(!model.get(cursor).equals(saved), tested.isChanged(), place);
            }
        }
    }
}
