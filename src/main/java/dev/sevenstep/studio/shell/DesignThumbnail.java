package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** A design at a glance: its frames and cards as plain shapes, drawn from the model in the colours of the theme. */
final class DesignThumbnail extends Pane {
    private final Design design;

    /** As wide as it is given. */
    DesignThumbnail(Design design, double height) {
        this.design = design;
        getStyleClass().add("thumbnail");
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        setMouseTransparent(true);
        widthProperty().subscribe(width -> draw(width.doubleValue(), height));
    }

    private void draw(double width, double height) {
        getChildren().clear();
        if (width <= 0) {
            return;
        }
        FrameLayout layout = FrameLayout.of(design);
        Bounds extent = layout.extent();
        double margin = 10;
        double scale = Math.min((width - 2 * margin) / extent.width(), (height - 2 * margin) / extent.height());
        double left = (width - extent.width() * scale) / 2 - extent.x() * scale;
        double top = (height - extent.height() * scale) / 2 - extent.y() * scale;
        for (Step step : Step.values()) {
            getChildren().add(shape(layout.frame(step), scale, left, top, "thumbnail-frame", 3));
        }
        for (Component card : design.components()) {
            getChildren().add(shape(layout.bounds(card), scale, left, top, "thumbnail-card", 2));
        }
    }

    private static Rectangle shape(Bounds bounds, double scale, double left, double top, String style, double arc) {
        Rectangle shape = new Rectangle(Math.round(left + bounds.x() * scale) + 0.5,
                Math.round(top + bounds.y() * scale) + 0.5, Math.max(2, Math.round(bounds.width() * scale) - 1),
                Math.max(2, Math.round(bounds.height() * scale) - 1));
        shape.setArcWidth(2 * arc);
        shape.setArcHeight(2 * arc);
        shape.getStyleClass().add(style);
        return shape;
    }
}
