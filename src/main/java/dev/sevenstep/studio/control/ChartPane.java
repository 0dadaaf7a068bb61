package dev.sevenstep.studio.control;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartPicture;
import dev.sevenstep.chart.ChartTheme;
import java.nio.IntBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Shows a chart as a picture painted off the JavaFX thread, sharp at the screen's density, and says what the pointer is on.
 * Painted again when chart, theme or (after a short rest) size change; the newest request wins.
 */
public final class ChartPane extends Pane {
    private static final Duration REST = Duration.millis(70);

    private final Executor executor;
    private final ObservableValue<ChartTheme> theme;
    private final ImageView view = new ImageView();
    private final Label tip = new Label();
    private final PauseTransition rest = new PauseTransition(REST);
    private final ReadOnlyObjectWrapper<Optional<ChartPicture>> picture = new ReadOnlyObjectWrapper<>(this, "picture",
            Optional.empty());
    private Optional<Chart> chart = Optional.empty();
    private String hint = "";
    private long newest;

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
        getChildren().addAll(view, tip);
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
        setAccessibleText(shown == null ? "" : shown.title() + ". " + shown.description());
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
    }

    private void point(MouseEvent event) {
        Optional<String> text = picture.get().flatMap(shown -> shown.tip(event.getX(), event.getY()));
        tip.setVisible(text.isPresent());
        text.ifPresent(words -> {
            tip.setText(hint.isEmpty() ? words : words + "\n" + hint);
            tip.autosize();
            double x = event.getX() + 12 + tip.getWidth() > getWidth()
                    ? event.getX() - 12 - tip.getWidth()
                    : event.getX() + 12;
            double y = event.getY() - 12 - tip.getHeight() < 0
                    ? event.getY() + 18
                    : event.getY() - 8 - tip.getHeight();
            tip.relocate(Math.max(2, x), y);
            tip.toFront();
        });
    }
}
