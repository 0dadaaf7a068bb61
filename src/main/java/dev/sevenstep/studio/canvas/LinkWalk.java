package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;

/**
 * Along links by keyboard: ] goes to the card that the selected one's link leads to, [ to the one it comes from. Where there are
 * several, a list asks which. From a selected link they go to its ends.
 */
final class LinkWalk {
    private final Editor editor;
    private final LinkChooser chooser;

    LinkWalk(Region surface, Editor editor, LinkChooser chooser) {
        this.editor = editor;
        this.chooser = chooser;
        surface.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            boolean ahead = event.getCharacter().equals("]");
            if ((ahead || event.getCharacter().equals("[")) && !(event.getTarget() instanceof TextInputControl)) {
                go(ahead);
                event.consume();
            }
        });
    }

    /** @param ahead in the direction of the link */
    void go(boolean ahead) {
        Design design = editor.session().design();
        Optional<Link> selectedLink = editor.session().selection().ids().stream().map(design.links()::get)
                .flatMap(Optional::stream).findFirst();
        Optional<String> card = editor.selectedCard();
        if (card.isEmpty()) {
            selectedLink.ifPresent(link -> editor.goTo(ahead ? link.to() : link.from()));
            return;
        }
        List<Link> links = design.links().stream()
                .filter(link -> (ahead ? link.from() : link.to()).equals(card.get())).toList();
        Shown shown = editor.board().shown();
        Bounds box = design.components().get(card.get()).map(shown::bounds).orElse(new Bounds(0, 0, 0, 0));
        Point place = new Point(ahead ? box.right() + 8 : box.x(), ahead ? box.y() : box.bottom() + 8);
        if (links.isEmpty()) {
            editor.showMessage(ahead ? "No link leads on from here." : "No link leads here.", place);
        } else if (links.size() == 1) {
            editor.goTo(other(links.getFirst(), ahead));
        } else {
            chooser.open(links.stream().map(link -> new LinkChooser.Choice(link, title(design, other(link, ahead)),
                    other(link, ahead))).toList(), editor.view().toView(place.x(), place.y()));
        }
    }

    private static String other(Link link, boolean ahead) {
        return ahead ? link.to() : link.from();
    }

    private static String title(Design design, String id) {
        return design.components().get(id).map(Component::title).orElse(id);
    }
}
