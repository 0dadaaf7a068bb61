package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.LinkCheck;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.edit.LinkEdits;
import dev.sevenstep.design.layout.Point;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind dragged from the palette over the canvas: it lands in its step's frame, or on a link, which it splits. */
final class PaletteDrop {
    private final Editor editor;
    private final EdgePan edge;
    /** What the canvas showed before the first preview: links are aimed at where they were, not where a preview puts them. */
    private @Nullable Shown ground;
    private Optional<String> on = Optional.empty();
    /** Where the pointer was first clear of the edges, in pixels: until then it only comes in and wants to see nothing beyond. */
    private Optional<Point> entered = Optional.empty();
    /** Shows what is held where the pointer is, of the canvas as it is seen now. */
    private Runnable shownAgain = () -> {};

    PaletteDrop(Editor editor) {
        this.editor = editor;
        edge = new EdgePan(editor, () -> shownAgain.run());
    }

    void preview(Kind kind, Point world) {
        Point at = editor.view().toView(world.x(), world.y());
        shownAgain = () -> show(kind, editor.view().toWorld(at.x(), at.y()));
        show(kind, world);
        if (entered.isEmpty() && edge.isClear(at)) {
            entered = Optional.of(at);
        }
        entered.ifPresent(from -> edge.at(at.x(), at.y(), from.x(), from.y()));
    }

    private void show(Kind kind, Point world) {
        if (ground == null) {
            ground = editor.board().shown();
        }
        Component card = editor.newCard(kind, Optional.of(world));
        editor.board().preview(edit(ground, card, world, true).applyTo(editor.session().design()));
        // Where the place is taken it lands elsewhere, so it must be seen.
        editor.board().card(card.id()).ifPresent(node -> node.pseudoClassStateChanged(CardNode.SELECTED, true));
        receiving(kind.step());
    }

    private void receiving(@Nullable Step receiver) {
        for (Step step : Step.values()) {
            editor.board().frame(step).pseudoClassStateChanged(FrameNode.RECEIVING, step == receiver);
        }
    }

    private Edit edit(Shown shown, Component card, Point world, boolean speak) {
        Optional<Link> link = Picker.link(shown, world, editor.view().scale()).flatMap(shown.design().links()::get);
        LinkCheck check = link.map(found -> LinkEdits.mayInsert(editor.session().design(),
                editor.session().catalogue(), found.id(), card)).orElse(new LinkCheck.Allowed());
        if (speak && !link.map(Link::id).equals(on)) {
            on = link.map(Link::id);
            editor.hideMessage();
            link.ifPresent(_ -> editor.showMessage(check.allowed()
                    ? "Release to put it on this link."
                    : check.reason(), world));
        }
        return link.isPresent() && check.allowed()
                ? LinkEdits.insert(editor.session().design(), editor.session().catalogue(), link.get().id(), card)
                : Edits.addComponent(card);
    }

    void drop(Kind kind, Point world) {
        Shown shown = ground == null ? editor.board().shown() : ground;
        edge.end();
        rest();
        Component card = editor.newCard(kind, Optional.of(world));
        editor.addWith(card, edit(shown, card, world, false));
    }

    /** Ends the preview without a trace. */
    void cancel() {
        edge.putBack();
        rest();
    }

    /** Shows nothing until what is held is over the canvas again. */
    void rest() {
        edge.halt();
        entered = Optional.empty();
        ground = null;
        if (on.isPresent()) {
            on = Optional.empty();
            editor.hideMessage();
        }
        editor.board().preview(null);
        receiving(null);
    }
}
