package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.ValueText;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A component: its name, kind, key figures and how many links it has; open, all that can be said about it. */
final class CardRow extends FoldingRow {
    private final Outline outline;
    private final DocumentSession session;
    private String id;

    CardRow(Item item, String id, Outline outline) {
        super(item, outline);
        this.outline = outline;
        session = outline.session();
        this.id = id;
        handle().setId("outline-" + id);
    }

    @Override
    boolean become(Item other) {
        if (body() != null || !(other instanceof Item.Card(String otherId))) {
            return false;
        }
        setItem(other);
        id = otherId;
        handle().setId("outline-" + id);
        return true;
    }

    @Override
    Line.Words words(OutlineModel model) {
        Optional<Component> card = model.design().components().get(id);
        if (card.isEmpty()) {
            return new Line.Words("ci-help", "", "", "");
        }
        Optional<Kind> kind = session.catalogue().kind(card.get().kind());
        String figures = ValueText.cardFigures(card.get(), model.design(), session.catalogue());
        String name = kind.map(Kind::name).orElse("Unknown kind");
        List<String> links = new ArrayList<>();
        int in = model.in().getOrDefault(id, 0);
        int out = model.out().getOrDefault(id, 0);
        if (in > 0) {
            links.add(in + " in");
        }
        if (out > 0) {
            links.add(out + " out");
        }
        if (card.get().locked()) {
            links.addFirst("locked");
        }
        return new Line.Words(kind.map(Kind::icon).orElse("ci-help"), card.get().title(),
                figures.isEmpty() ? name : name + " · " + figures, String.join(" · ", links));
    }

    @Override
    Body makeBody() {
        return new CardBody(outline, id);
    }
}
