package dev.sevenstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void aNarrowTableIsOne() {
        assertEquals(List.of("      a   b", "─────────", "long  1  22"),
                lines(false, List.of("", "a", "b"), List.of("long", "1", "22"))
                        .stream().map(line -> line.startsWith("─") ? "─────────" : line).toList());
    }

    @Test
    void aWideTableOfFiguresStandsInSeveralEachWithTheNames() {
        String wide = "w".repeat(30);
        List<String> lines = lines(false, List.of("", wide, wide, wide), List.of("forest", "1", "2", "3"),
                List.of("tree", "not available: no library"));
        assertTrue(lines.stream().allMatch(line -> line.length() <= TextTable.WIDTH), lines::toString);
        assertEquals(2, lines.stream().filter(line -> line.startsWith("forest")).count());
        assertEquals(1, lines.stream().filter(line -> line.startsWith("tree    not available")).count());
        assertEquals("3", lines.getLast().substring(6).strip());
    }

    @Test
    void theLastColumnOfWordsIsBrokenIntoLines() {
        List<String> lines = lines(true, List.of("Box", "Because"), List.of("Kafka", "word ".repeat(40).strip()));
        assertTrue(lines.stream().allMatch(line -> line.length() <= TextTable.WIDTH), lines::toString);
        assertTrue(lines.getLast().startsWith("       word"), lines::toString);
    }

    @SafeVarargs
    private static List<String> lines(boolean words, List<String>... rows) {
        return new TextTable(List.of(rows), words).lines();
    }
}
