package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.LinkRouter;
import java.util.Set;
import java.util.stream.DoubleStream;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

/** A design at a glance: its frames, links and cards as plain shapes, drawn from the model in the colours of the theme. */
final class DesignThumbnail extends Pane {
    /** Height for one unit of width; designs are somewhat wider than high. */
    private static final double ASPECT = 0.68;
    private static final double MARGIN = 12;

    /** More links than this at the size of a stamp are a grey patch that takes seconds to route. */
    private static final int MOST_LINKS = 1_500;

    private final Design design;
    private final Set<String> marked;

    /** As wide as it is given, and as high as suits that. */
    DesignThumbnail(Design design) {
        this(design, Set.of());
    }

    /**
     * @param marked ids of cards to point out
     */
    DesignThumbnail(Design design, Set<String> marked) {
        this.design = design;
        this.marked = Set.copyOf(marked);
        getStyleClass().add("thumbnail");
        setMouseTransparent(true);
        widthProperty().subscribe(width -> {
            double height = Math.round(width.doubleValue() * ASPECT);
            setMinHeight(height);
            setPrefHeight(height);
            setMaxHeight(height);
            draw(width.doubleValue(), height);
        });
    }

    private void draw(double width, double height) {
        getChildren().clear();
        if (width <= 2 * MARGIN) {
            return;
        }
        FrameLayout layout = FrameLayout.of(design);
        Bounds extent = layout.extent();
        double scale = Math.min((width - 2 * MARGIN) / extent.width(), (height - 2 * MARGIN) / extent.height());
        double left = (width - extent.width() * scale) / 2 - extent.x() * scale;
        double top = (height - extent.height() * scale) / 2 - extent.y() * scale;
        for (Step step : Step.values()) {
            getChildren().add(shape(layout.frame(step), scale, left, top, "thumbnail-frame", 3));
        }
        Design routed = design.links().size() > MOST_LINKS ? design.withLinks(Elements.none()) : design;
        LinkRouter.route(routed, layout).values().forEach(route -> {
            Polyline line = new Polyline(route.stream()
                    .flatMapToDouble(point -> DoubleStream.of(Math.round(left + point.x() * scale) + 0.5,
                            Math.round(top + point.y() * scale) + 0.5))
                    .toArray());
            line.getStyleClass().add("thumbnail-link");
            getChildren().add(line);
        });
        for (Component card : design.components()) {
            Rectangle shape = shape(layout.bounds(card), scale, left, top, "thumbnail-card", 2);
            if (marked.contains(card.id())) {
                shape.getStyleClass().add("marked");
            }
            getChildren().add(shape);
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
