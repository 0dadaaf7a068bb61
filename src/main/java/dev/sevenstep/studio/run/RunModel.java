package dev.sevenstep.studio.run;

import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.RunCharts;
import dev.sevenstep.chart.Selection;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.stats.Curve;
import dev.sevenstep.stats.ThresholdSweep;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

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
    private final ReadOnlyObjectWrapper<RowFilter> filter = new ReadOnlyObjectWrapper<>(this, "filter",
            RowFilter.Outcome.MISSED);
    /** The field of the confusion matrix shown last: where the way back from a region leads. */
    private RowFilter.Outcome outcome = RowFilter.Outcome.MISSED;
    private final Map<ChartKind, Curve> curves = new EnumMap<>(ChartKind.class);
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
    ReadOnlyObjectProperty<RowFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /** Lists the rows of a field of the confusion matrix, or of a region of a chart until {@link #leaveRegion}. */
    void list(RowFilter rows) {
        if (rows instanceof RowFilter.Outcome field) {
            outcome = field;
        }
        filter.set(rows);
    }

    /** The field of the confusion matrix that a region stands in front of. */
    RowFilter.Outcome outcome() {
        return outcome;
    }

    /** Back from a region to the field of the confusion matrix shown before; false when there was no region. */
    boolean leaveRegion() {
        boolean region = filter.get() instanceof RowFilter.Region;
        filter.set(outcome);
        return region;
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
            // A ranking has approaches to focus on, and no threshold.
            sweep = approach.flatMap(
                    a -> charts.get().filter(run -> run.result().binary().isPresent()).map(run -> run.sweep(a)));
            scales.clear();
            curves.clear();
            sweep.ifPresent(this::fillScales);
            // A region is a range of scores, and those of another approach mean something else.
            leaveRegion();
            selection.set(selected);
            point.set(Optional.empty());
            approach.ifPresent(a -> setThreshold(a.threshold()));
        } else {
            selection.set(selected);
        }
    }

    private void fillScales(ThresholdSweep of) {
        Curve precisionRecall = of.precisionRecall();
        Curve roc = of.roc();
        curves.put(ChartKind.PRECISION_RECALL, precisionRecall);
        curves.put(ChartKind.ROC, roc);
        scales.put(ChartKind.PRECISION_RECALL, ThresholdScale.along(precisionRecall, p -> p.confusion().recall(),
                p -> p.confusion().flagged() == 0 ? 1 : p.confusion().precision()));
        scales.put(ChartKind.ROC, ThresholdScale.along(roc, p -> p.confusion().falsePositiveRate(),
                p -> p.confusion().recall()));
        scales.put(ChartKind.COST, ThresholdScale.direct(Operating::costPerDay));
        scales.put(ChartKind.SCORES, ThresholdScale.direct(_ -> Double.NaN));
    }

    /** How the threshold lies on a chart; empty for charts that have no place for it. */
    Optional<ThresholdScale> scale(ChartKind kind) {
        return Optional.ofNullable(scales.get(kind));
    }

    /** The curve of the approach in focus; empty for charts that do not run along one. */
    Optional<Curve> curve(ChartKind kind) {
        return Optional.ofNullable(curves.get(kind));
    }

    /** What would follow from a threshold; empty when there is nothing to set one for. */
    Optional<Operating> at(double threshold) {
        return sweep.flatMap(of -> test().map(test -> Operating.at(of, test, threshold)));
    }

    void setThreshold(double threshold) {
        at(threshold).ifPresent(now -> point.set(Optional.of(now)));
    }
}
