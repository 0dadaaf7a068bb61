package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {
    private static List<String> ranked(String query, String... texts) {
        return List.of(texts).stream().filter(text -> FuzzyMatch.score(query, text).isPresent())
                .sorted(Comparator.comparingInt((String text) -> FuzzyMatch.score(query, text).orElseThrow())
                        .reversed())
                .toList();
    }

    @Test
    void initialsFindTheirCommandFirst() {
        assertEquals("Export PDF…", ranked("ep", "Keep", "Export PDF…", "Zoom in, step").getFirst());
    }

    @Test
    void lettersMustComeInOrder() {
        assertEquals(OptionalInt.empty(), FuzzyMatch.score("odnu", "Undo"));
        assertTrue(FuzzyMatch.score("und", "Undo").isPresent());
    }

    @Test
    void capitalsAndSpacesDoNotMatter() {
        assertEquals(FuzzyMatch.score("fraudscorer", "Fraud scorer"), FuzzyMatch.score("FRAUD SCORER", "Fraud scorer"));
    }

    @Test
    void aWholeWordBeatsScatteredLetters() {
        assertEquals(List.of("Save", "Show all vertical elements"),
                ranked("save", "Show all vertical elements", "Save"));
    }

    @Test
    void anEmptyQueryFitsEverything() {
        assertEquals(OptionalInt.of(0), FuzzyMatch.score("", "anything"));
        assertEquals(OptionalInt.empty(), FuzzyMatch.score("a", ""));
    }
}
