package dev.sevenstep.studio.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The content of one window: its documents as tabs, each a shell of its own with its own history, selection and view. One is
 * shown, or two side by side; keys go to the one that was used last.
 */
final class Workspace extends BorderPane {
    private static final PseudoClass IN_HAND = PseudoClass.getPseudoClass("in-hand");

    private final Workspaces all;
    private final TabStrip strip;
    private final DragHint hint = new DragHint();
    private final List<Shell> shells = new ArrayList<>();
    /** From left to right. */
    private List<Shell> shown = List.of();
    private Optional<Shell> current = Optional.empty();

    Workspace(Workspaces all) {
        this.all = all;
        strip = new TabStrip(this, all);
        getStyleClass().add("workspace");
        getStylesheets().add(Shell.sheet());
        setTop(strip);
        getChildren().add(hint);
        FileDrop.install(strip, () -> current.map(Shell::drop));
        CardDrag drag = new CardDrag(this, all);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, drag::over);
        addEventFilter(MouseEvent.MOUSE_RELEASED, drag::drop);
        addEventFilter(KeyEvent.KEY_PRESSED, drag::key);
        addEventFilter(KeyEvent.KEY_RELEASED, drag::key);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() instanceof Node node) {
                use(node);
            }
        });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::use);
    }

    /** In the order of their tabs. */
    List<Shell> shells() {
        return List.copyOf(shells);
    }

    /** The document that keys go to. */
    Optional<Shell> current() {
        return current;
    }

    /** The documents that are seen, from left to right. */
    List<Shell> shown() {
        return shown;
    }

    boolean isSideBySide() {
        return shown.size() > 1;
    }

    Stage stage() {
        return (Stage) getScene().getWindow();
    }

    /** Adds a tab at the end, behind the others. */
    void add(Shell shell) {
        shells.add(shell);
        strip.refresh();
    }

    /** Takes a tab out, as when it is closed or goes to another window. */
    void remove(Shell shell) {
        int place = shells.indexOf(shell);
        shells.remove(shell);
        List<Shell> left = shown.stream().filter(other -> other != shell).toList();
        if (shells.isEmpty()) {
            current = Optional.empty();
            show(List.of());
        } else if (left.isEmpty()) {
            select(shells.get(Math.min(place, shells.size() - 1)));
        } else if (left.size() < shown.size()) {
            current = Optional.of(left.getFirst());
            show(left);
            select(left.getFirst());
        } else {
            strip.refresh();
        }
    }

    /** Shows a tab, in the place of the one in hand unless it is seen already, and gives it the keyboard. */
    void select(Shell shell) {
        bring(shell);
        shell.focusView();
    }

    /** As {@link #select}, leaving the keyboard where it is. */
    void bring(Shell shell) {
        List<Shell> next = new ArrayList<>(shown);
        if (!next.contains(shell)) {
            current.filter(next::contains).ifPresentOrElse(before -> next.set(next.indexOf(before), shell),
                    () -> next.add(shell));
        }
        current = Optional.of(shell);
        show(next);
        shell.focused();
    }

    /** Shows a tab to the right of the one in hand. */
    void showBeside(Shell shell) {
        current.filter(left -> left != shell).ifPresent(left -> {
            current = Optional.of(shell);
            show(List.of(left, shell));
            select(shell);
        });
    }

    /** From one to two, the next tab beside the one in hand; from two to the one in hand. */
    void toggleSideBySide() {
        current.ifPresent(shell -> {
            if (isSideBySide()) {
                show(List.of(shell));
                select(shell);
            } else if (shells.size() > 1) {
                showBeside(shells.get((shells.indexOf(shell) + 1) % shells.size()));
            }
        });
    }

    /** @param step 1 for the tab to the right, −1 to the left, round the ends */
    void selectNext(int step) {
        current.ifPresent(shell -> select(shells.get(Math.floorMod(shells.indexOf(shell) + step, shells.size()))));
    }

    /** Moves a tab by some places, as far as there are any. */
    void shift(Shell shell, int places) {
        int from = shells.indexOf(shell);
        int to = Math.clamp(from + places, 0, shells.size() - 1);
        Collections.rotate(shells.subList(Math.min(from, to), Math.max(from, to) + 1), from < to ? -1 : 1);
        strip.refresh();
        all.remember();
    }

    private void show(List<Shell> next) {
        boolean resized = shown.size() != next.size() && shown.size() + next.size() == 3;
        shown = List.copyOf(next);
        if (next.isEmpty()) {
            setCenter(null);
        } else if (next.size() == 1) {
            setCenter(next.getFirst());
        } else if (!(getCenter() instanceof SplitPane split && split.getItems().equals(next))) {
            SplitPane split = getCenter() instanceof SplitPane there ? there : new SplitPane();
            split.getStyleClass().add("side-by-side");
            setCenter(split);
            split.getItems().setAll(next);
            split.setDividerPosition(0, 0.5);
        }
        shells.forEach(shell -> shell.setBeside(next.size() > 1 && next.contains(shell)));
        if (resized) {
            applyCss();
            layout();
            next.forEach(Shell::fit);
        }
        markInHand();
    }

    private void markInHand() {
        shells.forEach(shell -> shell.pseudoClassStateChanged(IN_HAND,
                isSideBySide() && current.filter(shell::equals).isPresent()));
        strip.refresh();
        current.ifPresent(shell -> {
            if (getScene() != null && getScene().getWindow() instanceof Stage stage) {
                stage.titleProperty().bind(shell.titleProperty());
            }
        });
        all.remember();
    }

    /** The side that is pressed or gets the focus is the one in hand. */
    private void use(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Shell shell && shown.contains(shell)) {
                if (current.filter(shell::equals).isEmpty()) {
                    current = Optional.of(shell);
                    markInHand();
                }
                return;
            }
        }
    }

    /** The document whose tab is at a place of the screen. */
    Optional<Shell> tabAt(double screenX, double screenY) {
        return strip.at(screenX, screenY);
    }

    /** The document that is seen at a place of the screen. */
    Optional<Shell> shownAt(double screenX, double screenY) {
        return shown.stream().filter(shell -> within(shell, screenX, screenY)).findFirst();
    }

    /** Says here what releasing what is dragged will do. */
    DragHint hint() {
        return hint;
    }

    /** Marks the tab that would take what is being dragged. */
    void markReceiving(Optional<Shell> target) {
        strip.markReceiving(target);
    }

    static boolean within(Node node, double screenX, double screenY) {
        Point2D local = node.screenToLocal(screenX, screenY);
        return local != null && node.getLayoutBounds().contains(local);
    }
}
