package dev.sevenstep.app;

import dev.sevenstep.cli.Cli;
import dev.sevenstep.cli.Services;
import dev.sevenstep.design.io.ConfigFolder;
import dev.sevenstep.studio.StudioApplication;
import dev.sevenstep.tracking.RunStore;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;

/** Picks the studio or the command line. */
public final class Main {
    private Main() {
    }

    /**
     * Without arguments, or with files, the window opens; anything else is a command. Where no window can be shown, no
     * arguments mean the tour.
     */
    public static void main(String[] arguments) {
        boolean wantsWindow = Arrays.stream(arguments)
                .allMatch(argument -> argument.equals(StudioApplication.CLEAN) || isFile(argument));
        if (wantsWindow && hasDisplay(System.getProperty("os.name", ""), System.getenv())) {
            StudioApplication.open(arguments);
            return;
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        String[] command = arguments;
        if (arguments.length == 0) {
            out.println("There is no display, so here is the tour without a window.");
            command = new String[]{"tour", "--out", "sevenstep-tour"};
        } else if (wantsWindow && arguments.length == 1 && isFile(arguments[0])) {
            out.println("There is no display, so here is the design as text.");
            command = new String[]{"design", "show", arguments[0]};
        }
        // Charts and PDF draw with AWT; without this it looks for a display of its own.
        System.setProperty("java.awt.headless", "true");
        boolean terminal = System.console() != null && System.console().isTerminal();
        System.exit(new Cli(new Services(Clock.systemUTC(),
                RunStore.folder(ConfigFolder.ofUser(), System.getenv()), ConfigFolder.ofUser()), out, err, terminal)
                .run(command));
    }

    private static boolean isFile(String argument) {
        return !argument.startsWith("-") && Files.isRegularFile(Path.of(argument));
    }

    /** On Linux a window needs an X server (Wayland desktops bring one); elsewhere there always is a display. */
    static boolean hasDisplay(String system, Map<String, String> environment) {
        boolean x11 = !system.startsWith("Mac") && !system.startsWith("Windows");
        return !x11 || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
