package dev.sevenstep.studio.form;

import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Ids;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The decisions of the design or of one step, each a card that opens for editing. */
public final class DecisionList extends VBox {
    private final DocumentSession session;
    private final Predicate<Decision> shown;
    private final VBox cards = new VBox();
    private final Map<String, DecisionCard> byId = new LinkedHashMap<>();
    private final Button add = new Button("Add decision", new FontIcon("ci-add"));
    private Optional<String> open = Optional.empty();

    /**
     * @param stepOfNew where a new decision belongs
     */
    public DecisionList(DocumentSession session, Predicate<Decision> shown, Step stepOfNew) {
        this.session = session;
        this.shown = shown;
        getStyleClass().add("decision-list");
        cards.getStyleClass().add("decision-list");
        add.setId("add-decision");
        add.getStyleClass().addAll("flat", "small-button");
        add.setOnAction(_ -> add(stepOfNew));
        getChildren().addAll(cards, add);
    }

    private void add(Step step) {
        String id = Ids.next(session.design(), "decision");
        open = Optional.of(id);
        session.apply(Edits.putDecision(new Decision(id, step, "New decision", "", List.of(), "", Map.of())));
        DecisionCard card = byId.get(id);
        if (card != null) {
            card.startEditing();
        }
    }

    /** Gives the focus to the first decision, or to where one is added. */
    public void focusFirst() {
        if (byId.isEmpty()) {
            add.requestFocus();
        } else {
            byId.values().iterator().next().focusHeader();
        }
    }

    public void show(Design design) {
        List<Decision> now = design.decisions().stream().filter(shown).toList();
        List<String> ids = now.stream().map(Decision::id).toList();
        if (!ids.equals(List.copyOf(byId.keySet()))) {
            Map<String, DecisionCard> kept = new LinkedHashMap<>(byId);
            byId.clear();
            for (String id : ids) {
                DecisionCard card = kept.containsKey(id) ? kept.get(id) : null;
                byId.put(id, card != null ? card : new DecisionCard(session, id, this::toggle));
            }
            cards.getChildren().setAll(byId.values());
        }
        byId.forEach((id, card) -> card.show(design, open.filter(id::equals).isPresent()));
    }

    private void toggle(String id) {
        open = open.filter(id::equals).isPresent() ? Optional.empty() : Optional.of(id);
        show(session.design());
    }
}
