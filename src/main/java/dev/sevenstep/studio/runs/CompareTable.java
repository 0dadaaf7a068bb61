package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Estimate;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunComparison;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.TrackedApproach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** Runs as columns; figures, parameters and what they were made with as rows. The best of a figure is marked by a word. */
final class CompareTable extends TableView<CompareTable.Line> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final String MARK = " best";
    private static final double NAME = 166;
    /** Room for a usual figure with its interval that is the best. */
    private static final double RUN = 176;
    /** Of a text in bold, and what stands left and right of it. */
    private static final double CHARACTER = 6.25;
    private static final double AROUND = 20;
    private static final double MOST = 260;
    private static final double BAR = 12;

    /**
     * A row.
     *
     * @param cells one a run; none of a heading
     * @param best the column with the best figure
     */
    record Line(String name, List<String> cells, Optional<Integer> best) {
        Line {
            cells = List.copyOf(cells);
        }

        static Line heading(String name) {
            return new Line(name, List.of(), Optional.empty());
        }

        boolean isHeading() {
            return cells.isEmpty();
        }
    }

    private final ObjectProperty<OptionalInt> pointed;

    /** @param pointed the run under the pointer, here or in a chart */
    CompareTable(ObjectProperty<OptionalInt> pointed) {
        this.pointed = pointed;
        setId("compare-table");
        setAccessibleText("Runs side by side");
        getStyleClass().add("dense");
        setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(Line line, boolean empty) {
                super.updateItem(line, empty);
                pseudoClassStateChanged(HEADING, !empty && line != null && line.isHeading());
            }
        });
    }

    /**
     * @param approach id whose figures are shown, or {@link RunAxis#BEST} for those of each run's best
     * @param all also what is the same in all of them
     */
    void show(List<RunRecord> runs, List<String> names, String approach, boolean all) {
        getColumns().clear();
        TableColumn<Line, String> first = new TableColumn<>("");
        first.setPrefWidth(NAME);
        first.setSortable(false);
        first.setReorderable(false);
        first.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().name()));
        getColumns().add(first);
        List<Line> lines = lines(runs, names, approach, all);
        double[] least = IntStream.range(0, names.size()).mapToDouble(run -> least(lines, run)).toArray();
        double sum = NAME + BAR + DoubleStream.of(least).sum();
        for (int i = 0; i < names.size(); i++) {
            int run = i;
            TableColumn<Line, String> column = new TableColumn<>(names.get(i));
            column.prefWidthProperty().bind(widthProperty().map(width -> Math.min(MOST,
                    least[run] + Math.max(0, (width.doubleValue() - sum) / names.size()))));
            column.setSortable(false);
            column.setReorderable(false);
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                    cell.getValue().isHeading() ? "" : cell.getValue().cells().get(run)));
            column.setCellFactory(_ -> new Cell(run));
            getColumns().add(column);
        }
        getItems().setAll(lines);
    }

    /** Width of a run's column in which none of its figures that are the best is cut. */
    private static double least(List<Line> lines, int run) {
        int longest = lines.stream().filter(line -> line.best().equals(Optional.of(run)))
                .mapToInt(line -> line.cells().get(run).length() + MARK.length()).max().orElse(0);
        return Math.clamp(AROUND + CHARACTER * longest, RUN, MOST);
    }

    private static List<Line> lines(List<RunRecord> runs, List<String> names, String approach, boolean all) {
        RunComparison comparison = RunComparison.of(runs);
        List<Line> lines = new ArrayList<>();
        section(lines, "Figures", figures(runs, names, comparison, approach, all));
        List<String> parameters = runs.stream().flatMap(run -> run.parameters().keySet().stream()).distinct().toList();
        section(lines, "Parameters", settings(comparison, all).filter(of -> parameters.contains(of.name()))
                .map(CompareTable::line).toList());
        section(lines, "Made with", settings(comparison, all).filter(of -> !parameters.contains(of.name()))
                .map(CompareTable::line).toList());
        if (lines.isEmpty()) {
            lines.add(Line.heading("Nothing differs"));
        }
        return lines;
    }

    private static java.util.stream.Stream<RunComparison.Setting> settings(RunComparison comparison, boolean all) {
        return comparison.settings().stream().filter(setting -> all || setting.differs());
    }

    private static Line line(RunComparison.Setting setting) {
        return new Line(setting.name(), setting.values().stream().map(value -> value.isEmpty() ? "–" : value).toList(),
                Optional.empty());
    }

    private static void section(List<Line> lines, String name, List<Line> of) {
        if (!of.isEmpty()) {
            lines.add(Line.heading(name));
            lines.addAll(of);
        }
    }

    private static List<Line> figures(List<RunRecord> runs, List<String> names, RunComparison comparison,
            String approach, boolean all) {
        List<Line> lines = new ArrayList<>();
        if (approach.equals(RunAxis.BEST)) {
            lines.add(new Line("Best approach", runs.stream().map(RunWords::approach).toList(), Optional.empty()));
            RunAxis.of(runs).stream().filter(axis -> axis.id().startsWith("metrics." + RunAxis.BEST + "/"))
                    .filter(axis -> all || axis.differs()).forEach(axis -> lines.add(line(axis, runs)));
            return lines;
        }
        for (RunComparison.Figure figure : comparison.figures()) {
            if (figure.approach().equals(approach) && (all || figure.differs())) {
                MetricSpec metric = figure.metric();
                lines.add(new Line(named(metric.label(), metric.unit()), figure.values().stream()
                        .map(value -> value.map(estimate -> RunWords.figure(estimate, metric)).orElse("–")).toList(),
                        figure.best()));
            }
        }
        lines.add(new Line("p99 latency, µs", runs.stream().map(run -> run.approach(approach)
                .flatMap(TrackedApproach::latency).map(latency -> Numbers.grouped(latency.p99(), 3)).orElse("–"))
                .toList(), Optional.empty()));
        return lines;
    }

    private static String named(String label, String unit) {
        return unit.isEmpty() ? label : label + ", " + unit;
    }

    private static Line line(RunAxis axis, List<RunRecord> runs) {
        String title = axis.title().substring(axis.title().indexOf(": ") + 2);
        Optional<MetricSpec> metric = runs.stream().flatMap(run -> run.metrics().stream())
                .filter(spec -> axis.id().endsWith("/" + spec.key())).findFirst();
        List<String> cells = axis.estimates().stream().map(value -> value.map(estimate -> metric
                .map(spec -> RunWords.figure(estimate, spec))
                .orElseGet(() -> Numbers.grouped(estimate.value(), 3))).orElse("–")).toList();
        return new Line(named(title, axis.unit()), cells, best(axis));
    }

    private static Optional<Integer> best(RunAxis axis) {
        double sign = axis.higherIsBetter().orElse(true) ? 1 : -1;
        List<Integer> present = IntStream.range(0, axis.values().length)
                .filter(i -> !Double.isNaN(axis.values()[i])).boxed().toList();
        Optional<Integer> best = present.stream()
                .max(java.util.Comparator.comparingDouble(i -> sign * axis.values()[i]));
        boolean alone = best.isPresent()
                && present.stream().filter(i -> axis.values()[i] == axis.values()[best.get()]).count() == 1;
        return alone && present.size() > 1 ? best : Optional.empty();
    }

    /** The best of the first figure, and where: for the line above the table. */
    static String best(List<RunRecord> runs, List<String> names) {
        Optional<MetricSpec> metric = runs.stream().flatMap(run -> run.metrics().stream()).findFirst();
        if (metric.isEmpty()) {
            return "";
        }
        RunAxis axis = RunAxis.of(runs).stream()
                .filter(one -> one.id().equals("metrics." + RunAxis.BEST + "/" + metric.get().key())).findFirst()
                .orElse(null);
        if (axis == null) {
            return "";
        }
        return best(axis).map(i -> "Best " + metric.get().label().toLowerCase(java.util.Locale.ROOT) + ": "
                + axis.estimates().get(i).map(Estimate::value)
                        .map(value -> Numbers.fixed(value, metric.get().decimals())).orElse("–")
                + " in " + names.get(i) + ", " + RunWords.approach(runs.get(i))).orElse("");
    }

    /** Approaches that at least one of the runs has, by id. */
    static java.util.Map<String, String> approaches(List<RunRecord> runs) {
        java.util.Map<String, String> approaches = new java.util.LinkedHashMap<>();
        approaches.put(RunAxis.BEST, "Best approach of each run");
        approaches.putAll(runs.stream().flatMap(run -> run.approaches().stream()).collect(Collectors.toMap(
                TrackedApproach::id, TrackedApproach::name, (one, _) -> one, java.util.LinkedHashMap::new)));
        return approaches;
    }

    /** One value of one run. */
    private final class Cell extends TableCell<Line, String> {
        private final int run;
        private final Tooltip full = new Tooltip();

        Cell(int run) {
            this.run = run;
            pointed.subscribe(
                    at -> pseudoClassStateChanged(POINTED, at.equals(OptionalInt.of(run)) && !isEmpty()));
            setOnMouseEntered(_ -> pointed.set(OptionalInt.of(run)));
            setOnMouseExited(_ -> pointed.set(OptionalInt.empty()));
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            Line line = getTableRow() == null ? null : getTableRow().getItem();
            boolean best = !empty && line != null && line.best().equals(Optional.of(run));
            pseudoClassStateChanged(BEST, best);
            setText(empty || text == null ? null : best ? text + MARK : text);
            full.setText(text);
            setTooltip(text == null || text.isEmpty() ? null : full);
        }
    }
}
