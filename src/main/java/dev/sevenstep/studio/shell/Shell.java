package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Placeholder;
import dev.sevenstep.design.Suggestions;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.exchange.Importer;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.control.Banner;
import dev.sevenstep.studio.control.ToastHost;
import dev.sevenstep.studio.document.DocumentSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The window's content: header, the view in hand, status line, and what lies over them. */
public final class Shell extends StackPane {
    private final ShellContext context;
    private final DocumentSession session;
    private final Commands commands = new Commands();
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(this, "view", View.HOME);
    private final ObjectProperty<DesignLayout> layout = new SimpleObjectProperty<>(this, "layout",
            DesignLayout.CANVAS);
    private final BorderPane frame = new BorderPane();
    private final Banners banners = new Banners();
    private final Overlay overlay = new Overlay();
    private final ToastHost toasts = new ToastHost();
    private final Documents documents;
    private final Keeping keeping;
    private final OutsideChanges outside;
    private final Exports exports;
    private final Imports imports;
    private final HeaderBar header;
    private final HomeView home;
    private final PaletteEntries entries;
    private final RunPlace runPlace;
    private final Runnable quit;
    private @Nullable DesignView design;
    private boolean loaded;

    /**
     * @param quit ends the program; called when the user wants to leave and nothing would be lost
     */
    public Shell(ShellContext context, Runnable quit) {
        this.context = context;
        this.quit = quit;
        session = new DocumentSession(context.catalogue(), Documents.untitled());
        Dialogs dialogs = new Dialogs(overlay);
        keeping = new Keeping(session, context.store(), context.keeping(), this::showKeeping);
        documents = new Documents(session, context, dialogs, toasts, keeping, this::show);
        outside = new OutsideChanges(session, context, dialogs, banners);
        runPlace = new RunPlace(context, commands, this::show);
        exports = new Exports(session, context, overlay, toasts, this::linkedRun);
        imports = new Imports(session, context, documents, overlay, toasts, this::show);
        commands.register(ShellCommands.of(new Target(), documents, exports, imports, session, context.theme()));
        commands.register(new InterfaceSizes(context.settings(), toasts).commands());
        commands.suspendedProperty().bind(overlay.openProperty());
        header = new HeaderBar(commands, session, view, layout);
        home = new HomeView(context, commands, documents, experiment -> {
            show(View.RUN);
            runPlace.open(experiment);
        });
        entries = new PaletteEntries(context, session, commands, documents, this::goTo);
        getStyleClass().add("shell");
        getStylesheets().add(sheet());
        frame.setTop(new VBox(header, banners));
        frame.setBottom(new StatusBar(session, context.work(), view));
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        getChildren().addAll(frame, toasts, overlay);
        view.subscribe(this::display);
        session.historyProperty().subscribe(_ -> showUnreadable(session.design()));
        context.theme().modeProperty().bindBidirectional(context.settings().modeProperty());
        DropHint hint = new DropHint();
        getChildren().add(hint);
        new FileDrop(new Dropped(dialogs), hint, commands.suspendedProperty()::get).install(this);
    }

    private static String sheet() {
        return Objects.requireNonNull(Shell.class.getResource("shell.css"), "shell.css").toExternalForm();
    }

    /** Lets theme and keys work; call once, with the scene this shell is the root of. */
    public void install(Scene scene) {
        context.theme().install(scene);
        commands.install(scene);
        scene.windowProperty().flatMap(Window::focusedProperty).orElse(false).subscribe(focused -> {
            if (focused) {
                focused();
            }
        });
    }

    /** The user comes back to this window, perhaps from another program that has changed the file meanwhile. */
    void focused() {
        outside.look();
    }

    /** Reads what the home view lists. Call when the window stands: nothing before that needs it. */
    public void load() {
        if (!loaded) {
            loaded = true;
            home.load();
            entries.load();
            documents.recoveries().look();
        }
    }

    /** For the window's title bar: the document's title, with a dot when it has unsaved changes. */
    public ObservableStringValue titleProperty() {
        return Bindings.createStringBinding(
                () -> (session.isChanged() ? "• " : "") + session.design().title() + " – Sevenstep",
                session.designProperty(), session.changedProperty());
    }

    public DocumentSession session() {
        return session;
    }

    public Commands commands() {
        return commands;
    }

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    /** How the design view shows the design. */
    public ObjectProperty<DesignLayout> layoutProperty() {
        return layout;
    }

    public void show(View wanted) {
        view.set(wanted);
    }

    /** Opens a design file, a report with a design inside, or a drawing of another program. */
    public void open(Path file) {
        if (Importer.reads(file)) {
            imports.open(file);
        } else {
            documents.open(file);
        }
    }

    /** Leaves the program, unless the user has changes to save first and thinks better of it. */
    public void requestClose() {
        documents.ifSafe(() -> context.work().run(() -> {
            keeping.autosave().cleanNow();
            return quit;
        }, Runnable::run, _ -> quit.run()));
    }

    private void display(View wanted) {
        Node shown = switch (wanted) {
            case HOME -> home;
            case DESIGN -> designView();
            case RUN -> runPlace.view();
            case RUNS -> runPlace.runs();
        };
        frame.setCenter(shown);
    }

    private DesignView designView() {
        DesignView made = design;
        if (made == null) {
            made = new DesignView(session, layout, context.work().executor());
            commands.register(made.canvas().commands().toArray(Command[]::new));
            commands.register(new Tidying(session, made.canvas(), context.work(), toasts).commands()
                    .toArray(Command[]::new));
            made.canvas().onNotice(toasts::show);
            context.work().run(() -> Suggestions.of(Samples.list().stream().map(Samples.Sample::design).toList()),
                    made.canvas()::suggest, _ -> {});
            design = made;
        }
        return made;
    }

    private void goTo(String componentId) {
        show(View.DESIGN);
        designView().goTo(componentId);
    }

    /** The run whose charts belong in this design's report: the last one of the case it is linked with. */
    private Optional<RunResult> linkedRun() {
        return runPlace.result(session.design().linkedCase());
    }

    private void showUnreadable(Design opened) {
        List<Placeholder> lost = opened.placeholders();
        banners.clear(Banners.About.UNREADABLE);
        if (!lost.isEmpty()) {
            String text = lost.size() == 1
                    ? "One element of this file could not be read: " + lost.getFirst().reason()
                    : lost.size() + " elements of this file could not be read. The first: "
                            + lost.getFirst().reason();
            banners.show(Banners.About.UNREADABLE, Banner.Tone.WARNING, "Part of the design is not shown",
                    text + ". They stay in the file as they were. The inspector lists them when nothing is selected.");
        }
    }

    private void showKeeping(Optional<DesignFileException> problem) {
        problem.ifPresentOrElse(
                failure -> banners.show(Banners.About.KEEPING, Banner.Tone.WARNING,
                        "Unsaved changes are not being kept aside",
                        "If the program ended now, they would be lost. " + failure.getMessage() + " Save soon."),
                () -> banners.clear(Banners.About.KEEPING));
    }

    /** What dropping a file does to the window. */
    private final class Dropped implements FileDrop.Target {
        private final Dialogs dialogs;

        Dropped(Dialogs dialogs) {
            this.dialogs = dialogs;
        }

        @Override
        public void open(Path file) {
            Shell.this.open(file);
        }

        @Override
        public void refuse(String title, String reason) {
            dialogs.error(title, reason);
        }
    }

    /** What commands do to the window. */
    private final class Target implements ShellCommands.Target {
        @Override
        public void show(View wanted) {
            Shell.this.show(wanted);
        }

        @Override
        public void openPalette() {
            CommandPalette palette = new CommandPalette(entries.all(), overlay::close);
            overlay.show(palette, 72, palette.query(), () -> {});
        }

        @Override
        public void openShortcuts() {
            designView();
            ShortcutSheet sheet = new ShortcutSheet(commands, MoreKeys.all(), overlay::close);
            overlay.show(sheet, -1, sheet.closeButton(), () -> {});
        }

        @Override
        public void openMenu() {
            header.openMenu();
        }

        @Override
        public void rename() {
            Shell.this.show(View.DESIGN);
            designView().editTitle();
        }

        @Override
        public void toggleComponents() {
            Shell.this.show(View.DESIGN);
            designView().togglePalette();
        }

        @Override
        public void toggleInspector() {
            Shell.this.show(View.DESIGN);
            designView().toggleInspector();
        }

        @Override
        public void show(DesignLayout wanted) {
            boolean again = view.get() == View.DESIGN && layout.get() == wanted;
            Shell.this.show(View.DESIGN);
            designView();
            layout.set(again ? DesignLayout.CANVAS : wanted);
        }

        @Override
        public void close() {
            requestClose();
        }
    }
}
