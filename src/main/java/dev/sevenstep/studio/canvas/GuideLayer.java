package dev.sevenstep.studio.canvas;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** Draws guides over the cards while something is moved or resized. */
final class GuideLayer {
    private static final double TICK = 4;

    private final Pane overlay;
    private final Path lines = new Path();
    private final Path gaps = new Path();
    private final Group group = new Group(lines, gaps);
    private List<Guides.Line> shown = List.of();
    private double shownScale;

    GuideLayer(Pane overlay) {
        this.overlay = overlay;
        lines.getStyleClass().add("guide-line");
        gaps.getStyleClass().add("guide-gap");
        group.setManaged(false);
        overlay.getChildren().add(group);
    }

    void show(List<Guides.Line> now, double scale) {
        if (now.equals(shown) && scale == shownScale) {
            return;
        }
        shown = List.copyOf(now);
        shownScale = scale;
        lines.getElements().clear();
        gaps.getElements().clear();
        lines.setStrokeWidth(1 / scale);
        gaps.setStrokeWidth(1.4 / scale);
        for (Guides.Line line : now) {
            Path path = line.gap() ? gaps : lines;
            stroke(path, line.x1(), line.y1(), line.x2(), line.y2());
            if (line.gap()) {
                boolean level = line.y1() == line.y2();
                double tick = TICK / scale;
                double dx = level ? 0 : tick;
                double dy = level ? tick : 0;
                stroke(path, line.x1() - dx, line.y1() - dy, line.x1() + dx, line.y1() + dy);
                stroke(path, line.x2() - dx, line.y2() - dy, line.x2() + dx, line.y2() + dy);
            }
        }
    }

    private static void stroke(Path path, double x1, double y1, double x2, double y2) {
        path.getElements().addAll(new MoveTo(x1, y1), new LineTo(x2, y2));
    }

    void remove() {
        overlay.getChildren().remove(group);
    }
}
