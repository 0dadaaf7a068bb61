package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The links of a component, those that leave it first, and where to add more. */
final class LinkList extends VBox {
    private final Outline outline;
    private final String card;
    private final VBox lines = new VBox();
    private final Map<String, LinkLine> byId = new LinkedHashMap<>();

    LinkList(Outline outline, String card) {
        this.outline = outline;
        this.card = card;
        getStyleClass().add("link-list");
        lines.getStyleClass().add("link-list");
        FilterList<LinkTarget> to = new LinkTargets(outline, card, true).list();
        FilterList<LinkTarget> from = new LinkTargets(outline, card, false).list();
        HBox.setHgrow(to, Priority.ALWAYS);
        HBox.setHgrow(from, Priority.ALWAYS);
        to.setPrefWidth(0);
        from.setPrefWidth(0);
        HBox add = new HBox(to, from);
        add.getStyleClass().add("link-adders");
        getChildren().addAll(lines, add);
    }

    void show(Design design) {
        List<Link> all = design.links().stream().filter(link -> link.from().equals(card) || link.to().equals(card))
                .sorted((one, other) -> Boolean.compare(one.to().equals(card), other.to().equals(card))).toList();
        List<String> ids = all.stream().map(Link::id).toList();
        if (!ids.equals(List.copyOf(byId.keySet()))) {
            Map<String, LinkLine> kept = new LinkedHashMap<>(byId);
            byId.clear();
            for (Link link : all) {
                LinkLine line = kept.get(link.id());
                byId.put(link.id(), line != null ? line : new LinkLine(outline, link.id(), card));
            }
            lines.getChildren().setAll(byId.values());
        }
        byId.values().forEach(line -> line.show(design));
    }

    void mark(Predicate<String> chosen) {
        byId.forEach((id, line) -> line.setChosen(chosen.test(id)));
    }
}
