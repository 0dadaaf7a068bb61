package dev.sevenstep.app;

import dev.sevenstep.cli.Cli;
import dev.sevenstep.cli.Services;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Picks the studio or the command line. */
public final class Main {
    private Main() {
    }

    /** No arguments mean the tour; anything else is a command. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        String[] command = arguments.length > 0 ? arguments : new String[]{"tour", "--out", "sevenstep-tour"};
        // Charts and PDF draw with AWT; without this it looks for a display of its own.
        System.setProperty("java.awt.headless", "true");
        boolean terminal = System.console() != null && System.console().isTerminal();
        System.exit(new Cli(new Services(Clock.systemUTC()), out, err, terminal).run(command));
    }
}
