package dev.sevenstep.studio.run;

import dev.sevenstep.chart.ChartKind;

/** Recall over the share of each history that is hidden. */
final class ColdStartCard extends PaintedCard {

    ColdStartCard(RunContext context) {
        super("cold-start-card", ChartKind.COLD_START.title(), context);
        setBody(pane());
        follow();
    }

    @Override
    Maker maker() {
        return (run, selection) -> run.kinds().contains(ChartKind.COLD_START)
                ? run.chart(ChartKind.COLD_START, selection)
                : null;
    }
}
