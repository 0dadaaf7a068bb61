package dev.sevenstep.design.io;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Validation;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.design.diff.DesignDiff;
import dev.sevenstep.design.diff.Difference;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.LinkRouter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.Arrays;

/**
 * Opens a file as the program does: it must become a design that can be checked, saved and shown, or a message with what is
 * wrong and what to do; opening, saving and showing each within two seconds of work, and the file must stay as it is.
 */
final class OpenCheck {
    /** What a parser says of itself to programmers. */
    static final Pattern JARGON = Pattern.compile("Feature[ .'`]|ALLOW_|Reader|Parser|Source:|\\bUTF8");
    /** Of processor time, so that a machine that is busy with other things fails no test. */
    private static final long LIMIT_NANOS = 2_000_000_000L;

    private final Catalogue catalogue = CatalogueReader.bundled();
    private final Design other = Samples.open("card-fraud");
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Path file;
    private int designs;
    private int refused;
    private long started;

    OpenCheck(Path file) {
        this.file = file;
    }

    int designs() {
        return designs;
    }

    int refused() {
        return refused;
    }

    /**
     * @param shown whether to go on to what the window computes to show the design, which takes longer
     * @throws AssertionError when the file did harm
     */
    void open(byte[] content, boolean shown) throws IOException, DesignFileException {
        Files.write(file, content);
        started = clock.getCurrentThreadCpuTime();
        try {
            if (isDesign(shown)) {
                designs++;
            } else {
                refused++;
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("it ends in " + e, e);
        }
        if (!Arrays.equals(content, Files.readAllBytes(file))) {
            throw new AssertionError("opening changed the file");
        }
    }

    private void checkTime(String what) {
        long nanos = clock.getCurrentThreadCpuTime() - started;
        if (nanos > LIMIT_NANOS) {
            throw new AssertionError(what + " takes " + nanos / 1_000_000 + " ms");
        }
        started = clock.getCurrentThreadCpuTime();
    }

    private boolean isDesign(boolean shown) throws DesignFileException {
        Design design;
        try {
            design = DesignFile.open(file).design();
        } catch (DesignFileException e) {
            if (e.reason().isBlank() || e.advice().isBlank() || e.getMessage().length() > 2_000
                    || JARGON.matcher(e.getMessage()).find()) {
                throw new AssertionError("a message should say what is wrong and what to do: " + e.getMessage());
            }
            checkTime("refusing it");
            return false;
        }
        Validation.of(design, catalogue);
        checkTime("opening it");
        byte[] again = DesignWriter.write(design);
        if (!Arrays.equals(again, DesignWriter.write(DesignReader.read(again)))) {
            throw new AssertionError("it does not come back as it was saved");
        }
        checkTime("saving it");
        if (shown) {
            show(design);
            checkTime("showing it");
        }
        return true;
    }

    private void show(Design design) {
        FrameLayout layout = FrameLayout.of(design);
        LinkRouter.route(design, layout);
        for (Component card : design.components()) {
            ValueText.cardFigures(card, design, catalogue);
            for (Component end : design.components()) {
                catalogue.mayLink(design, Link.Kind.DATA, card.id(), end.id());
            }
        }
        DesignDiff.between(other, design, catalogue).differences().forEach(Difference::words);
    }
}
