package dev.sevenstep.design.io;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Brings the plain tree of an older file to the present version, one version at a time. A step never changes once released:
 * each is held by a golden file of its version ({@code GoldenFilesTest}).
 */
final class Migrations {
    /** The n-th takes a tree of major version n + 1 to n + 2. */
    private static final List<UnaryOperator<Map<String, Object>>> CHAIN = List.of(Version1::toVersion2);

    private Migrations() {
    }

    static Map<String, Object> toPresent(Map<String, Object> tree) throws DesignFileException {
        int version = version(tree);
        if (version > DesignWriter.MAJOR) {
            throw new DesignFileException("the design", "/version", "it was written by a newer program (format "
                    + version + ", this program knows up to " + DesignWriter.MAJOR + ")",
                    "Open it with a newer Sevenstep. The file was left as it is.");
        }
        Map<String, Object> present = tree;
        for (int from = version; from < DesignWriter.MAJOR; from++) {
            present = CHAIN.get(from - 1).apply(present);
        }
        return present;
    }

    /** The major version: a whole number, or a text such as "2.0". */
    static int version(Map<String, Object> tree) throws DesignFileException {
        if (!DesignWriter.FORMAT.equals(tree.get("format"))) {
            throw TreeParser.noDesign();
        }
        String text = String.valueOf(tree.get("version"));
        if (!text.matches("[1-9][0-9]{0,8}(\\.[0-9]{1,9})?")) {
            throw new DesignFileException("the design", "/version", "the version '" + shortened(text)
                    + "' is not one, such as 2.0", "Repair that place or take the file from a backup.");
        }
        int point = text.indexOf('.');
        return Integer.parseInt(point < 0 ? text : text.substring(0, point));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
