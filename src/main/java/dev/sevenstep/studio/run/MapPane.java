package dev.sevenstep.studio.run;

import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.ItemPicture;
import dev.sevenstep.chart.ItemPlane;
import dev.sevenstep.pipeline.RankingTest;
import dev.sevenstep.studio.control.Background;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The map of items: one picture, painted off the JavaFX thread. A drag draws a rectangle whose items are brushed; Ctrl+wheel and
 * pinching zoom, a drag with Shift or the middle button moves; a click puts an item in focus.
 */
final class MapPane extends Pane {
    private static final double REACH = 10;
    private static final double STEP = 1.25;
    private static final double MOST_ZOOM = 60;
    private static final double PAN = 40;

    private final RankingModel model;
    private final Executor executor;
    private final ObservableValue<ChartTheme> theme;
    private final Supplier<ItemPicture.Marks> marks;
    private final ImageView image = new ImageView();
    private final Region band = new Region();
    private final Label tip = new Label();
    private Optional<ItemPlane> plane = Optional.empty();
    private ItemPlane.@Nullable View view;
    private ItemPlane.@Nullable View all;
    private boolean painting;
    private boolean again;
    private Optional<Drag> drag = Optional.empty();
    private int corner = -1;

    /** A gesture of the mouse under way. {@code band} is false for one that moves the picture. */
    private record Drag(Point2D from, ItemPlane.View view, boolean band) {}

    /** @param marks what is marked now, asked for at each painting */
    MapPane(RankingModel model, Executor executor, ObservableValue<ChartTheme> theme,
            Supplier<ItemPicture.Marks> marks) {
        this.model = model;
        this.executor = executor;
        this.theme = theme;
        this.marks = marks;
        setId("ranking-map");
        getStyleClass().addAll("chart-pane", "map-pane");
        setFocusTraversable(true);
        setMinSize(120, 100);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(
                "Arrow keys go from film to film, Shift and arrow keys move the map, plus and minus zoom, 0 shows all,"
                        + " Space sets the corners of a rectangle, Escape clears it");
        image.setManaged(false);
        image.setSmooth(false);
        band.getStyleClass().add("map-band");
        band.setManaged(false);
        band.setVisible(false);
        band.setMouseTransparent(true);
        tip.getStyleClass().add("chart-tip");
        tip.setManaged(false);
        tip.setVisible(false);
        tip.setMouseTransparent(true);
        getChildren().setAll(image, band, tip);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        widthProperty().subscribe(_ -> resized());
        heightProperty().subscribe(_ -> resized());
        theme.subscribe(_ -> paint());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> tip.setVisible(false));
        addEventHandler(ScrollEvent.SCROLL, event -> {
            if (event.isControlDown()) {
                zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY());
                event.consume();
            }
        });
        addEventHandler(ZoomEvent.ZOOM, event -> zoom(event.getZoomFactor(), event.getX(), event.getY()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.itemProperty().subscribe(_ -> {
            reveal();
            say();
            paint();
        });
        model.brushedProperty().subscribe(_ -> {
            say();
            paint();
        });
    }

    void show(Optional<ItemPlane> shown) {
        plane = shown;
        corner = -1;
        all();
    }

    /** The view of everything. */
    void all() {
        view = plane.filter(_ -> getWidth() >= 40 && getHeight() >= 40).map(of -> of.all(getWidth(), getHeight()))
                .orElse(null);
        all = view;
        say();
        paint();
    }

    void zoomIn() {
        zoom(STEP, getWidth() / 2, getHeight() / 2);
    }

    void zoomOut() {
        zoom(1 / STEP, getWidth() / 2, getHeight() / 2);
    }

    /** Which part is seen; empty before there is anything to see. */
    Optional<ItemPlane.View> view() {
        return Optional.ofNullable(view);
    }

    private void resized() {
        if (view == null || all == null) {
            all();
        } else if (getWidth() >= 40 && getHeight() >= 40) {
            boolean whole = view.equals(all);
            all = plane.map(of -> of.all(getWidth(), getHeight())).orElse(null);
            view = whole ? all : view.resized(getWidth(), getHeight());
            paint();
        }
    }

    private void zoom(double factor, double x, double y) {
        if (view != null && all != null) {
            double least = 0.5 * all.scale() / view.scale();
            double most = MOST_ZOOM * all.scale() / view.scale();
            view = view.zoomed(Math.clamp(factor, Math.min(1, least), Math.max(1, most)), x, y);
            tip.setVisible(false);
            paint();
        }
    }

    private void move(double dx, double dy) {
        if (view != null) {
            view = view.moved(dx, dy);
            paint();
        }
    }

    /** One painting at a time; what changed meanwhile is painted after it, so that a long gesture is seen as it goes. */
    void paint() {
        ItemPlane.View seen = view;
        if (plane.isEmpty() || seen == null) {
            image.setImage(null);
            return;
        }
        if (painting) {
            again = true;
            return;
        }
        painting = true;
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        ItemPlane shown = plane.get();
        ItemPicture.Marks marked = marks.get();
        ChartTheme look = theme.getValue();
        Background.run(executor, () -> ItemPicture.of(shown, seen, marked, look, scale), done -> {
            painting = false;
            image.setImage(new WritableImage(new PixelBuffer<>(done.pixelWidth(), done.pixelHeight(),
                    IntBuffer.wrap(done.pixels()), PixelFormat.getIntArgbPreInstance())));
            image.setFitWidth(done.pixelWidth() / scale);
            image.setFitHeight(done.pixelHeight() / scale);
            if (again) {
                again = false;
                paint();
            }
        });
    }

    private void press(MouseEvent event) {
        requestFocus();
        tip.setVisible(false);
        if (view != null) {
            boolean moves = event.getButton() != MouseButton.PRIMARY || event.isShiftDown();
            drag = Optional.of(new Drag(new Point2D(event.getX(), event.getY()), view, !moves));
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        drag.ifPresent(now -> {
            if (now.band()) {
                Rectangle2D at = between(now.from(), new Point2D(event.getX(), event.getY()));
                band.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
                band.setVisible(true);
            } else {
                view = now.view().moved(event.getX() - now.from().getX(), event.getY() - now.from().getY());
                paint();
            }
        });
        event.consume();
    }

    private static Rectangle2D between(Point2D one, Point2D other) {
        return new Rectangle2D(Math.min(one.getX(), other.getX()), Math.min(one.getY(), other.getY()),
                Math.abs(one.getX() - other.getX()), Math.abs(one.getY() - other.getY()));
    }

    private void release(MouseEvent event) {
        Optional<Drag> now = drag;
        drag = Optional.empty();
        band.setVisible(false);
        if (now.isEmpty() || plane.isEmpty() || view == null || !now.get().band()) {
            return;
        }
        if (event.isStillSincePress()) {
            int item = plane.get().nearest(view, event.getX(), event.getY(), REACH);
            model.focus(item < 0 ? Optional.empty() : Optional.of(item));
        } else {
            brush(between(now.get().from(), new Point2D(event.getX(), event.getY())));
        }
        event.consume();
    }

    private void brush(Rectangle2D at) {
        plane.ifPresent(of -> {
            if (view != null) {
                model.brush(Arrays.stream(of.within(view, at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight()))
                        .boxed().collect(Collectors.toSet()));
            }
        });
    }

    private void point(double x, double y) {
        int item = plane.isPresent() && view != null ? plane.get().nearest(view, x, y, REACH) : -1;
        Optional<RankingTest> test = model.askedProperty().get().map(RankingModel.Asked::test);
        tip.setVisible(item >= 0 && test.isPresent());
        if (item >= 0 && test.isPresent()) {
            RankingTest.Item of = test.get().items().get(item);
            tip.setText(words(of) + "\n" + of.known() + (of.known() == 1 ? " user knows it" : " users know it"));
            tip.autosize();
            tip.relocate(Math.clamp(x + 12, 2, Math.max(2, getWidth() - tip.getWidth() - 2)),
                    y - tip.getHeight() - 8 < 0 ? y + 18 : y - tip.getHeight() - 8);
        }
    }

    private static String words(RankingTest.Item of) {
        return of.title() + (of.note().isEmpty() ? "" : " (" + of.note() + ")")
                + (of.tags().isEmpty() ? "" : " · " + String.join(", ", of.tags()));
    }

    /** An item in focus is brought into view. */
    private void reveal() {
        Optional<Integer> item = model.itemProperty().get();
        if (item.isPresent() && plane.isPresent() && view != null && plane.get().placed(item.get())) {
            double x = plane.get().px(item.get(), view);
            double y = plane.get().py(item.get(), view);
            if (x < 0 || y < 0 || x > getWidth() || y > getHeight()) {
                view = view.moved(getWidth() / 2 - x, getHeight() / 2 - y);
            }
        }
    }

    private void say() {
        Optional<RankingTest> test = model.askedProperty().get().map(RankingModel.Asked::test);
        if (plane.isEmpty() || test.isEmpty()) {
            setAccessibleText("No map");
            return;
        }
        int brushed = model.brushedProperty().get().size();
        setAccessibleText("Map of " + plane.get().size() + " films. "
                + model.itemProperty().get().map(item -> words(test.get().items().get(item)) + ". ").orElse("")
                + (brushed == 0 ? "" : brushed + " in the rectangle."));
    }

    private void key(KeyEvent event) {
        if (plane.isEmpty() || view == null) {
            return;
        }
        int dx = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int dy = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        boolean taken = true;
        if (dx != 0 || dy != 0) {
            if (event.isShiftDown()) {
                move(-dx * PAN, -dy * PAN);
            } else {
                walk(dx, dy);
            }
        } else {
            switch (event.getCode()) {
                case PLUS, ADD, EQUALS -> zoomIn();
                case MINUS, SUBTRACT -> zoomOut();
                case DIGIT0, NUMPAD0 -> all();
                case SPACE -> corner();
                case ESCAPE -> taken = escape();
                default -> taken = false;
            }
        }
        if (taken) {
            event.consume();
        }
    }

    private void walk(int dx, int dy) {
        ItemPlane.View seen = view;
        if (seen == null) {
            return;
        }
        plane.ifPresent(of -> {
            int from = model.itemProperty().get().filter(of::placed)
                    .orElseGet(() -> of.nearest(seen, getWidth() / 2, getHeight() / 2, Double.MAX_VALUE));
            int next = model.itemProperty().get().isPresent() ? of.next(seen, from, dx, dy) : from;
            if (next >= 0) {
                model.focus(Optional.of(next));
                showBand(seen, of, next);
            }
        });
    }

    private void showBand(ItemPlane.View seen, ItemPlane of, int to) {
        if (corner >= 0) {
            Rectangle2D at = spanned(seen, of, to);
            band.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
            band.setVisible(true);
        }
    }

    private Rectangle2D spanned(ItemPlane.View seen, ItemPlane of, int to) {
        Rectangle2D at = between(new Point2D(of.px(corner, seen), of.py(corner, seen)),
                new Point2D(of.px(to, seen), of.py(to, seen)));
        return new Rectangle2D(at.getMinX() - 1, at.getMinY() - 1, at.getWidth() + 2, at.getHeight() + 2);
    }

    /** The first time an item in focus is one corner of a rectangle, the second time the other. */
    private void corner() {
        Optional<Integer> item = model.itemProperty().get();
        ItemPlane.View seen = view;
        if (item.isEmpty() || plane.isEmpty() || seen == null || !plane.get().placed(item.get())) {
            return;
        }
        if (corner < 0) {
            corner = item.get();
            showBand(seen, plane.get(), corner);
        } else {
            Rectangle2D at = spanned(seen, plane.get(), item.get());
            corner = -1;
            band.setVisible(false);
            brush(at);
        }
    }

    /** Leaves a gesture with everything as it was before it; else nothing is marked any more. */
    private boolean escape() {
        if (drag.isPresent() || corner >= 0) {
            drag.filter(now -> !now.band()).ifPresent(now -> {
                view = now.view();
                paint();
            });
            drag = Optional.empty();
            corner = -1;
            band.setVisible(false);
            return true;
        }
        return model.clear();
    }
}
