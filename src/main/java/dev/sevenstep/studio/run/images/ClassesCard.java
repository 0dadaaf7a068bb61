package dev.sevenstep.studio.run.images;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.ImageSearch.ClassFigures;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.HelpColumn;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Figures class by class, of which classes the neighbours are, and the queries behind each such figure. */
public final class ClassesCard extends Card {
    /** Of the table's head, logical pixels, and what stands around its words. */
    private static final double CHARACTER = 6.4;
    private static final double AROUND = 14;
    private static final double LEAST = 50;
    /** Columns before those of the classes. */
    private static final int FIGURES = 4;
    private static final int NAMED = 3;
    private static final double GRID = 150;
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");
    private static final PseudoClass MANY = PseudoClass.getPseudoClass("many");

    private final ImageModel model;
    private final Runnable reveal;
    private final TableView<Integer> table = new TableView<>();
    private final Label head = new Label();
    private final PictureGrid mistakes;
    private Optional<ClassTable> shown = Optional.empty();
    /** Whether each class has a column; else only those taken for each other most often are named. */
    private boolean sideBySide = true;

    /** @param reveal brings what is searched for into view */
    public ClassesCard(ImageContext context, Runnable reveal) {
        super("Class by class");
        this.reveal = reveal;
        model = context.model();
        setId("classes-card");
        table.setId("classes-table");
        table.setAccessibleText("Figures of each class, and of which classes its neighbours are");
        table.getStyleClass().addAll("dense", "class-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel().getSelectedCells().subscribe(this::pick);
        VBox.setVgrow(table, Priority.ALWAYS);
        head.setId("classes-mistakes-head");
        head.getStyleClass().add("section-title");
        mistakes = PictureGrid.scrolling(context.images(), 1, this::search);
        mistakes.setId("classes-mistakes");
        mistakes.setAccessibleText("Queries behind the chosen figure");
        mistakes.setMinHeight(GRID);
        mistakes.setPrefHeight(GRID);
        setBody(new VBox(6, table, head, mistakes));
        model.firstProperty().subscribe(_ -> fill());
        table.widthProperty().subscribe(_ -> {
            if (shown.isPresent() && fits(shown.get()) != sideBySide) {
                fill();
            }
        });
    }

    /** Whether a column for each class has room for its head. */
    private boolean fits(ClassTable of) {
        double needed = wide("Class") + wide("Queries") + wide("Precision") + wide("Recall") + AROUND
                + of.test().classes().stream().mapToDouble(ClassesCard::wide).sum();
        return table.getWidth() <= 0 || needed <= table.getWidth();
    }

    /** Of a head, whose words stand one below the other. */
    private static double wide(String head) {
        int longest = Stream.of(head.split(" ")).mapToInt(String::length).max().orElse(0);
        return Math.max(LEAST, AROUND + CHARACTER * longest);
    }

    private void fill() {
        shown = model.test().flatMap(test -> model.search(model.firstProperty().get())
                .map(search -> ClassTable.of(test, search)));
        table.getSelectionModel().clearSelection();
        table.getColumns().clear();
        if (shown.isEmpty()) {
            table.getItems().clear();
            setSubtitle("");
            list(Optional.empty());
            return;
        }
        ClassTable of = shown.get();
        ImageTest test = of.test();
        int classes = test.classes().size();
        sideBySide = fits(of);
        setSubtitle(model.firstProperty().get().map(approach -> approach.name() + ", as the run left it · "
                + "of which classes the " + test.cutoff() + " neighbours are").orElse(""));
        column("Class", "", 92, false, c -> test.classes().get(c));
        column("Queries", "", wide("Queries"), true, c -> Numbers.whole(figures(of, c).queries()));
        column("Precision", "Share of the neighbours that are of the class", wide("Precision"), true,
                c -> Numbers.fixed(figures(of, c).precision(), 3));
        column("Recall", "Share of the exact neighbours that the index found", wide("Recall"), true,
                c -> Numbers.fixed(figures(of, c).recall(), 3));
        if (sideBySide) {
            IntStream.range(0, classes).forEach(c -> shares(of, c));
        } else {
            // What the figures leave is for words.
            table.getColumns().forEach(column -> column.setMaxWidth(column.getPrefWidth()));
            column("Most often taken for", "", 200, false, c -> of.takenFor(c).stream().limit(NAMED)
                    .map(other -> test.classes().get(other) + " " + percent(of.share(c, other)))
                    .collect(Collectors.joining(", ")));
        }
        table.getItems().setAll(IntStream.range(0, classes).boxed().toList());
        int worst = of.worst();
        table.getSelectionModel().select(worst, table.getColumns().get(
                sideBySide && !of.takenFor(worst).isEmpty() ? FIGURES + of.takenFor(worst).getFirst() : 0));
    }

    private static ClassFigures figures(ClassTable of, int label) {
        return of.search().classes().get(label);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : Numbers.fixed(100 * share, 0) + " %";
    }

    private TableColumn<Integer, String> column(String title, String help, double width, boolean number,
            IntFunction<String> cell) {
        HelpColumn<Integer> column = new HelpColumn<>(title, help, width, cell::apply);
        column.setMinWidth(width);
        column.setReorderable(false);
        if (number) {
            column.ofNumbers();
        }
        table.getColumns().add(column);
        return column;
    }

    private void shares(ClassTable of, int neighbours) {
        TableColumn<Integer, String> column = column(of.test().classes().get(neighbours), "",
                wide(of.test().classes().get(neighbours)), true,
                c -> of.counts()[c][neighbours] == 0 ? "" : percent(of.share(c, neighbours)));
        column.getStyleClass().add("share-column");
        if (column.getGraphic() instanceof Label head) {
            head.setText(head.getText().replace(' ', '\n'));
        }
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String text, boolean empty) {
                super.updateItem(text, empty);
                setText(empty ? "" : text);
                int row = getIndex();
                boolean some = !empty && row >= 0 && row < of.counts().length && row != neighbours;
                double share = some ? of.share(row, neighbours) : 0;
                pseudoClassStateChanged(OWN, !empty && row == neighbours);
                pseudoClassStateChanged(SOME, share >= 0.03 && share < 0.15);
                pseudoClassStateChanged(MANY, share >= 0.15);
            }
        });
    }

    private void pick() {
        if (shown.isEmpty() || table.getSelectionModel().getSelectedCells().isEmpty()) {
            return;
        }
        TablePosition<?, ?> cell = table.getSelectionModel().getSelectedCells().getFirst();
        ClassTable of = shown.get();
        int row = cell.getRow();
        int column = cell.getColumn() - FIGURES;
        List<Integer> takenFor = of.takenFor(row);
        boolean share = column >= 0 && sideBySide;
        list(Optional.of(new Mistakes(of, row, share ? column : takenFor.isEmpty() ? row : takenFor.getFirst())));
    }

    private void list(Optional<Mistakes> chosen) {
        head.setText(chosen.map(Mistakes::head).orElse(""));
        mistakes.showFromTop(chosen.<PictureList>map(each -> each).orElse(PictureList.NONE));
    }

    private void search(PictureList.Shown query) {
        model.test().ifPresent(test -> model.look(test.leaveOneOut()
                ? new Subject.Item(query.item())
                : new Subject.Query(query.item())));
        reveal.run();
    }

    private static final class Mistakes implements PictureList {
        private final ClassTable of;
        private final int label;
        private final int neighbours;
        private final int[] queries;

        Mistakes(ClassTable of, int label, int neighbours) {
            this.of = of;
            this.label = label;
            this.neighbours = neighbours;
            queries = of.queries(label, neighbours);
        }

        private String named(int number) {
            return of.test().classes().get(number);
        }

        String head() {
            return Numbers.whole(queries.length) + (queries.length == 1 ? " query" : " queries") + " of class "
                    + named(label) + " with neighbours of class " + named(neighbours)
                    + (label == neighbours ? "" : ", the worst first");
        }

        @Override
        public int size() {
            return queries.length;
        }

        @Override
        public Shown at(int index) {
            int query = queries[index];
            long count = of.neighbours(query, neighbours);
            int all = of.search().found()[query].size();
            return new Shown(of.test().queries(), query, List.of(count + " of " + all), Mark.NONE, false,
                    named(label) + ", " + of.test().queries().name(query) + ": " + count + " of " + all
                            + " neighbours are of class " + named(neighbours));
        }
    }
}
