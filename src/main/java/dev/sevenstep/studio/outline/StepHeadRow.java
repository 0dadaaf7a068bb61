package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Step;
import org.jspecify.annotations.Nullable;

/** The heading of a step. */
final class StepHeadRow extends FoldingRow {
    private final Step step;

    StepHeadRow(Item item, Step step, Outline outline) {
        super(item, outline);
        this.step = step;
        handle().setId("outline-step-" + step.id());
    }

    @Override
    Line.Words words(OutlineModel model) {
        int cards = model.cards().getOrDefault(step, 0);
        return new Line.Words(String.valueOf(step.number()), step.fullName(), "",
                cards == 0 ? "" : Counts.of(cards, "component"));
    }

    @Override
    @Nullable
    Body makeBody() {
        return null;
    }
}
