package dev.sevenstep.studio.shell;

import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.command.Menu;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * All windows with their tabs. A tab is a whole shell with its own session, which can move to another window; documents know
 * each other only as far as {@link Desk} goes.
 */
public final class Workspaces implements AutoCloseable {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double BESIDE = 32;
    private static final int MOST_CLOSED = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ShellContext context;
    private final Runnable exit;
    private final FirstProgram program;
    private final List<Workspace> open = new ArrayList<>();
    /** Files of closed tabs, the last one first. */
    private final Deque<Path> closed = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canReopen = new ReadOnlyBooleanWrapper(this, "canReopen");
    /** Off while tabs come and go that the user neither opened nor closed. */
    private boolean remembering;

    /**
     * @param exit ends the program; called when the last window is closed and nothing would be lost
     */
    public Workspaces(ShellContext context, Runnable exit) {
        this.context = context;
        this.exit = exit;
        program = new FirstProgram(context.settings().folder());
        context.settings().onTrouble(this::notRemembered);
    }

    private void notRemembered(DesignFileException problem) {
        open.stream().findFirst().flatMap(Workspace::current).ifPresent(shell -> shell.documents().warn(
                Banners.About.SETTINGS, "Settings are not being kept", "In " + context.settings().folder() + ": "
                        + Saving.reason(problem)
                        + ". Until that is mended, choices made and files opened now are forgotten "
                        + "when the program ends."));
    }

    /** Fills the first window, with one empty document; the caller shows it. */
    public void start(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        start(stage, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
    }

    /** As {@link #start(Stage)}, with a content of a certain size. */
    Shell start(Stage stage, double width, double height) {
        Workspace workspace = window(stage, width, height);
        Shell shell = shell();
        workspace.add(shell);
        workspace.select(shell);
        return shell;
    }

    /**
     * Opens what the program starts with, and offers what an earlier one left unsaved. Call when the window stands.
     *
     * @param files to open, each in a tab
     */
    public void load(List<Path> files) {
        context.work().run(program::claim, first -> open(files, Optional.empty(), first), _ -> {});
    }

    /**
     * As {@link #load}, with what was open when the program last ended, and the one that was used last in front. Where another
     * program runs, that has these files.
     */
    public void resume() {
        Settings settings = context.settings();
        context.work().run(program::claim, first -> {
            if (!first && !settings.open().isEmpty()) {
                open.getFirst().shells().getFirst().documents()
                        .say("Sevenstep is running already and keeps the designs that are open there.");
            }
            open(first ? settings.open() : List.of(), settings.inHand(), first);
        }, _ -> {});
    }

    /** @param first whether what is open here is what the next start opens */
    private void open(List<Path> files, Optional<Path> front, boolean first) {
        Shell shell = open.getFirst().shells().getFirst();
        shell.load();
        shell.documents().opening().openAtStart(files, () -> {
            front.flatMap(this::holding).ifPresent(this::bringUp);
            remembering = first;
            remember();
            shell.documents().recoveries().look();
        });
    }

    /** Another program may be the first from now on, and keep the list of open files. */
    @Override
    public void close() {
        remembering = false;
        program.close();
    }

    private Workspace window(Stage stage, double width, double height) {
        Workspace workspace = new Workspace(this);
        Scene scene = new Scene(workspace, width, height);
        context.theme().install(scene);
        Commands.install(scene, () -> workspace.current().map(Shell::commands));
        stage.setScene(scene);
        // At 350 % a large screen is 548 by 308 of these.
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(900, screen.getWidth()));
        stage.setMinHeight(Math.min(560, screen.getHeight()));
        stage.setOnCloseRequest(event -> {
            event.consume();
            ifClosable(workspace.shells(), () -> close(workspace));
        });
        stage.focusedProperty().subscribe(focused -> {
            if (focused) {
                workspace.current().ifPresent(Shell::focused);
                remember();
            }
        });
        open.add(workspace);
        return workspace;
    }

    private Shell shell() {
        Shell shell = new Shell(context, Place::new);
        shell.commands().register(commands(shell));
        shell.session().pathProperty().subscribe(_ -> remember());
        return shell;
    }

    private Command[] commands(Shell shell) {
        return new Command[]{
                Command.of("tab.new", "New tab", "ci-new-tab", Menu.FILE, () -> newTab(of(shell))).on("Shortcut+T"),
                Command.of("tab.close", "Close tab", "ci-close", Menu.FILE, () -> close(shell)).on("Shortcut+W"),
                Command.of("tab.reopen", "Reopen closed tab", "ci-reset", Menu.FILE, () -> reopen(shell))
                        .on("Shortcut+Shift+T").when(canReopen.getReadOnlyProperty()),
                Command.of("window.new", "New window", "ci-launch", Menu.FILE, () -> newWindow(shell(), of(shell)))
                        .on("Shortcut+Shift+N"),
                Command.of("tab.move", "Open in a new window", "ci-popup", Menu.FILE, () -> move(shell)),
                Command.of("tab.beside", "Two tabs side by side", "ci-split-screen", Menu.VIEW, () -> beside(shell))
                        .on("Shortcut+Shift+D"),
                Command.of("tab.next", "Next tab", "ci-arrow-right", Menu.VIEW, () -> of(shell).selectNext(1))
                        .on("Ctrl+Tab"),
                Command.of("tab.previous", "Previous tab", "ci-arrow-left", Menu.VIEW, () -> of(shell).selectNext(-1))
                        .on("Ctrl+Shift+Tab"),
                Command.of("tab.left", "Move tab to the left", "ci-arrow-left", Menu.VIEW,
                        () -> of(shell).shift(shell, -1))
                        .on("Ctrl+Shift+Page Up"),
                Command.of("tab.right", "Move tab to the right", "ci-arrow-right", Menu.VIEW,
                        () -> of(shell).shift(shell, 1)).on("Ctrl+Shift+Page Down")};
    }

    /** The windows, the first one first. */
    List<Workspace> windows() {
        return List.copyOf(open);
    }

    Shell newTab(Workspace workspace) {
        Shell shell = added(workspace);
        workspace.select(shell);
        return shell;
    }

    private Shell added(Workspace workspace) {
        Shell shell = shell();
        workspace.add(shell);
        shell.load();
        return shell;
    }

    private void newWindow(Shell shell, Workspace near) {
        Stage stage = new Stage();
        Workspace workspace = window(stage, near.getWidth(), near.getHeight());
        workspace.add(shell);
        workspace.select(shell);
        stage.setX(near.stage().getX() + BESIDE);
        stage.setY(near.stage().getY() + BESIDE);
        stage.show();
        shell.load();
        remember();
    }

    /** The only tab of a window is in a window of its own already. */
    void move(Shell shell) {
        Workspace from = of(shell);
        if (from.shells().size() > 1) {
            from.remove(shell);
            newWindow(shell, from);
        }
    }

    private void beside(Shell shell) {
        Workspace workspace = of(shell);
        if (!workspace.isSideBySide() && workspace.shells().size() == 1) {
            workspace.showBeside(added(workspace));
        } else {
            workspace.toggleSideBySide();
        }
    }

    private void reopen(Shell shell) {
        Path file = closed.poll();
        canReopen.set(!closed.isEmpty());
        if (file != null) {
            shell.documents().open(List.of(file));
        }
    }

    private Workspace of(Shell shell) {
        return open.stream().filter(workspace -> workspace.shells().contains(shell)).findFirst()
                .orElseThrow(() -> new IllegalStateException("the document is in no window"));
    }

    private boolean isOpen(Shell shell) {
        return shells().anyMatch(shell::equals);
    }

    private Stream<Shell> shells() {
        return open.stream().flatMap(workspace -> workspace.shells().stream());
    }

    /** The files of all tabs are those that the next start opens. */
    void remember() {
        if (remembering) {
            Optional<Path> used = open.stream().filter(workspace -> workspace.stage().isFocused()).findFirst()
                    .or(() -> open.stream().findFirst()).flatMap(Workspace::current)
                    .flatMap(shell -> shell.session().path());
            context.settings().setOpen(shells().flatMap(shell -> shell.session().path().stream()).toList(), used);
        }
    }

    private Optional<Shell> holding(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        return shells().filter(shell -> shell.session().path()
                .filter(path -> path.toAbsolutePath().normalize().equals(wanted)).isPresent()).findFirst();
    }

    /** Closes a tab, unless something would be lost and the user thinks better of it. */
    void close(Shell shell) {
        ifClosable(List.of(shell), () -> closeAll(List.of(shell)));
    }

    /** Closes all tabs of a window but one. */
    void closeOthers(Shell kept) {
        List<Shell> others = of(kept).shells().stream().filter(shell -> shell != kept).toList();
        ifClosable(others, () -> closeAll(others));
    }

    private void closeAll(List<Shell> shells) {
        for (Shell shell : shells.stream().filter(this::isOpen).toList()) {
            Workspace workspace = of(shell);
            boolean last = open.size() == 1 && workspace.shells().size() == 1;
            if (last && shell.documents().isUntouched()) {
                leave();
                return;
            }
            if (last) {
                // The window stays for what comes next; closing it once more leaves.
                newTab(workspace);
            }
            shell.session().path().ifPresent(this::keepClosed);
            shell.stop();
            workspace.remove(shell);
            if (workspace.shells().isEmpty()) {
                open.remove(workspace);
                workspace.stage().close();
            }
        }
        remember();
        letGo(shells.stream().map(Shell::letGo), () -> {});
    }

    private void keepClosed(Path file) {
        closed.remove(file);
        closed.addFirst(file);
        while (closed.size() > MOST_CLOSED) {
            closed.removeLast();
        }
        canReopen.set(true);
    }

    /** Closes a window whose documents may be closed; the last one ends the program. */
    private void close(Workspace workspace) {
        if (open.size() == 1) {
            leave();
        } else {
            closeAll(workspace.shells());
        }
    }

    /** Ends the program. What is open now is what the next start opens. */
    private void leave() {
        remember();
        remembering = false;
        shells().forEach(Shell::stop);
        letGo(Stream.concat(Stream.of(context.settings()::writeNow), shells().map(Shell::letGo)), exit);
        // A drive that does not answer keeps nobody here; what is left on it is offered again, no more.
        context.patience().after(PATIENCE, () -> Platform.runLater(exit));
    }

    private void letGo(Stream<Runnable> last, Runnable then) {
        List<Runnable> each = last.toList();
        context.work().run(() -> {
            each.forEach(Runnable::run);
            return each;
        }, _ -> then.run(), _ -> then.run());
    }

    /** Asks about one after the other; nothing is closed before all may be. */
    private void ifClosable(List<Shell> shells, Runnable then) {
        if (shells.isEmpty()) {
            then.run();
            return;
        }
        Shell first = shells.getFirst();
        Runnable next = () -> ifClosable(shells.subList(1, shells.size()), then);
        if (isOpen(first) && first.needsAnswer()) {
            bringUp(first);
            first.ifClosable(next);
        } else {
            next.run();
        }
    }

    private void bringUp(Shell shell) {
        Workspace workspace = of(shell);
        workspace.select(shell);
        if (!workspace.stage().isFocused()) {
            workspace.stage().toFront();
        }
    }

    /** Where one document is among the others. */
    private final class Place implements Desk {
        private final Shell shell;

        Place(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Documents newTab() {
            return added(of(shell)).documents();
        }

        @Override
        public void bringUp() {
            Workspaces.this.bringUp(shell);
        }

        @Override
        public Optional<Documents> holding(Path file) {
            return Workspaces.this.holding(file).map(Shell::documents);
        }

        @Override
        public List<Path> files() {
            return shells().flatMap(each -> each.session().path().stream()).toList();
        }

        @Override
        public void quit() {
            ifClosable(shells().toList(), Workspaces.this::leave);
        }
    }
}
