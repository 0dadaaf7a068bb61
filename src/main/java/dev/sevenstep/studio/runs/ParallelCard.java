package dev.sevenstep.studio.runs;

import dev.sevenstep.chart.ChartPicture;
import dev.sevenstep.chart.ParallelAxis;
import dev.sevenstep.chart.ParallelChart;
import dev.sevenstep.export.runs.ComparedRuns;
import dev.sevenstep.export.runs.RunsCharts;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.ChartMenu;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polyline;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Runs as lines over axes that the user chooses, orders, turns and looks at parts of. What passes all parts is told to whoever
 * lists the runs; the line that is pointed at is drawn over the picture, in both directions.
 */
final class ParallelCard extends Card {
    private static final double TRACK = 26;
    private static final double HEAD = 34;

    private final ChartPane pane;
    private final Pane over = new Pane();
    private final Polyline pointedLine = new Polyline();
    private final Tools tools;
    private final ComboBox<Optional<RunAxis>> colour;
    private final ObjectProperty<OptionalInt> pointed = new SimpleObjectProperty<>(this, "pointed",
            OptionalInt.empty());
    private final ReadOnlyObjectWrapper<List<Boolean>> passing = new ReadOnlyObjectWrapper<>(this, "passing",
            List.of());
    private final Target target = new Target();
    private List<RunAxis> offered = List.of();
    private final List<RunAxis> chosen = new ArrayList<>();
    private final List<ParallelAxis> axes = new ArrayList<>();
    private final List<AxisHandle> handles = new ArrayList<>();
    private final List<AxisTrack> tracks = new ArrayList<>();
    private List<RunRecord> runs = List.of();
    private boolean filling;
    private OptionalInt marked = OptionalInt.empty();
    private OptionalInt focusNext = OptionalInt.empty();

    /** What stands in the head of the card. */
    private record Tools(MenuButton choose, ComboBox<Optional<RunAxis>> colour, Button clear) {
        Tools() {
            this(new MenuButton("Axes", new FontIcon("ci-list-checked")), new ComboBox<>(),
                    new Button("All of each axis", new FontIcon("ci-reset")));
        }
    }

    ParallelCard(Parts parts) {
        this(parts, parts.chartPane(), new Tools());
    }

    private ParallelCard(Parts parts, ChartPane pane, Tools tools) {
        super("Parallel coordinates", tools.choose(), tools.colour(), tools.clear(),
                new ChartMenu("Parallel coordinates", pane, parts.saving()));
        this.pane = pane;
        this.tools = tools;
        colour = tools.colour();
        setId("parallel-card");
        getStyleClass().add("parallel-card");
        tools.choose().setId("parallel-axes");
        tools.choose().setAccessibleText("Choose axes");
        colour.setId("parallel-colour");
        colour.setAccessibleText("Colour lines by");
        colour.setTooltip(new Tooltip("What makes lines strong or faint"));
        colour.setPrefWidth(210);
        colour.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<RunAxis> axis) {
                return axis == null || axis.isEmpty() ? "Same colour" : "Colour: " + RunWords.figureFirst(axis.get());
            }

            @Override
            public Optional<RunAxis> fromString(String text) {
                return Optional.empty();
            }
        });
        colour.setOnAction(_ -> {
            if (!filling) {
                paint();
            }
        });
        tools.clear().setId("parallel-clear");
        tools.clear().setOnAction(_ -> {
            axes.replaceAll(axis -> axis.brush(0, 1));
            paint();
        });
        pointedLine.getStyleClass().add("pointed-line");
        pointedLine.setManaged(false);
        over.setPickOnBounds(false);
        pointedLine.setMouseTransparent(true);
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointed.set(OptionalInt.empty()));
        pane.pictureProperty().subscribe(_ -> place());
        pointed.subscribe(_ -> drawPointed());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (tracks.stream().anyMatch(track -> track.giveUp(event))) {
                event.consume();
            }
        });
        setBody(new StackPane(pane, over));
    }

    /** Which runs pass every axis, by place among those shown. */
    ReadOnlyObjectProperty<List<Boolean>> passingProperty() {
        return passing.getReadOnlyProperty();
    }

    /** The run pointed at, here or in a list beside it. */
    ObjectProperty<OptionalInt> pointedProperty() {
        return pointed;
    }

    /** Makes one line stand out; empty for none. */
    void mark(OptionalInt line) {
        if (!line.equals(marked)) {
            marked = line;
            paint();
        }
    }

    /**
     * Shows runs. Axes, parts and colour stay as they are as far as these runs have them.
     *
     * @param wanted ids of axes to begin with when none were chosen yet; empty for those that tell the runs apart
     * @param afresh whether to forget the axes chosen before
     */
    void show(List<RunRecord> shown, List<String> wanted, boolean afresh) {
        if (afresh) {
            chosen.clear();
            axes.clear();
            colour.setValue(null);
        }
        runs = List.copyOf(shown);
        offered = RunAxis.of(runs);
        List<String> ids = chosen.isEmpty() ? wanted : chosen.stream().map(RunAxis::id).toList();
        List<RunAxis> first = ids.stream().flatMap(id -> offered.stream().filter(axis -> axis.id().equals(id)))
                .toList();
        List<ParallelAxis> before = List.copyOf(axes);
        List<RunAxis> earlier = List.copyOf(chosen);
        chosen.clear();
        chosen.addAll(first.isEmpty() ? RunAxis.telling(offered) : first);
        axes.clear();
        for (RunAxis axis : chosen) {
            int old = earlier.stream().map(RunAxis::id).toList().indexOf(axis.id());
            ParallelAxis fresh = RunsCharts.axis(axis);
            axes.add(old < 0
                    ? fresh
                    : (before.get(old).flipped() ? fresh.flip() : fresh).brush(before.get(old).low(),
                            before.get(old).high()));
        }
        marked = marked.stream().anyMatch(line -> line < runs.size()) ? marked : OptionalInt.empty();
        pointed.set(OptionalInt.empty());
        fillChoice();
        fillColours();
        rebuild();
    }

    private void fillChoice() {
        Menu parameters = new Menu("Parameters");
        List<Menu> figures = new ArrayList<>();
        for (RunAxis axis : offered) {
            CheckMenuItem item = new CheckMenuItem(axis.title() + (axis.differs() ? "" : " (the same in all)"));
            item.setMnemonicParsing(false);
            item.setSelected(chosen.stream().anyMatch(one -> one.id().equals(axis.id())));
            item.setOnAction(_ -> choose(axis, item.isSelected()));
            int colon = axis.title().indexOf(": ");
            if (colon < 0) {
                parameters.getItems().add(item);
            } else {
                String approach = axis.title().substring(0, colon);
                Menu menu = figures.stream().filter(one -> approach.equals(one.getText())).findFirst().orElseGet(() -> {
                    Menu made = new Menu(approach);
                    made.setMnemonicParsing(false);
                    figures.add(made);
                    return made;
                });
                menu.getItems().add(item);
            }
        }
        List<MenuItem> items = new ArrayList<>(List.of(parameters));
        items.addAll(figures);
        tools.choose().getItems().setAll(items);
    }

    private void choose(RunAxis axis, boolean on) {
        int at = IntStream.range(0, chosen.size()).filter(i -> chosen.get(i).id().equals(axis.id())).findFirst()
                .orElse(-1);
        if (on && at < 0) {
            chosen.add(axis);
            axes.add(RunsCharts.axis(axis));
        } else if (!on && at >= 0) {
            chosen.remove(at);
            axes.remove(at);
        }
        fillColours();
        rebuild();
    }

    private void fillColours() {
        String before = colour.getValue() == null ? "" : colour.getValue().map(RunAxis::id).orElse("none");
        List<Optional<RunAxis>> items = new ArrayList<>(List.of(Optional.empty()));
        chosen.forEach(axis -> items.add(Optional.of(axis)));
        filling = true;
        colour.getItems().setAll(items);
        Optional<RunAxis> again = chosen.stream().filter(axis -> axis.id().equals(before)).findFirst();
        Optional<RunAxis> figure = chosen.stream().filter(RunAxis::isFigure).findFirst();
        colour.setValue(again.isPresent() || before.equals("none") ? again : figure);
        filling = false;
    }

    /** New nodes for new axes. */
    private void rebuild() {
        handles.clear();
        tracks.clear();
        for (int i = 0; i < axes.size(); i++) {
            handles.add(new AxisHandle(i, target));
            tracks.add(new AxisTrack(i, target));
        }
        over.getChildren().setAll(pointedLine);
        over.getChildren().addAll(tracks);
        over.getChildren().addAll(handles);
        paint();
    }

    private void paint() {
        if (axes.isEmpty() || runs.isEmpty()) {
            pane.setChart(null);
            setSubtitle("Choose an axis");
            return;
        }
        String by = colour.getValue() == null ? "" : colour.getValue().map(RunAxis::id).orElse("");
        int place = chosen.stream().map(RunAxis::id).toList().indexOf(by);
        ParallelChart chart = new ParallelChart(axes, ComparedRuns.names(runs),
                place < 0 ? OptionalInt.empty() : OptionalInt.of(place), marked);
        List<Boolean> now = IntStream.range(0, runs.size()).mapToObj(chart::passes).toList();
        passing.set(now);
        setSubtitle(chart.passing() + " of " + runs.size() + " runs");
        tools.clear().setDisable(axes.stream().noneMatch(ParallelAxis::brushed));
        handles.forEach(AxisHandle::describe);
        pane.setChart(chart.chart());
    }

    /** Puts the nodes where the picture has its axes. */
    private void place() {
        Optional<ChartPicture> picture = pane.pictureProperty().get();
        over.setVisible(picture.isPresent());
        if (picture.isEmpty()) {
            return;
        }
        double spacing = target.spacing();
        for (int i = 0; i < handles.size(); i++) {
            double x = picture.get().x(i);
            double top = picture.get().y(1);
            handles.get(i).resizeRelocate(x - spacing / 2 + 3, picture.get().area().getMinY() - HEAD, spacing - 6,
                    HEAD);
            tracks.get(i).resizeRelocate(x - TRACK / 2, top, TRACK, picture.get().y(0) - top);
        }
        drawPointed();
        focusNext.ifPresent(this::focusHandle);
        focusNext = OptionalInt.empty();
    }

    private void focusHandle(int axis) {
        if (axis >= 0 && axis < handles.size()) {
            handles.get(axis).requestFocus();
        }
    }

    private void point(MouseEvent event) {
        pointed.set(pane.pictureProperty().get().flatMap(picture -> picture.nearest(event.getX(), event.getY()))
                .map(id -> OptionalInt.of(Integer.parseInt(id))).orElse(OptionalInt.empty()));
    }

    private void drawPointed() {
        Optional<ChartPicture> picture = pane.pictureProperty().get();
        OptionalInt line = pointed.get();
        pointedLine.setVisible(line.isPresent() && picture.isPresent() && line.getAsInt() < runs.size());
        if (pointedLine.isVisible()) {
            pointedLine.getPoints().clear();
            for (int i = 0; i < axes.size(); i++) {
                double height = axes.get(i).height(axes.get(i).values()[line.getAsInt()]);
                if (!Double.isNaN(height)) {
                    pointedLine.getPoints()
                            .addAll(Arrays.asList(picture.orElseThrow().x(i), picture.orElseThrow().y(height)));
                }
            }
        }
    }

    private final class Target implements AxisHandle.Target {
        @Override
        public ParallelAxis axis(int axis) {
            return axes.get(axis);
        }

        @Override
        public void move(int axis, int by) {
            int to = Math.clamp(axis + (long) by, 0, axes.size() - 1);
            if (to != axis) {
                axes.add(to, axes.remove(axis));
                chosen.add(to, chosen.remove(axis));
                focusNext = OptionalInt.of(to);
                rebuild();
            }
        }

        @Override
        public void flip(int axis) {
            axes.set(axis, axes.get(axis).flip());
            paint();
        }

        @Override
        public void brush(int axis, double low, double high) {
            axes.set(axis, axes.get(axis).brush(low, high));
            paint();
        }

        @Override
        public void focus(int axis) {
            focusHandle(axis);
        }

        @Override
        public double spacing() {
            return pane.pictureProperty().get().map(picture -> axes.size() > 1
                    ? picture.x(1) - picture.x(0)
                    : picture.area().getWidth()).orElse(1.0);
        }
    }
}
