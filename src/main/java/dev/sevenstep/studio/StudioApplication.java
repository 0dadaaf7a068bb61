package dev.sevenstep.studio;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.ConfigFolder;
import dev.sevenstep.design.io.DesignStore;
import dev.sevenstep.studio.shell.BackgroundWork;

import dev.sevenstep.studio.shell.Settings;
import dev.sevenstep.studio.shell.Shell;
import dev.sevenstep.studio.shell.ShellContext;
import dev.sevenstep.studio.shell.SystemFileDialogs;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.tracking.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window as a program: makes the real services, hands them to the shell, ends everything when it closes. */
public final class StudioApplication extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    /** A start that ends once the window stands, so that starts can be measured. */
    private static final String TRIAL = "sevenstep.trial-start";

    private final BackgroundWork work = new BackgroundWork();

    /**
     * Opens the window and returns when it is closed.
     *
     * @param arguments none, or a design file to open
     */
    public static void open(String... arguments) {
        settings().interfaceSizeProperty().get().apply(System.getProperties());
        Application.launch(StudioApplication.class, arguments);
    }

    private static Settings settings() {
        return new Settings(ConfigFolder.ofUser());
    }

    @Override
    public void start(Stage stage) {
        Clock clock = Clock.systemDefaultZone();
        Settings settings = settings();
        ShellContext context = new ShellContext(CatalogueReader.bundled(), () -> CaseStudies.all(clock), settings,
                new Theme(), new SystemFileDialogs(stage), new DesignStore(ConfigFolder.ofUser(), clock), work::after,
                work, clock,
                file -> getHostServices().showDocument(file.toUri().toString()),
                new RunStore(RunStore.folder(ConfigFolder.ofUser(), System.getenv()), clock, UUID::randomUUID,
                        System.getProperty("user.name", "")));
        Shell shell = new Shell(context, Platform::exit);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(shell, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        shell.install(scene);
        stage.titleProperty().bind(shell.titleProperty());
        // At 350 % a large screen is 548 by 308 of these.
        stage.setMinWidth(Math.min(900, screen.getWidth()));
        stage.setMinHeight(Math.min(560, screen.getHeight()));
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            shell.requestClose();
        });
        if (Boolean.getBoolean(TRIAL)) {
            scene.addPostLayoutPulseListener(() -> Platform.runLater(Platform::exit));
        }
        stage.show();
        List<String> files = getParameters().getUnnamed();
        // After the first frame: the window should stand before anything is read.
        Platform.runLater(() -> {
            shell.load();
            if (!files.isEmpty()) {
                shell.open(Path.of(files.getFirst()));
            }
        });
    }

    @Override
    public void stop() {
        work.close();
    }
}
