package dev.sevenstep.studio.control;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartPicture;
import dev.sevenstep.chart.ChartTheme;
import java.nio.IntBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Shows a chart as a picture painted off the JavaFX thread, sharp at the screen's density, and says what the pointer is on.
 * Painted again when chart, theme or (after a short rest) size change; the newest request wins.
 */
public final class ChartPane extends Pane {
    private static final Duration REST = Duration.millis(70);
    private static final double MARK = 18;
    private static final double REACH = 14;

    private final Executor executor;
    private final ObservableValue<ChartTheme> theme;
    private final ImageView view = new ImageView();
    private final Label tip = new Label();
    private final PauseTransition rest = new PauseTransition(REST);
    private final ReadOnlyObjectWrapper<Optional<ChartPicture>> picture = new ReadOnlyObjectWrapper<>(this, "picture",
            Optional.empty());
    private final Region mark = new Region();
    private final ReadOnlyStringWrapper point = new ReadOnlyStringWrapper(this, "point", "");
    private Optional<Chart> chart = Optional.empty();
    private String hint = "";
    private long newest;
    /** Place of the point that was gone to; −1 for none. */
    private int at = -1;

    public ChartPane(Executor executor, ObservableValue<ChartTheme> theme) {
        this.executor = executor;
        this.theme = theme;
        getStyleClass().add("chart-pane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(80, 60);
        view.setManaged(false);
        view.setSmooth(false);
        tip.getStyleClass().add("chart-tip");
        tip.setManaged(false);
        tip.setVisible(false);
        tip.setMouseTransparent(true);
        mark.getStyleClass().add("chart-mark");
        mark.setManaged(false);
        mark.setVisible(false);
        mark.setMouseTransparent(true);
        getChildren().addAll(view, mark, tip);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        rest.setOnFinished(_ -> paint());
        widthProperty().subscribe(_ -> rest.playFromStart());
        heightProperty().subscribe(_ -> rest.playFromStart());
        theme.subscribe(_ -> paint());
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> tip.setVisible(false));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, _ -> tip.setVisible(false));
    }

    /** The chart as it stands on screen now. */
    public ReadOnlyObjectProperty<Optional<ChartPicture>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    public Optional<Chart> chart() {
        return chart;
    }

    public void setChart(@Nullable Chart shown) {
        chart = Optional.ofNullable(shown);
        leave();
        paint();
    }

    /** What can be done with what the pointer is on; said below what it is. */
    public void setHint(String words) {
        hint = words;
    }

    /** What the pointer says at a position; empty text for nothing. */
    public String tipText() {
        return tip.isVisible() ? tip.getText() : "";
    }

    private void paint() {
        long request = ++newest;
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width < 40 || height < 40 || chart.isEmpty()) {
            if (chart.isEmpty()) {
                view.setImage(null);
                picture.set(Optional.empty());
            }
            return;
        }
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        Chart painted = chart.get();
        ChartTheme look = theme.getValue();
        try {
            executor.execute(() -> {
                ChartPicture done = ChartPicture.of(painted, look, width, height, scale);
                Platform.runLater(() -> {
                    if (request == newest) {
                        show(done, scale);
                    }
                });
            });
        } catch (RejectedExecutionException _) {
            // The window is closing: nobody will look at the picture.
            picture.set(Optional.empty());
        }
    }

    private void show(ChartPicture done, double scale) {
        view.setImage(new WritableImage(new PixelBuffer<>(done.pixelWidth(), done.pixelHeight(),
                IntBuffer.wrap(done.pixels()), PixelFormat.getIntArgbPreInstance())));
        view.setFitWidth(done.pixelWidth() / scale);
        view.setFitHeight(done.pixelHeight() / scale);
        picture.set(Optional.of(done));
        leave();
    }

    /** Lets arrow keys go from point to point of the chart, each of which says what it says to the pointer; Esc ends it. */
    public void setWalkable() {
        setFocusTraversable(true);
        setAccessibleHelp("Left and right arrow keys go from point to point");
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                walk(event.getCode() == KeyCode.RIGHT ? 1 : -1);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && mark.isVisible()) {
                leave();
                event.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> picture.get().ifPresent(shown -> {
            requestFocus();
            shown.points().stream()
                    .min(Comparator.comparingDouble(each -> Math.hypot(each.x() - event.getX(),
                            each.y() - event.getY())))
                    .filter(each -> Math.hypot(each.x() - event.getX(), each.y() - event.getY()) < REACH)
                    .ifPresent(each -> stand(shown.points().indexOf(each)));
        }));
    }

    /** Id of the approach whose point was gone to last; empty for none. */
    public ReadOnlyStringProperty pointProperty() {
        return point.getReadOnlyProperty();
    }

    /** Goes to the first point of an approach, unless it stands on one of its already. */
    public void tell(String id) {
        picture.get().filter(_ -> !point.get().equals(id)).ifPresent(shown -> {
            List<ChartPicture.Point> points = shown.points();
            IntStream.range(0, points.size()).filter(i -> points.get(i).id().equals(id)).findFirst()
                    .ifPresent(this::stand);
        });
    }

    private void walk(int step) {
        picture.get().filter(shown -> !shown.points().isEmpty()).ifPresent(shown -> stand(at < 0
                ? step > 0 ? 0 : shown.points().size() - 1
                : Math.clamp((long) at + step, 0, shown.points().size() - 1)));
    }

    private void stand(int index) {
        ChartPicture.Point there = picture.get().orElseThrow().points().get(index);
        at = index;
        mark.resizeRelocate(there.x() - MARK / 2, there.y() - MARK / 2, MARK, MARK);
        mark.setVisible(true);
        say(there.words(), there.x(), there.y());
        setAccessibleText(words() + " " + there.words());
        point.set(there.id());
    }

    private void leave() {
        at = -1;
        mark.setVisible(false);
        tip.setVisible(false);
        setAccessibleText(words());
        point.set("");
    }

    private String words() {
        return chart.map(shown -> shown.title() + ". " + shown.description()).orElse("");
    }

    private void point(MouseEvent event) {
        Optional<String> text = picture.get().flatMap(shown -> shown.tip(event.getX(), event.getY()));
        tip.setVisible(text.isPresent());
        text.ifPresent(words -> say(hint.isEmpty() ? words : words + "\n" + hint, event.getX(), event.getY()));
    }

    private void say(String words, double px, double py) {
        tip.setVisible(true);
        tip.setText(words);
        tip.autosize();
        double x = px + 12 + tip.getWidth() > getWidth() ? px - 12 - tip.getWidth() : px + 12;
        double y = py - 12 - tip.getHeight() < 0 ? py + 18 : py - 8 - tip.getHeight();
        tip.relocate(Math.max(2, x), y);
        tip.toFront();
    }
}
