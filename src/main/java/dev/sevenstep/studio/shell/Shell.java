package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Suggestions;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.exchange.Importer;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.control.ToastHost;
import dev.sevenstep.studio.document.DocumentSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The window's content: header, the view in hand, status line, and what lies over them. */
public final class Shell extends StackPane {
    private final ShellContext context;
    private final DocumentSession session;
    private final Commands commands = new Commands();
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(this, "view", View.HOME);
    private final ObjectProperty<DesignLayout> layout = new SimpleObjectProperty<>(this, "layout",
            DesignLayout.CANVAS);
    private final BooleanProperty beside = new SimpleBooleanProperty(this, "beside");
    private final BorderPane frame = new BorderPane();
    private final Banners banners = new Banners();
    private final Overlay overlay = new Overlay();
    private final ToastHost toasts = new ToastHost();
    private final Dialogs dialogs;
    private final Documents documents;
    private final Keeping keeping;
    private final OutsideChanges outside;
    private final Exports exports;
    private final Imports imports;
    private final HeaderBar header;
    private final PaletteEntries entries;
    private final RunPlace runPlace;
    private final StringBinding name;
    private final FileDrop drop;
    private @Nullable HomeView home;
    private @Nullable DesignView design;
    private boolean loaded;

    /**
     * @param place where this document is among others
     */
    Shell(ShellContext context, Function<Shell, Desk> place) {
        this.context = context;
        Desk desk = place.apply(this);
        session = new DocumentSession(context.catalogue(), Documents.untitled());
        dialogs = new Dialogs(overlay);
        keeping = new Keeping(session, context.store(), context.keeping(), context.patience(),
                trouble -> banners.keeping(trouble, () -> documents().save()));
        documents = new Documents(session, context, dialogs, toasts, banners, keeping, this::show, desk);
        outside = new OutsideChanges(session, context, dialogs, banners, documents::saveAs);
        runPlace = new RunPlace(context, session, commands, toasts, this::show,
                new ReportPages(overlay, context.clock()),
                words -> dialogs.error("The run could not be exported", words));
        exports = new Exports(session, context, overlay, toasts, this::linkedRun);
        imports = new Imports(session, context, documents, overlay);
        commands.register(ShellCommands.of(new Target(desk), documents, exports, imports, session, context.theme()));
        commands.register(new InterfaceSizes(context.settings(), toasts).commands());
        commands.suspendedProperty().bind(overlay.openProperty());
        header = new HeaderBar(commands, session, view, layout);
        entries = new PaletteEntries(context, session, commands, documents, this::goTo);
        name = Bindings.createStringBinding(
                () -> view.get() == View.HOME && documents.isUntouched() ? View.HOME.label() : session.design().title(),
                session.designProperty(), session.changedProperty(), view);
        getStyleClass().add("shell");
        // Side by side with another it has the half that the user gives it.
        setMinWidth(0);
        getStylesheets().add(sheet());
        frame.setTop(new VBox(header, banners));
        frame.setBottom(new StatusBar(session, documents.saving().slowProperty(), context.work(), view));
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        getChildren().addAll(frame, toasts, overlay);
        // A tab behind others makes its views when it is first brought up: twelve open at once, and one is seen.
        sceneProperty().flatMap(_ -> view).subscribe(this::display);
        session.historyProperty().subscribe(_ -> banners.unreadable(session.design().placeholders()));
        DropHint hint = new DropHint();
        getChildren().add(hint);
        drop = new FileDrop(this::open, dialogs::error, hint, commands.suspendedProperty()::get);
        FileDrop.install(this, () -> Optional.of(drop));
    }

    static String sheet() {
        return Objects.requireNonNull(Shell.class.getResource("shell.css"), "shell.css").toExternalForm();
    }

    /** The user comes back to this document, perhaps from another program that has changed the file meanwhile. */
    void focused() {
        outside.look();
    }

    /** Reads what home and command palette list. Call when the window stands: nothing before that needs it. */
    void load() {
        if (!loaded) {
            loaded = true;
            entries.load();
            if (home != null) {
                home.load();
            }
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

    public void show(View wanted) {
        view.set(wanted);
    }

    /** Opens design files, reports with a design inside, drawings of other programs. */
    void open(List<Path> files) {
        List<Path> designs = files.stream().filter(file -> !Importer.reads(file)).toList();
        if (!designs.isEmpty()) {
            documents.open(designs);
        }
        files.stream().filter(Importer::reads).findFirst().ifPresent(imports::open);
    }

    Documents documents() {
        return documents;
    }

    /** What takes files that are dropped here. */
    FileDrop drop() {
        return drop;
    }

    /** What the tab says: the document's title, or that nothing is open yet. */
    ObservableStringValue nameProperty() {
        return name;
    }

    /** Copies of the cards that are being dragged about, if any are. */
    Optional<Design> carried() {
        DesignView shown = design;
        return shown == null ? Optional.empty() : shown.canvas().carried();
    }

    /** While cards dragged from here would land in another document, this one is shown as it was. */
    void setAway(boolean away) {
        if (design != null) {
            design.canvas().setAway(away);
        }
    }

    /** Ends a drag as Esc does. */
    void putBack() {
        designView().canvas().putBack();
    }

    /** Takes copies of another document's cards; {@code name} says in the history what came, and from where. */
    void receive(Design fragment, Optional<Point2D> scenePlace, String name) {
        show(View.DESIGN);
        designView().canvas().receive(fragment, scenePlace, name);
    }

    /** Says something in passing. */
    void say(String text) {
        toasts.show(text);
    }

    /** Whether another document is seen beside this one. */
    void setBeside(boolean now) {
        beside.set(now);
    }

    /** Shows the whole design, as after the window's half has become the whole. */
    void fit() {
        if (design != null) {
            design.canvas().fit();
        }
    }

    /** Gives the keyboard to this document. */
    void focusView() {
        if (overlay.takeFocus()) {
            return;
        }
        Node shown = frame.getCenter();
        if (shown instanceof DesignView made) {
            made.takeFocus();
        } else if (shown != null) {
            shown.requestFocus();
        }
    }

    /** Whether closing this asks something. */
    boolean needsAnswer() {
        return runPlace.isRunning() || session.isChanged() || documents.saving().isRunning();
    }

    /** Goes on at once when closing this loses nothing, else when the user has said what to do. */
    void ifClosable(Runnable then) {
        if (runPlace.isRunning()) {
            dialogs.ask("Stop the run of “" + session.design().title() + "”?",
                    "A case study is still running in this tab. Closing the tab stops it, and its result is lost.",
                    List.of(new Dialogs.Answer("running-stop", "Stop and close", () -> documents.ifSafe(then)),
                            new Dialogs.Answer("running-cancel", "Let it run", () -> {})));
        } else {
            documents.ifSafe(then);
        }
    }

    /** Ends what goes on in the background of this document. */
    void stop() {
        runPlace.stop();
    }

    /** What lets go of unsaved work kept aside; for a background thread. */
    Runnable letGo() {
        return keeping.autosave()::cleanNow;
    }

    private void display(@Nullable View wanted) {
        if (wanted != null) {
            frame.setCenter(switch (wanted) {
                case HOME -> home();
                case DESIGN -> designView();
                case RUN -> runPlace.view();
                case RUNS -> runPlace.runs();
            });
        }
    }

    private HomeView home() {
        HomeView made = home;
        if (made == null) {
            made = new HomeView(context, commands, documents, experiment -> {
                show(View.RUN);
                runPlace.open(experiment);
            });
            home = made;
            if (loaded) {
                made.load();
            }
        }
        return made;
    }

    private DesignView designView() {
        DesignView made = design;
        if (made == null) {
            made = new DesignView(session, layout, context.work().executor(), context.experiments());
            commands.register(made.canvas().commands().toArray(Command[]::new));
            List<Command> tidying = new Tidying(session, made.canvas(), context.work(), toasts).commands();
            commands.register(tidying.toArray(Command[]::new));
            made.canvas().offer(tidying);
            made.canvas().onNotice(toasts::show);
            context.work().run(() -> Suggestions.of(Samples.list().stream().map(Samples.Sample::design).toList()),
                    made.canvas()::suggest, _ -> {});
            made.besideProperty().bind(beside);
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

    /** What commands do to the window. */
    private final class Target implements ShellCommands.Target {
        private final Desk desk;

        Target(Desk desk) {
            this.desk = desk;
        }

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
        public void focusPart(int step) {
            Shell.this.show(View.DESIGN);
            designView().focusPart(step);
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
            desk.quit();
        }
    }
}
