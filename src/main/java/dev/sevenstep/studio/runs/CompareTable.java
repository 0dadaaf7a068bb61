package dev.sevenstep.studio.runs;

import dev.sevenstep.export.runs.ComparedRuns;
import dev.sevenstep.export.runs.FigureText;
import dev.sevenstep.tracking.RunAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

        static Line of(ComparedRuns.Row row) {
            return new Line(row.name(), row.cells().stream().map(FigureText::line).toList(), row.best());
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
    void show(ComparedRuns compared, String approach, boolean all) {
        List<String> names = compared.names();
        getColumns().clear();
        TableColumn<Line, String> first = new TableColumn<>("");
        first.setPrefWidth(NAME);
        first.setSortable(false);
        first.setReorderable(false);
        first.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().name()));
        getColumns().add(first);
        List<Line> lines = lines(compared, approach, all);
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

    private static List<Line> lines(ComparedRuns compared, String approach, boolean all) {
        List<Line> lines = new ArrayList<>();
        section(lines, "Figures", compared.figures(approach, all));
        section(lines, "Parameters", compared.parameters(all));
        section(lines, "Made with", compared.madeWith(all));
        if (lines.isEmpty()) {
            lines.add(Line.heading("Nothing differs"));
        }
        return lines;
    }

    private static void section(List<Line> lines, String name, List<ComparedRuns.Row> of) {
        if (!of.isEmpty()) {
            lines.add(Line.heading(name));
            of.forEach(row -> lines.add(Line.of(row)));
        }
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
