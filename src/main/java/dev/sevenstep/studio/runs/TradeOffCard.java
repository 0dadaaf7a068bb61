package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.TradeOffChart;
import dev.sevenstep.export.runs.ComparedRuns;
import dev.sevenstep.export.runs.RunsCharts;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.ChartMenu;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.StringConverter;

/** Runs by two figures of the user's choice, with the front. A click on a point tells which run it is. */
final class TradeOffCard extends Card {
    private final ChartPane pane;
    private final ComboBox<RunAxis> vertical;
    private final ComboBox<RunAxis> horizontal;
    private List<RunRecord> runs = List.of();
    private List<String> names = List.of();
    private final Set<String> pinned = new HashSet<>();
    private boolean filling;

    /** @param open gets the id of the run whose point was clicked */
    TradeOffCard(Parts parts, Consumer<String> open) {
        this(parts, parts.chartPane(), new ComboBox<>(), new ComboBox<>(), open);
    }

    private TradeOffCard(Parts parts, ChartPane pane, ComboBox<RunAxis> vertical, ComboBox<RunAxis> horizontal,
            Consumer<String> open) {
        super("Trade-off", vertical, horizontal, new ChartMenu("Trade-off", pane, parts.saving()));
        this.pane = pane;
        this.vertical = vertical;
        this.horizontal = horizontal;
        setId("trade-off-card");
        getStyleClass().add("parallel-card");
        box(vertical, "trade-off-vertical", "Vertical figure");
        box(horizontal, "trade-off-horizontal", "Horizontal figure");
        pane.setHint("Click: the run");
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                pane.pictureProperty().get().flatMap(picture -> picture.nearest(event.getX(), event.getY()))
                        .ifPresent(open);
            }
        });
        setBody(pane);
    }

    private void box(ComboBox<RunAxis> box, String id, String words) {
        box.setId(id);
        box.setAccessibleText(words);
        box.setPrefWidth(200);
        box.setMinWidth(126);
        box.setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(@Nullable RunAxis axis, boolean none) {
                super.updateItem(axis, none);
                setText(axis == null || none ? "" : RunWords.figureFirst(axis));
            }
        });
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(RunAxis axis) {
                return axis == null ? "" : axis.title();
            }

            @Override
            public RunAxis fromString(String text) {
                return box.getItems().stream().filter(axis -> axis.title().equals(text)).findFirst().orElseThrow();
            }
        });
        box.setOnAction(_ -> {
            if (!filling) {
                draw();
            }
        });
    }

    /**
     * Shows runs; the figures stay those that were chosen as far as these runs have them.
     *
     * @param up id of the axis to begin with
     * @param across likewise
     * @param rings ids of runs that are named and ringed
     */
    void show(List<RunRecord> shown, String up, String across, Set<String> rings) {
        runs = List.copyOf(shown);
        names = ComparedRuns.names(runs);
        pinned.clear();
        pinned.addAll(rings);
        List<RunAxis> figures = RunAxis.of(runs).stream().filter(RunAxis::isFigure).toList();
        filling = true;
        fill(vertical, figures, up);
        fill(horizontal, figures, across);
        filling = false;
        draw();
    }

    private static void fill(ComboBox<RunAxis> box, List<RunAxis> figures, String first) {
        String wanted = box.getValue() == null ? first : box.getValue().id();
        box.getItems().setAll(figures);
        Optional<RunAxis> found = figures.stream().filter(axis -> axis.id().equals(wanted)).findFirst();
        box.setValue(found.or(() -> figures.stream().findFirst()).orElse(null));
    }

    /** Forgets which figures were chosen: another sweep has others. */
    void forget() {
        filling = true;
        vertical.setValue(null);
        horizontal.setValue(null);
        filling = false;
    }

    private void draw() {
        RunAxis up = vertical.getValue();
        RunAxis across = horizontal.getValue();
        if (up == null || across == null || runs.isEmpty()) {
            pane.setChart(null);
            return;
        }
        TradeOffChart chart = RunsCharts.tradeOff(runs, names, across, up, pinned);
        if (chart.points().isEmpty()) {
            pane.setChart(null);
            return;
        }
        pane.setChart(chart.chart());
        setSubtitle("filled: no other is better in both");
    }
}
