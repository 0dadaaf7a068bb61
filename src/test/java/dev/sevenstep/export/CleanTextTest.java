package dev.sevenstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void whatNoFileMayHoldIsTakenOut() {
        assertEquals("a b", CleanText.line(" a\n\t b\u0000\u0007\u001b "));
        assertEquals("a\nb c", CleanText.block("a\u2028b\tc\u202e\u2066\ufffe\ufdd0\ufeff"));
    }

    @Test
    void halvesOfSurrogatePairsAreReplacedAndWholePairsKept() {
        assertEquals("\ufffd film 🎬 \ufffd", CleanText.line("\ud800 film 🎬 \udc00"));
    }

    @Test
    void otherScriptsStay() {
        assertEquals("日本語 עברית ρ ≤ 0.7", CleanText.line("日本語 עברית ρ ≤ 0.7"));
    }
}
