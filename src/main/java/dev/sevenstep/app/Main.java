package dev.sevenstep.app;

import dev.sevenstep.cli.Cli;
import dev.sevenstep.cli.Services;
import java.io.PrintWriter;
import java.time.Clock;

public final class Main {
    private Main() {
    }

    public static void main(String[] a) {
        System.setProperty("java.awt.headless", "true");
        System.exit(new Cli(new Services(Clock.systemUTC()), new PrintWriter(System.out, true),
                new PrintWriter(System.err, true), false).run(a));
    }
}
