package dev.sevenstep.studio.outline;

/** Numbers of things in words. */
final class Counts {
    private Counts() {
    }

    /** "1 link", "3 links". */
    static String of(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
