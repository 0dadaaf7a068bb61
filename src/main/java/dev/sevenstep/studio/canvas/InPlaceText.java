package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.LinkMarks;
import dev.sevenstep.design.layout.Point;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A line of text that can be edited where it stands on the canvas.
 *
 * @param name for screen readers
 * @param place in canvas units
 * @param keep gets the new text, without spaces around it, when it is another one
 * @param done called when the edit has ended by a key, to give the focus back
 */
record InPlaceText(String name, String text, Bounds place, Consumer<String> keep, Runnable done) {
    private static final double HEIGHT = 26;

    /** The title of a card or group or the label of a link, as it is shown now; empty for anything else. */
    static Optional<InPlaceText> of(Editor editor, String id) {
        Shown shown = editor.board().shown();
        return shown.design().components().get(id).flatMap(card -> title(editor, card))
                .or(() -> shown.design().groups().get(id).map(group -> title(editor, group)))
                .or(() -> shown.design().links().get(id).map(link -> label(editor, shown, link)));
    }

    private static Optional<InPlaceText> title(Editor editor, Component card) {
        return editor.board().card(card.id()).map(node -> new InPlaceText("Title of the component", card.title(),
                node.titleBounds().movedBy(node.getLayoutX(), node.getLayoutY()), named(editor, card.id()),
                node::requestFocus));
    }

    private static InPlaceText title(Editor editor, Group group) {
        return new InPlaceText("Title of the group", group.title(),
                new Bounds(group.x() + 4, group.y(), Math.min(group.width() - 8, 280), HEIGHT),
                named(editor, group.id()), editor::focusCanvas);
    }

    /** A title cannot be emptied. */
    private static Consumer<String> named(Editor editor, String id) {
        return title -> {
            if (!title.isEmpty()) {
                editor.session().apply(Edits.rename(id, title));
            }
        };
    }

    private static InPlaceText label(Editor editor, Shown shown, Link link) {
        List<Point> route = shown.route(link.id());
        Point middle = route.size() < 2 ? new Point(0, 0) : LinkMarks.middle(route);
        Bounds label = shown.labels().getOrDefault(link.id(), new Bounds(middle.x() - 70, middle.y(), 140, 0));
        return new InPlaceText("Label of the link", link.label(),
                new Bounds(label.x() - 6, label.centerY() - HEIGHT / 2, Math.max(140, label.width() + 12), HEIGHT),
                text -> editor.session().apply(Edits.setLinkLabel(link.id(), text)), editor::focusCanvas);
    }
}
