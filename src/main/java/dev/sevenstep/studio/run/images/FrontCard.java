package dev.sevenstep.studio.run.images;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.chart.SearchFront;
import dev.sevenstep.chart.SearchFront.Sort;
import dev.sevenstep.chart.SearchFront.Spot;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.vectors.Efforts;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.studio.control.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Recall against speed of all embeddings and of the indexes built since, with settings pinned to compare. */
public final class FrontCard extends Card {
    /** Queries behind the figures of a setting, and behind a point of a line. */
    private static final int QUERIES = 500;
    private static final int QUERIES_OF_LINE = 200;
    /** Below this width a pin has its name above its figures. */
    private static final double NARROW = 740;

    private final ImageContext context;
    private final ImageModel model;
    private final ChartPane pane;
    private final Label figures = new Label();
    private final Button pin = new Button("Pin this setting", new FontIcon("ci-pin"));
    private final GridPane list = new GridPane();
    private final Newest present;
    private final Newest line;
    private final List<Trial> pins = new ArrayList<>();
    private final Map<ImageSearch.Searcher, List<Trial>> lines = new LinkedHashMap<>();
    private Optional<Trial> measured = Optional.empty();

    /**
     * @param pane shows the chart
     * @param ends what stands at the end of the head
     */
    public FrontCard(ImageContext context, ChartPane pane, Node... ends) {
        super("Recall against speed", ends);
        this.context = context;
        this.pane = pane;
        model = context.model();
        present = new Newest(context);
        line = new Newest(context);
        setId("front-card");
        figures.setId("front-now");
        figures.getStyleClass().addAll("muted", "small-text");
        figures.setWrapText(true);
        figures.setMinHeight(USE_PREF_SIZE);
        pin.setId("front-pin");
        pin.setMinWidth(USE_PREF_SIZE);
        pin.setOnAction(_ -> measured.ifPresent(this::pin));
        list.getStyleClass().add("pins");
        list.setId("front-pins");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setMinWidth(0);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setMinWidth(USE_PREF_SIZE);
        list.getColumnConstraints().setAll(wide, number, number, number, number, number, number,
                new ColumnConstraints());
        VBox.setVgrow(pane, Priority.ALWAYS);
        pane.setWalkable();
        HBox.setHgrow(figures, Priority.ALWAYS);
        setBody(new VBox(8, pane, new Row(figures, pin), list));
        widthProperty().subscribe((before, now) -> {
            if (before.doubleValue() < NARROW != now.doubleValue() < NARROW) {
                showPins();
            }
        });
        model.shownProperty().subscribe(_ -> {
            pins.clear();
            lines.clear();
            measured = Optional.empty();
            showPins();
            draw();
        });
        model.firstProperty().subscribe(_ -> measure());
        model.liveProperty().subscribe(_ -> measure());
    }

    private void measure() {
        Optional<Approach> approach = model.firstProperty().get();
        Optional<ImageModel.Live> live = model.live(approach);
        if (approach.isEmpty() || live.isEmpty()) {
            present.forget();
            line.forget();
            return;
        }
        Approach of = approach.get();
        ImageModel.Live now = live.get();
        ImageSearch.Searcher searcher = now.searcher();
        int all = model.test().map(test -> test.queries().size()).orElse(0);
        if (searcher.repeats()) {
            present.forget();
            line.forget();
            measured = Optional.empty();
            pin.setDisable(true);
            figures.setText("As the run measured it. Other settings need the models, which are not kept.");
            return;
        }
        if (all == 0) {
            return;
        }
        if (measured.filter(last -> last.approach().equals(of) && last.spec().equals(searcher.index())
                && last.point().effort().equals(now.effort())).isPresent()) {
            // What is being measured is a setting that was left again.
            present.forget();
            measured.ifPresent(this::show);
            measureLine();
            return;
        }
        line.forget();
        figures.setText("Measuring…");
        pin.setDisable(true);
        present.ask(progress -> Trial.of(of, now, now.effort(), Math.min(QUERIES, all), context.threads(), progress),
                trial -> {
                    show(trial);
                    measureLine();
                }, this::failed);
    }

    /** Beside each other the two would each tell of the other. */
    private void measureLine() {
        Optional<Approach> approach = model.firstProperty().get();
        Optional<ImageModel.Live> live = model.live(approach);
        if (approach.isEmpty() || live.isEmpty()) {
            return;
        }
        Approach of = approach.get();
        ImageModel.Live now = live.get();
        ImageSearch.Searcher searcher = now.searcher();
        if (!searcher.index().equals(IndexSpec.EXACT) && !lines.containsKey(searcher)
                && !ownOfTheRun(of, searcher)) {
            int queries = Math.min(QUERIES_OF_LINE, model.test().map(test -> test.queries().size()).orElse(0));
            line.ask(progress -> Efforts.of(searcher.index(), now.effort()).stream()
                    .map(each -> Trial.of(of, now, each, queries, context.threads(), progress)).toList(),
                    trials -> {
                        lines.put(searcher, trials);
                        draw();
                    }, this::failed);
        }
    }

    /** The run has drawn the line of its own index. */
    private boolean ownOfTheRun(Approach of, ImageSearch.Searcher searcher) {
        return model.search(Optional.of(of)).filter(search -> search.searcher().equals(searcher)).isPresent();
    }

    private void failed(RuntimeException failure) {
        figures.setText("Not measured: " + failure.getMessage());
    }

    private void show(Trial trial) {
        measured = Optional.of(trial);
        pin.setDisable(pins.contains(trial));
        int k = model.test().map(ImageTest::cutoff).orElse(0);
        figures.setText(trial.setting() + ": recall@" + k + " " + Numbers.fixed(trial.point().recall(), 3) + ", "
                + Numbers.grouped(trial.point().queriesPerSecond(), 3) + " queries/s on " + threads() + ", p50 "
                + Numbers.grouped(trial.point().p50Micros(), 3) + " µs, p99 "
                + Numbers.grouped(trial.point().p99Micros(), 3) + " µs, compared with "
                + Numbers.fixed(trial.point().compared(), 0) + " vectors; " + Numbers.whole(trial.queries())
                + " queries");
        draw();
    }

    private String threads() {
        return context.threads() == 1 ? "one thread" : context.threads() + " threads";
    }

    private void pin(Trial trial) {
        pins.add(trial);
        pin.setDisable(true);
        showPins();
        draw();
    }

    private void showPins() {
        list.getChildren().clear();
        if (pins.isEmpty()) {
            return;
        }
        String[] heads = {"Pinned", "recall", "queries/s", "p50 (µs)", "p99 (µs)", "built (s)", "B a vector"};
        for (int i = 0; i < heads.length; i++) {
            Label head = new Label(heads[i]);
            head.getStyleClass().add("section-title");
            head.setMinWidth(USE_PREF_SIZE);
            list.add(head, i, 0);
        }
        boolean above = getWidth() < NARROW;
        int row = 1;
        for (Trial trial : pins) {
            Label name = new Label(trial.name());
            name.setMinWidth(0);
            name.setTooltip(new Tooltip(trial.name()));
            if (above) {
                list.add(name, 0, row++, heads.length, 1);
            }
            ImageSearch.EffortPoint point = trial.point();
            list.addRow(row++, above ? new Label() : name, figure(Numbers.fixed(point.recall(), 3)),
                    figure(Numbers.grouped(point.queriesPerSecond(), 3)),
                    figure(Numbers.grouped(point.p50Micros(), 3)),
                    figure(Numbers.grouped(point.p99Micros(), 3)),
                    figure(Double.isNaN(trial.buildSeconds()) ? "–" : Numbers.significant(trial.buildSeconds(), 2)),
                    figure(Numbers.fixed(trial.bytesPerVector(), 0)), remove(trial));
        }
    }

    private static Label figure(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private Button remove(Trial trial) {
        Button button = new Button("Remove", new FontIcon("ci-close"));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "icon-button", "pin-remove");
        button.setAccessibleText("Remove the pin of " + trial.name());
        button.setTooltip(new Tooltip("Remove the pin"));
        button.setOnAction(_ -> {
            pins.remove(trial);
            pin.setDisable(measured.filter(pins::contains).isPresent());
            showPins();
            draw();
        });
        return button;
    }

    private void draw() {
        model.shownProperty().get().ifPresentOrElse(shown -> {
            List<Spot> spots = new ArrayList<>();
            shown.ran().forEach(approach -> spots.addAll(SearchFront.of(approach, shown.test())));
            lines.values().forEach(trials -> trials.forEach(trial -> spots.add(trial.spot(Sort.EFFORT))));
            pins.forEach(trial -> spots.add(trial.spot(Sort.PINNED)));
            measured.filter(trial -> !pins.contains(trial)).ifPresent(trial -> spots.add(trial.spot(Sort.PRESENT)));
            pane.setChart(spots.isEmpty()
                    ? null
                    : SearchFront.chart(shown.result(), spots, shown.test().cutoff()));
        }, () -> pane.setChart(null));
    }
}
