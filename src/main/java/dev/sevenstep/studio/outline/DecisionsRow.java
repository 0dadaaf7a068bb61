package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Step;
import dev.sevenstep.studio.form.DecisionList;
import java.util.List;

/** The decisions taken in a step. */
final class DecisionsRow extends FoldingRow {
    private static final int MOST_NAMES = 3;

    private final Outline outline;
    private final Step step;

    DecisionsRow(Item item, Step step, Outline outline) {
        super(item, outline);
        this.outline = outline;
        this.step = step;
        handle().setId("outline-decisions-" + step.id());
    }

    @Override
    Line.Words words(OutlineModel model) {
        if (model.decisions().getOrDefault(step, 0) == 0) {
            return new Line.Words("ci-decision-tree", "Decisions", "none yet", "");
        }
        List<String> subjects = model.design().decisions().stream().filter(decision -> decision.step() == step)
                .map(Decision::subject).toList();
        String more = subjects.size() > MOST_NAMES ? " and " + (subjects.size() - MOST_NAMES) + " more" : "";
        return new Line.Words("ci-decision-tree", "Decisions",
                String.join(", ", subjects.stream().limit(MOST_NAMES).toList()) + more, "");
    }

    @Override
    Body makeBody() {
        return new Cards(new DecisionList(outline.session(), decision -> decision.step() == step, step));
    }

    private static final class Cards extends Body {
        private final DecisionList list;

        Cards(DecisionList list) {
            this.list = list;
            getChildren().add(list);
        }

        @Override
        void show(OutlineModel model) {
            list.show(model.design());
        }

        @Override
        void focusFirst() {
            list.focusFirst();
        }
    }
}
