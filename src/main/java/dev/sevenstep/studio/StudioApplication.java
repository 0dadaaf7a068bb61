package dev.sevenstep.studio;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.ConfigFolder;
import dev.sevenstep.design.io.DesignStore;
import dev.sevenstep.studio.shell.BackgroundWork;
import dev.sevenstep.studio.shell.Settings;
import dev.sevenstep.studio.shell.ShellContext;
import dev.sevenstep.studio.shell.SystemFileDialogs;
import dev.sevenstep.studio.shell.Workspaces;
import dev.sevenstep.studio.theme.Theme;
import dev.sevenstep.tracking.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window as a program: makes the real services, hands them to the shell, ends everything when it closes. */
public final class StudioApplication extends Application {
    /** A start that ends once the window stands, so that starts can be measured. */
    private static final String TRIAL = "sevenstep.trial-start";

    /** The argument that leaves closed what was open when the program last ended. */
    public static final String CLEAN = "--clean";

    private final BackgroundWork work = new BackgroundWork();
    /** Read while fonts and style sheets are loaded: it takes a tenth of the start. */
    private final CompletableFuture<Catalogue> catalogue = CompletableFuture.supplyAsync(CatalogueReader::bundled);
    private @Nullable Workspaces workspaces;

    /**
     * Opens the window and returns when it is closed.
     *
     * @param arguments design files to open, each in a tab; none for those that were open last, or with {@link #CLEAN} the
     *     home view
     */
    public static void open(String... arguments) {
        new Settings(ConfigFolder.ofUser()).interfaceSizeProperty().get().apply(System.getProperties());
        Application.launch(StudioApplication.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        Clock clock = Clock.systemDefaultZone();
        Settings settings = new Settings(ConfigFolder.ofUser(), task -> work.after(Duration.ZERO, task),
                Platform::runLater);
        Theme theme = new Theme();
        theme.modeProperty().bindBidirectional(settings.modeProperty());
        ShellContext context = new ShellContext(catalogue.join(), () -> CaseStudies.all(clock), settings,
                theme,
                new SystemFileDialogs(), new DesignStore(ConfigFolder.ofUser(), clock), work::after, work::after, work,
                clock,
                file -> getHostServices().showDocument(file.toUri().toString()),
                new RunStore(RunStore.folder(ConfigFolder.ofUser(), System.getenv()), clock, UUID::randomUUID,
                        System.getProperty("user.name", "")));
        Workspaces all = new Workspaces(context, Platform::exit);
        workspaces = all;
        all.start(stage);
        if (Boolean.getBoolean(TRIAL)) {
            stage.getScene().addPostLayoutPulseListener(() -> Platform.runLater(Platform::exit));
        }
        stage.show();
        List<Path> files = getParameters().getUnnamed().stream().map(Path::of).toList();
        boolean clean = getParameters().getRaw().contains(CLEAN);
        // After the first frame: the window should stand before anything is read.
        Platform.runLater(files.isEmpty() && !clean ? all::resume : () -> all.load(files));
    }

    @Override
    public void stop() {
        if (workspaces != null) {
            workspaces.close();
        }
        work.close();
    }
}
