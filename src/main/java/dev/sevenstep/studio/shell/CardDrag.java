package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;

/**
 * Cards dragged out of one document onto another: onto its tab, its half of the window, its window. They are copied, with the
 * links between them, as one step of the other's history; in their own document they go back to where they were.
 */
final class CardDrag {
    /** Where dragged cards would land: in a document, at a place of its window where the document is seen. */
    private record Landing(Workspace workspace, Shell shell, Optional<Point2D> scenePlace) {}

    private final Workspace from;
    private final Workspaces all;
    private Optional<Landing> last = Optional.empty();

    CardDrag(Workspace from, Workspaces all) {
        this.from = from;
        this.all = all;
    }

    /** The pointer moves with a button down. */
    void over(MouseEvent event) {
        mark(landing(event));
    }

    /** The button is released. */
    void drop(MouseEvent event) {
        Optional<Landing> landing = landing(event);
        mark(Optional.empty());
        landing.ifPresent(place -> from.current().ifPresent(shell -> {
            Optional<Design> cards = shell.carried();
            shell.putBack();
            place.workspace().select(place.shell());
            cards.ifPresent(copies -> place.shell().receive(copies, place.scenePlace()));
        }));
    }

    private Optional<Landing> landing(MouseEvent event) {
        return from.current().filter(shell -> shell.carried().isPresent())
                .flatMap(shell -> at(shell, event.getScreenX(), event.getScreenY()));
    }

    private Optional<Landing> at(Shell source, double x, double y) {
        for (Workspace workspace : all.windows()) {
            Optional<Shell> tab = workspace.tabAt(x, y);
            if (tab.isPresent()) {
                return tab.filter(shell -> shell != source)
                        .map(shell -> new Landing(workspace, shell, Optional.empty()));
            }
        }
        // What lies under the window that the drag began in is not seen.
        if (Workspace.within(from, x, y)) {
            return in(from, source, x, y);
        }
        return all.windows().stream().flatMap(workspace -> in(workspace, source, x, y).stream()).findFirst();
    }

    private static Optional<Landing> in(Workspace workspace, Shell source, double x, double y) {
        return workspace.shownAt(x, y).filter(shell -> shell != source).map(
                shell -> new Landing(workspace, shell,
                        Optional.of(workspace.localToScene(workspace.screenToLocal(x, y)))));
    }

    private void mark(Optional<Landing> landing) {
        last.filter(before -> landing.filter(now -> now.shell() == before.shell()).isEmpty())
                .ifPresent(before -> before.shell().expect(0, Optional.empty()));
        landing.ifPresent(now -> now.shell().expect(
                from.current().flatMap(Shell::carried).map(cards -> cards.components().size() + cards.notes().size())
                        .orElse(0),
                now.scenePlace()));
        if (last.isPresent() || landing.isPresent()) {
            all.windows().forEach(workspace -> workspace.markReceiving(landing.map(Landing::shell)));
        }
        from.current().ifPresent(shell -> shell.setAway(landing.isPresent()));
        last = landing;
    }
}
