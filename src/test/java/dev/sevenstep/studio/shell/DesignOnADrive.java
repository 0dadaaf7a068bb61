package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.design.io.TroubledDisk;
import dev.sevenstep.studio.document.DocumentSession;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;

/** As {@link ShellWindow}, with a design in a folder of its own that a test makes trouble for. */
@SuppressWarnings("NullAway.Init")
abstract class DesignOnADrive extends ShellWindow {
    final Design saved = Samples.open("card-fraud");
    Path drive;
    Path file;
    TroubledDisk disk;

    @BeforeEach
    final void aDesignOnADriveOfItsOwn() throws Exception {
        drive = Files.createDirectory(folder.resolve("drive"));
        file = drive.resolve("fraud.json");
        DesignFile.save(saved, file);
        disk = new TroubledDisk(drive);
    }

    final void begin(FxRobot robot) {
        robot.interact(() -> window = new ShellFixture(stage, folder.resolve("config"), 1000, 760, disk));
        window.settle();
        robot.interact(() -> window.open(file));
        window.settle();
    }

    final DocumentSession session() {
        return window.shown().session();
    }

    final void answer(FxRobot robot, String id) {
        robot.interact(() -> ((Button) window.shell.lookup(id)).fire());
        window.settle();
    }
}
