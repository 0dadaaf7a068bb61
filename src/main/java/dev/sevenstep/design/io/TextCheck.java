package dev.sevenstep.design.io;

import java.util.Optional;

/**
 * Finds texts that no person writes and that no screen can lay out: thousands of marks on one letter, of turns of the writing
 * direction, or any number of the characters that command such turns. JavaFX takes time with the square of the first two and
 * fails on the third ({@code HostileDesignsTest}).
 */
final class TextCheck {
    /** Marks on one letter; Vietnamese needs two, Hebrew four, Tibetan eight. */
    private static final int MARKS = 50;
    /** Changes between left-to-right and right-to-left, as between words of English and Arabic. */
    private static final int TURNS = 2_000;
    /** Characters that embed, override or isolate a direction. */
    private static final int COMMANDS = 100;
    /** Below this, characters are Latin and neither mark nor turn. */
    private static final char FIRST_OTHER = 0x300;

    private TextCheck() {
    }

    /** What is wrong with a text, as the end of a sentence; empty for an ordinary one. */
    static Optional<String> fault(String text) {
        int marks = 0;
        int turns = 0;
        int commands = 0;
        boolean rightToLeft = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = c < FIRST_OTHER ? Character.OTHER_LETTER : Character.getType(c);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            marks = mark ? marks + 1 : 0;
            if (isCommand(c)) {
                commands++;
            } else if (Character.isLetter(c)) {
                boolean now = c >= FIRST_OTHER && isRightToLeft(c);
                turns += now == rightToLeft ? 0 : 1;
                rightToLeft = now;
            }
            if (marks > MARKS) {
                return Optional.of("a text with more than " + MARKS + " marks on one letter");
            }
            if (turns > TURNS || commands > COMMANDS) {
                return Optional.of("a text that turns its writing direction more often than any text does");
            }
        }
        return Optional.empty();
    }

    private static boolean isCommand(char c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean isRightToLeft(char c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
