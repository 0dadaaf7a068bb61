package dev.sevenstep.studio.shell;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well a typed query fits a text: all its characters must occur in order. Characters at the start of a word and runs of
 * neighbours count most, so that "ep" finds "Export PDF" before "Keep".
 */
final class FuzzyMatch {
    private static final int START_OF_TEXT = 12;
    private static final int START_OF_WORD = 4;
    private static final int NEIGHBOUR = 6;
    private static final int FOUND = 1;

    private FuzzyMatch() {
    }

    /**
     * The score, higher is better; empty when the query does not occur. An empty query fits everything equally.
     */
    static OptionalInt score(String query, String text) {
        String wanted = query.toLowerCase(Locale.ROOT).replace(" ", "");
        String in = text.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return OptionalInt.of(0);
        }
        // best[j]: best score with the characters so far where the last one stands at j.
        int[] best = new int[in.length()];
        boolean[] possible = new boolean[in.length()];
        for (int i = 0; i < wanted.length(); i++) {
            int[] next = new int[in.length()];
            boolean[] nextPossible = new boolean[in.length()];
            int bestBefore = Integer.MIN_VALUE;
            for (int j = 0; j < in.length(); j++) {
                if (in.charAt(j) == wanted.charAt(i)) {
                    int value = FOUND + startBonus(in, j);
                    int chain = Integer.MIN_VALUE;
                    if (i == 0) {
                        chain = value;
                    } else {
                        if (bestBefore > Integer.MIN_VALUE) {
                            chain = bestBefore + value;
                        }
                        if (j > 0 && possible[j - 1]) {
                            chain = Math.max(chain, best[j - 1] + value + NEIGHBOUR);
                        }
                    }
                    if (chain > Integer.MIN_VALUE) {
                        next[j] = chain;
                        nextPossible[j] = true;
                    }
                }
                if (i > 0 && possible[j]) {
                    bestBefore = Math.max(bestBefore, best[j]);
                }
            }
            best = next;
            possible = nextPossible;
        }
        int most = Integer.MIN_VALUE;
        for (int j = 0; j < best.length; j++) {
            if (possible[j]) {
                most = Math.max(most, best[j]);
            }
        }
        // Among equals the shorter text says more of what was typed.
        return most == Integer.MIN_VALUE
                ? OptionalInt.empty()
                : OptionalInt.of(most * 4 - Math.min(in.length() / 4, 60));
    }

    private static int startBonus(String text, int place) {
        if (place == 0) {
            return START_OF_TEXT;
        }
        return Character.isLetterOrDigit(text.charAt(place - 1)) ? 0 : START_OF_WORD;
    }
}
