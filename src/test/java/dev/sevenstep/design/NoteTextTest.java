package dev.sevenstep.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.NoteText.Span;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NoteTextTest {
    private static List<Span> spans(String line) {
        return NoteText.of(line).lines().getFirst().spans();
    }

    private static Span plain(String text) {
        return new Span(text, false, false, false);
    }

    @Test
    void marksMakeLooks() {
        assertEquals(List.of(plain("a "), new Span("bold", true, false, false), plain(" b "),
                new Span("it", false, true, false), plain(" c "), new Span("x*y", false, false, true)),
                spans("a **bold** b *it* c `x*y`"));
        assertEquals(List.of(new Span("under", false, true, false)), spans("_under_"));
        assertEquals(List.of(new Span("both ", true, false, false), new Span("ways", true, true, false)),
                spans("**both *ways***"));
    }

    @Test
    void whatIsNoMarkStaysAsItIs() {
        for (String text : List.of("4 * 3 * 2", "snake_case_name", "a ** b", "2*", "**", "`open", "```", "*open",
                "a_ b_",
                "", "5,000/s → p99 ≤ 50 ms")) {
            assertEquals(text, NoteText.of(text).plain(), text);
            assertTrue(spans(text).stream().noneMatch(span -> span.bold() || span.italic() || span.code()), text);
        }
        assertEquals("*not*", NoteText.of("\\*not\\*").plain());
    }

    @Test
    void linesCanBePoints() {
        NoteText text = NoteText.of("Ask:\n- one\n* two\n3. three\n\n-four");
        assertEquals(List.of("", "•", "•", "3.", "", ""), text.lines().stream().map(NoteText.Line::marker).toList());
        assertEquals("Ask:\n• one\n• two\n3. three\n\n-four", text.plain());
    }

    @Test
    void anyTextIsUnderstoodAndLosesOnlyMarks() {
        long seed = 20_260_101;
        SplittableRandom random = new SplittableRandom(seed);
        String letters = "ab *_`\\-\n1. ";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder source = new StringBuilder();
            for (int i = random.nextInt(24); i > 0; i--) {
                source.append(letters.charAt(random.nextInt(letters.length())));
            }
            String plain = NoteText.of(source.toString()).plain();
            assertEquals(count(source.toString(), 'a'), count(plain, 'a'), "seed " + seed + ": " + source);
            assertEquals(count(source.toString(), '\n'), count(plain, '\n'), "seed " + seed + ": " + source);
        }
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }
}
