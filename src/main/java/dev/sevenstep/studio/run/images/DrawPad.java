package dev.sevenstep.studio.run.images;

import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.control.Segmented;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws what is searched for. Each change is searched for at once; Esc takes back a line that is being drawn. */
final class DrawPad extends VBox {
    private final ImageModel model;
    private final Segmented<Tool> tool = new Segmented<>(List.of(Tool.values()), Tool::title, Tool.BRUSH);
    private final Slider width = new Slider(0.5, 4, 1.5);
    private final Button undo = button("draw-undo", "ci-undo", "Undo the last line");
    private final Button clear = button("draw-clear", "ci-trash-can", "Clear");
    private final Sheet sheet = new Sheet();
    private final Deque<Drawing> before = new ArrayDeque<>();
    private Drawing drawing = Drawing.BLANK;
    private Optional<Drawing> beforeLine = Optional.empty();
    private Optional<Subject.Foreign> sought = Optional.empty();
    private double lastX;
    private double lastY;
    private double penX = Drawing.SIDE / 2.0;
    private double penY = Drawing.SIDE / 2.0;

    private enum Tool {
        BRUSH("Brush"), ERASER("Eraser");

        private final String title;

        Tool(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    DrawPad(ImageModel model) {
        this.model = model;
        getStyleClass().add("draw-pad");
        tool.getStyleClass().add("small-tabs");
        tool.setId("draw-tool");
        width.setId("draw-width");
        width.setAccessibleText("Width of the brush");
        width.setBlockIncrement(0.5);
        width.setMinWidth(60);
        HBox.setHgrow(width, Priority.ALWAYS);
        undo.setOnAction(_ -> undo());
        clear.setOnAction(_ -> clear());
        Label hint = new Label("Light on dark, as in the catalogue. Every line is searched for as you draw. "
                + "By keyboard: arrows move the brush, Space dabs.");
        hint.setWrapText(true);
        hint.getStyleClass().addAll("muted", "small-text");
        hint.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(new Row(tool, Row.spring(), undo, clear), width, sheet, hint);
        show(Drawing.BLANK);
        model.shownProperty().subscribe(_ -> {
            before.clear();
            sought = Optional.empty();
            show(Drawing.BLANK);
        });
    }

    private static Button button(String id, String icon, String words) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    private void show(Drawing now) {
        drawing = now;
        sheet.view.setImage(PictureImages.image(now.picture()));
        undo.setDisable(before.isEmpty());
        clear.setDisable(now.isBlank());
    }

    private void search() {
        if (drawing.isBlank()) {
            return;
        }
        Subject.Foreign now = new Subject.Foreign(drawing.picture(), "Drawing");
        sought.ifPresentOrElse(old -> model.redraw(old, now), () -> model.look(now));
        sought = Optional.of(now);
    }

    private void keep(Drawing old) {
        before.push(old);
        undo.setDisable(false);
    }

    private void undo() {
        if (!before.isEmpty()) {
            Drawing old = before.pop();
            show(old);
            search();
        }
    }

    private void clear() {
        keep(drawing);
        show(Drawing.BLANK);
    }

    private void begin(double x, double y) {
        beforeLine = Optional.of(drawing);
        lastX = x;
        lastY = y;
        line(x, y);
    }

    private void line(double x, double y) {
        show(drawing.line(lastX, lastY, x, y, width.getValue(), tool.getValue() == Tool.ERASER));
        lastX = x;
        lastY = y;
        search();
    }

    private void end() {
        beforeLine.ifPresent(this::keep);
        beforeLine = Optional.empty();
    }

    private void cancel() {
        beforeLine.ifPresent(old -> {
            beforeLine = Optional.empty();
            show(old);
            search();
        });
    }

    /** The square that is drawn on. */
    private final class Sheet extends Region {
        private static final double LEAST = 84;
        private static final double MOST = 336;

        private final ImageView view = new ImageView();
        private final Region pen = new Region();

        Sheet() {
            setId("draw-sheet");
            getStyleClass().add("draw-sheet");
            setAccessibleRole(AccessibleRole.IMAGE_VIEW);
            setAccessibleText("Drawing, 28 by 28 pixels");
            setAccessibleHelp("Arrow keys move the brush, Space dabs");
            setFocusTraversable(true);
            setMinSize(LEAST, LEAST);
            view.setSmooth(false);
            pen.getStyleClass().add("draw-pen");
            pen.setMouseTransparent(true);
            pen.visibleProperty().bind(focusVisibleProperty());
            getChildren().addAll(view, pen);
            addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    requestFocus();
                    begin(at(event.getX() - left()), at(event.getY()));
                    event.consume();
                }
            });
            addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
                if (beforeLine.isPresent()) {
                    line(at(event.getX() - left()), at(event.getY()));
                    event.consume();
                }
            });
            addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> end());
            addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.clamp(width, LEAST, MOST);
        }

        private double side() {
            return Math.max(1, Math.min(getWidth(), getHeight()));
        }

        private double left() {
            return (getWidth() - side()) / 2;
        }

        private double at(double place) {
            return place / side() * Drawing.SIDE;
        }

        private void key(KeyEvent event) {
            if (event.getCode() == KeyCode.ESCAPE && beforeLine.isPresent()) {
                cancel();
                event.consume();
                return;
            }
            double step = event.isShiftDown() ? 4 : 1;
            switch (event.getCode()) {
                case LEFT -> penX -= step;
                case RIGHT -> penX += step;
                case UP -> penY -= step;
                case DOWN -> penY += step;
                case SPACE -> {
                    begin(penX, penY);
                    end();
                }
                default -> {
                    return;
                }
            }
            penX = Math.clamp(penX, 0, Drawing.SIDE);
            penY = Math.clamp(penY, 0, Drawing.SIDE);
            requestLayout();
            event.consume();
        }

        @Override
        protected void layoutChildren() {
            double side = side();
            view.setFitWidth(side);
            view.setFitHeight(side);
            view.relocate(left(), 0);
            double thick = Math.max(6, 2 * width.getValue() * side / Drawing.SIDE);
            pen.resizeRelocate(left() + penX / Drawing.SIDE * side - thick / 2,
                    penY / Drawing.SIDE * side - thick / 2, thick, thick);
        }
    }
}
