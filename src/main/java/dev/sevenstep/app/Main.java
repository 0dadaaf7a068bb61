package dev.sevenstep.app;

/** Picks the studio or the command line. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        System.out.println("Sevenstep");
    }
}
