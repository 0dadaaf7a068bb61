package dev.sevenstep.exchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a title, made alike: lower case, without accents, camel case taken apart, plurals as singulars. */
final class Words {
    private static final Pattern TAIL = Pattern.compile("[(\\[:]|\\b(for|of|from|to|with|in|on|by|at|via|and|per)\\b",
            Pattern.CASE_INSENSITIVE);

    private Words() {
    }

    static List<String> of(String text) {
        String apart = text.replaceAll("(?<=[a-z])(?=[A-Z][a-z])", " ");
        String plain = Normalizer.normalize(apart, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String word : plain.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                words.add(singular(word));
            }
        }
        return words;
    }

    /** What a title is about: the part before a bracket or a word such as "for". */
    static List<String> head(String text) {
        return of(TAIL.split(text, 2)[0]);
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                && !word.endsWith("is");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    /** Where {@code phrase} stands last in {@code words}; -1 when it does not. */
    static int lastIndexOf(List<String> words, List<String> phrase) {
        return phrase.isEmpty() ? -1 : java.util.Collections.lastIndexOfSubList(words, phrase);
    }
}
