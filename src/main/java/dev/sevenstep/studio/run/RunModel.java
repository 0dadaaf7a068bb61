package dev.sevenstep.studio.run;

import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.stats.ThresholdSweep;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the run view shows: a result, which of its approaches, and the threshold that everything follows. For the JavaFX thread.
 */
final class RunModel {
    private final ReadOnlyObjectWrapper<Optional<RunCharts>> charts = new ReadOnlyObjectWrapper<>(this, "charts",
            Optional.empty());
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(this, "selection",
            new Selection(Set.of(), ""));
    private final ReadOnlyObjectWrapper<Optional<Operating>> point = new ReadOnlyObjectWrapper<>(this, "point",
            Optional.empty());
    private final ObjectProperty<RowFilter> filter = new SimpleObjectProperty<>(this, "filter",
            RowFilter.Outcome.MISSED);
    private final Map<ChartKind, ThresholdScale> scales = new EnumMap<>(ChartKind.class);
    private Optional<ThresholdSweep> sweep = Optional.empty();

    ReadOnlyObjectProperty<Optional<RunCharts>> chartsProperty() {
        return charts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** The threshold and what follows from it; empty when there is nothing to set one for. */
    ReadOnlyObjectProperty<Optional<Operating>> pointProperty() {
        return point.getReadOnlyProperty();
    }

    /** Which rows the table lists. */
    ObjectProperty<RowFilter> filterProperty() {
        return filter;
    }

    Optional<Approach> focus() {
        return charts.get().flatMap(run -> run.approach(selection.get().focus()));
    }

    Optional<BinaryTest> test() {
        return charts.get().flatMap(run -> run.result().binary());
    }

    /** Shows a result. Its sweeps should have been asked for before, off the JavaFX thread: sorting takes a while. */
    void show(RunCharts shown) {
        point.set(Optional.empty());
        selection.set(new Selection(Set.of(), ""));
        charts.set(Optional.of(shown));
        select(Selection.bestOfEachFamily(shown.result()));
    }

    void setShown(String id, boolean shown) {
        Set<String> ids = new HashSet<>(selection.get().shown());
        if (shown ? ids.add(id) : ids.remove(id)) {
            select(new Selection(ids, selection.get().focus()));
        }
    }

    /** Makes an approach the one that threshold and records speak of; it is then shown. */
    void focus(String id) {
        Set<String> ids = new HashSet<>(selection.get().shown());
        ids.add(id);
        select(new Selection(ids, id));
    }

    private void select(Selection selected) {
        boolean refocus = !selected.focus().equals(selection.get().focus());
        if (refocus) {
            Optional<Approach> approach = charts.get().flatMap(run -> run.approach(selected.focus()));
            sweep = approach.flatMap(a -> charts.get().map(run -> run.sweep(a)));
            scales.clear();
            sweep.ifPresent(this::fillScales);
            selection.set(selected);
            point.set(Optional.empty());
            approach.ifPresent(a -> setThreshold(a.threshold()));
        } else {
            selection.set(selected);
        }
    }

    private void fillScales(ThresholdSweep of) {
        scales.put(ChartKind.PRECISION_RECALL, ThresholdScale.along(of.precisionRecall(),
                p -> p.confusion().recall(), p -> p.confusion().flagged() == 0 ? 1 : p.confusion().precision()));
        scales.put(ChartKind.ROC, ThresholdScale.along(of.roc(), p -> p.confusion().falsePositiveRate(),
                p -> p.confusion().recall()));
        scales.put(ChartKind.COST, ThresholdScale.direct(Operating::costPerDay));
        scales.put(ChartKind.SCORES, ThresholdScale.direct(_ -> Double.NaN));
    }

    /** How the threshold lies on a chart; empty for charts that have no place for it. */
    Optional<ThresholdScale> scale(ChartKind kind) {
        return Optional.ofNullable(scales.get(kind));
    }

    void setThreshold(double threshold) {
        sweep.ifPresent(of -> test().ifPresent(test -> point.set(Optional.of(Operating.at(of, test, threshold)))));
    }
}
