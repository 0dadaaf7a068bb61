package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.List;
import java.util.Optional;

/** Moves components up and down in their step, and to other steps. */
final class Moves {
    private final Outline outline;
    private final DocumentSession session;

    Moves(Outline outline) {
        this.outline = outline;
        session = outline.session();
    }

    /** Swaps a component with the one before (-1) or after (1) it in its step; at the end nothing happens. */
    void within(String id, int by) {
        Design design = session.design();
        Optional<Component> card = design.components().get(id);
        if (card.isEmpty()) {
            return;
        }
        List<String> siblings = design.components().stream().filter(other -> other.step() == card.get().step())
                .map(Component::id).toList();
        int target = siblings.indexOf(id) + by;
        if (target >= 0 && target < siblings.size()) {
            session.apply(Edits.swap(design, id, siblings.get(target)));
            outline.go(new Item.Card(id));
        }
    }

    /** Moves a component to a free place of the step before (-1) or after (1) its own. */
    void across(String id, int by) {
        session.design().components().get(id).ifPresent(card -> {
            int target = card.step().ordinal() + by;
            if (target >= 0 && target < Step.values().length) {
                toStep(id, Step.values()[target]);
            }
        });
    }

    /** Moves a component to a free place of a step. */
    void toStep(String id, Step step) {
        Design design = session.design();
        Optional<Component> card = design.components().get(id).filter(now -> now.step() != step);
        if (card.isPresent()) {
            Point place = FrameLayout.placeFor(design, step, card.get().width(), card.get().height());
            session.apply(Edits.place(design, id, step, place.x(), place.y()));
            outline.go(new Item.Card(id));
        }
    }
}
