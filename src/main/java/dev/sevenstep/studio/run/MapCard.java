package dev.sevenstep.studio.run;

import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.ItemPicture;
import dev.sevenstep.chart.ItemPlane;
import dev.sevenstep.chart.Look;
import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.Ranking;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.EmptyState;
import java.awt.Color;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The items in the plane as an approach sees them, with a legend whose tags can be made to stand out. */
final class MapCard extends Card {
    private static final double FINE = 2;

    private final RunContext context;
    private final RankingModel model;
    private final MapPane pane;
    private final ComboBox<Approach> approach;
    private final FlowPane legend = new FlowPane();
    private final Label key = new Label();
    private final VBox body;
    private final Map<String, ItemPlane> planes = new HashMap<>();
    private Optional<RunResult> result = Optional.empty();
    private int tag = -1;

    MapCard(RunContext context, RankingModel model) {
        this(context, model, new ComboBox<>(), new Button("", new FontIcon("ci-zoom-in")),
                new Button("", new FontIcon("ci-zoom-out")), new Button("", new FontIcon("ci-fit-to-screen")));
    }

    private MapCard(RunContext context, RankingModel model, ComboBox<Approach> approach, Button in, Button out,
            Button all) {
        super("Map of films", approach, in, out, all);
        this.context = context;
        this.model = model;
        this.approach = approach;
        setId("ranking-map-card");
        pane = new MapPane(model, context.executor(), context.charts(), this::marks);
        icon(in, "Zoom in", "Ctrl+wheel, +", pane::zoomIn);
        icon(out, "Zoom out", "Ctrl+wheel, −", pane::zoomOut);
        icon(all, "Show all films", "0", pane::all);
        approach.setId("ranking-map-approach");
        approach.setAccessibleText("Approach whose vectors the map shows");
        approach.setMinWidth(140);
        approach.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Approach of) {
                return of == null ? "" : of.name();
            }

            @Override
            public @Nullable Approach fromString(String text) {
                return approach.getItems().stream().filter(of -> of.name().equals(text)).findFirst().orElse(null);
            }
        });
        approach.setOnAction(_ -> place());
        legend.getStyleClass().add("map-legend");
        key.getStyleClass().addAll("muted", "small-text");
        key.setText("□ known   ○ first list   ◇ second list   + held out");
        VBox.setVgrow(pane, Priority.ALWAYS);
        body = new VBox(4, pane, key, legend);
        setBody(body);
        model.askedProperty().subscribe(_ -> pane.paint());
        model.first().answerProperty().subscribe(_ -> pane.paint());
        model.second().answerProperty().subscribe(_ -> pane.paint());
        context.charts().subscribe(_ -> fillLegend());
    }

    private static void icon(Button button, String name, String shortcut, Runnable action) {
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name + " (" + shortcut + ")"));
        button.setOnAction(_ -> action.run());
    }

    void show(RunResult shown, RankingTest test) {
        result = Optional.of(shown);
        planes.clear();
        tag = -1;
        test.rankings().forEach((id, ranking) -> ranking.map()
                .ifPresent(map -> planes.put(id, ItemPlane.of(test.items(), map))));
        approach.getItems().setAll(
                shown.approaches().stream().filter(of -> planes.containsKey(of.id())).toList());
        approach.getSelectionModel().selectFirst();
        approach.setVisible(!planes.isEmpty());
        if (planes.isEmpty()) {
            setSubtitle("");
            setBody(new EmptyState("ci-scatter-matrix", "No map",
                    "None of the approaches of this run learns a vector for each film. Run ALS, BPR or two towers."));
            pane.show(Optional.empty());
        } else {
            setBody(body);
            place();
        }
    }

    private Optional<ItemPlane> plane() {
        return Optional.ofNullable(approach.getValue()).map(of -> planes.get(of.id()));
    }

    private void place() {
        pane.show(plane());
        plane().ifPresent(of -> setSubtitle(
                Numbers.whole(of.size()) + " films · two principal components: near ones are alike to it"));
        fillLegend();
    }

    private void fillLegend() {
        legend.getChildren().clear();
        plane().ifPresent(of -> {
            for (int i = 0; i < of.tags().size(); i++) {
                legend.getChildren().add(entry(i, of.tags().get(i)));
            }
        });
    }

    private Node entry(int number, ItemPlane.Tag of) {
        ItemPicture mark = ItemPicture.mark(number, context.charts().getValue(), FINE);
        ImageView view = new ImageView(new WritableImage(new PixelBuffer<>(mark.pixelWidth(), mark.pixelHeight(),
                IntBuffer.wrap(mark.pixels()), PixelFormat.getIntArgbPreInstance())));
        view.setFitWidth(mark.pixelWidth() / FINE);
        view.setFitHeight(mark.pixelHeight() / FINE);
        ToggleButton button = new ToggleButton(of.name(), view);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "small", "legend-entry");
        button.setSelected(number == tag);
        button.setAccessibleText(of.name() + ", " + of.items() + " films");
        button.setTooltip(new Tooltip(of.name() + ": " + Numbers.whole(of.items())
                + " films are shown by it. Choose it to let them stand out."));
        button.setOnAction(_ -> {
            tag = button.isSelected() ? number : -1;
            legend.getChildren().forEach(other -> {
                if (other instanceof ToggleButton toggle && other != button) {
                    toggle.setSelected(false);
                }
            });
            pane.paint();
        });
        return button;
    }

    private ItemPicture.Marks marks() {
        ChartTheme theme = context.charts().getValue();
        Map<String, Look> looks = result.map(of -> Look.of(of.approaches(), theme.palette())).orElse(Map.of());
        Optional<RankingModel.Asked> asked = model.askedProperty().get();
        Set<Integer> known = asked.map(of -> Arrays.stream(of.known()).boxed().collect(Collectors.toSet()))
                .orElse(Set.of());
        Set<Integer> found = asked
                .map(of -> Arrays.stream(of.test().heldOut()[of.user()]).boxed().collect(Collectors.toSet()))
                .orElse(Set.of());
        return new ItemPicture.Marks(known, items(model.first()), items(model.second()), found,
                model.brushedProperty().get(), model.itemProperty().get().orElse(-1), tag,
                color(looks, model.first(), theme), color(looks, model.second(), theme));
    }

    private static List<Integer> items(RankingModel.Slot slot) {
        return slot.answerProperty().get().map(answer -> answer.items().stream().map(Ranking.Scored::item).toList())
                .orElse(List.of());
    }

    private static Color color(Map<String, Look> looks, RankingModel.Slot slot, ChartTheme theme) {
        Look look = looks.get(slot.approach());
        return look == null ? theme.palette().foreground() : look.color();
    }
}
