package dev.sevenstep.studio.run;

import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.chart.ChartKind;
import dev.sevenstep.chart.ChartPicture;
import dev.sevenstep.chart.Numbers;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/**
 * The threshold as a line over a chart: drag it, or move it with the arrow keys. Its nodes are moved and nothing is painted
 * again, however large the chart.
 */
final class ThresholdLine extends Region {
    private static final double GRIP = 9;

    private final ChartPane pane;
    private final RunModel model;
    private final ChartRegions regions;
    private ChartKind kind;
    private final Line line = new Line();
    private final Circle handle = new Circle(6);
    private final Label value = new Label();
    private final VBox bubble;
    private double x;

    /** @param bubble whether the line says its threshold and how to move it */
    ThresholdLine(ChartPane pane, RunModel model, ChartRegions regions, ChartKind kind, boolean bubble) {
        this.pane = pane;
        this.model = model;
        this.regions = regions;
        this.kind = kind;
        getStyleClass().add("threshold");
        line.getStyleClass().add("threshold-line");
        handle.getStyleClass().add("threshold-handle");
        value.getStyleClass().add("medium");
        Label hint = new Label("drag · or ← →\nclick beside it to list rows");
        hint.getStyleClass().addAll("muted", "small-text");
        this.bubble = new VBox(value, hint);
        this.bubble.getStyleClass().add("threshold-bubble");
        this.bubble.setVisible(bubble);
        getChildren().addAll(line, handle, this.bubble);
        setManaged(false);
        setCursor(Cursor.H_RESIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("Threshold");
        setAccessibleHelp("Left and right arrow keys move it, Enter lists the rows that score near it");
        visibleProperty().bind(Bindings.createBooleanBinding(
                () -> model.pointProperty().get().isPresent() && pane.pictureProperty().get().isPresent(),
                model.pointProperty(), pane.pictureProperty()));
        pane.getChildren().add(this);
        pane.pictureProperty().subscribe(_ -> place());
        model.pointProperty().subscribe(_ -> place());
        setOnMousePressed(this::grab);
        setOnMouseDragged(this::drag);
        // A click that does not drag is no click on the chart behind.
        setOnMouseClicked(MouseEvent::consume);
        setOnKeyPressed(this::key);
    }

    /** Says on which chart the line now stands. */
    void setKind(ChartKind shown) {
        kind = shown;
        place();
    }

    /** Where the line is, in units of the chart pane. */
    double lineX() {
        return x;
    }

    private void place() {
        Optional<ChartPicture> picture = pane.pictureProperty().get();
        Optional<Operating> point = model.pointProperty().get();
        Optional<ThresholdScale> scale = model.scale(kind);
        if (picture.isEmpty() || point.isEmpty() || scale.isEmpty()) {
            return;
        }
        Operating now = point.get();
        Rectangle2D area = picture.get().area();
        x = picture.get().x(scale.get().position(now));
        double height = scale.get().height(now);
        double y = Double.isNaN(height)
                ? area.getCenterY()
                : Math.clamp(picture.get().y(height), area.getMinY(), area.getMaxY());
        resizeRelocate(Math.rint(x) - GRIP, area.getMinY(), 2 * GRIP, area.getHeight());
        line.setStartX(GRIP + 0.5);
        line.setEndX(GRIP + 0.5);
        line.setStartY(0);
        line.setEndY(area.getHeight());
        handle.setCenterX(GRIP + 0.5);
        handle.setCenterY(y - area.getMinY());
        if (bubble.isVisible()) {
            value.setText("threshold " + text(now));
            double wide = bubble.prefWidth(-1);
            double high = bubble.prefHeight(wide);
            boolean right = x + GRIP + wide < area.getMaxX() + 4;
            boolean top = y - area.getMinY() > high + 16;
            bubble.resizeRelocate(right ? 2 * GRIP : -wide, top ? 4 : area.getHeight() - high - 6, wide, high);
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    private static String text(Operating point) {
        return Numbers.fixed(point.threshold(), point.threshold() < 0.095 ? 3 : 2);
    }

    private void grab(MouseEvent event) {
        requestFocus();
        event.consume();
    }

    private void drag(MouseEvent event) {
        moveTo(localToParent(event.getX(), event.getY()).getX());
        event.consume();
    }

    /** Moves the threshold to a place on the chart, in units of the pane. */
    void moveTo(double paneX) {
        pane.pictureProperty().get().ifPresent(
                picture -> model.scale(kind).ifPresent(scale -> model.setThreshold(scale.at(picture.valueAt(paneX)))));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            model.pointProperty().get().ifPresent(point -> model.scale(kind)
                    .flatMap(scale -> regions.at(kind, scale.position(point))).ifPresent(model::list));
            event.consume();
            return;
        }
        int direction = switch (event.getCode()) {
            case LEFT, KP_LEFT -> -1;
            case RIGHT, KP_RIGHT -> 1;
            default -> 0;
        };
        if (direction != 0) {
            for (int i = 0; i < (event.isShiftDown() ? 10 : 1); i++) {
                step(direction);
            }
            event.consume();
        }
    }

    private void step(int direction) {
        model.pointProperty().get().ifPresent(
                point -> model.scale(kind).ifPresent(scale -> model.setThreshold(scale.step(point, direction))));
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, @Nullable Object... parameters) {
        return switch (attribute) {
            case VALUE -> model.pointProperty().get().map(Operating::threshold).orElse(0.0);
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> 1.0;
            case ORIENTATION -> javafx.geometry.Orientation.HORIZONTAL;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, @Nullable Object... parameters) {
        switch (action) {
            case INCREMENT -> step(1);
            case DECREMENT -> step(-1);
            case SET_VALUE -> {
                if (parameters.length > 0 && parameters[0] instanceof Number number) {
                    model.setThreshold(Math.clamp(number.doubleValue(), 0, 1));
                }
            }
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
