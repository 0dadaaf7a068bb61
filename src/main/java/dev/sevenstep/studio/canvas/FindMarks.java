package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** Marks what was found on the canvas: one outline for all, however many there are, and a stronger one for the current. */
final class FindMarks {
    private static final double AIR = 5;

    private final Editor editor;
    private final Path all = new Path();
    private final Path current = new Path();

    FindMarks(Editor editor) {
        this.editor = editor;
        all.getStyleClass().add("find-mark");
        current.getStyleClass().addAll("find-mark", "current");
        weight(all, 2);
        weight(current, 3.5);
        for (Path path : List.of(all, current)) {
            path.setManaged(false);
            editor.board().overlay().getChildren().add(path);
        }
    }

    /** Seen from afar they are as strong, as there they are needed most. */
    private void weight(Path path, double pixels) {
        ReadOnlyDoubleProperty scale = editor.view().scaleProperty();
        path.strokeWidthProperty().bind(Bindings.createDoubleBinding(() -> pixels / Math.min(1, scale.get()), scale));
    }

    void clear() {
        all.getElements().clear();
        current.getElements().clear();
    }

    void show(List<String> ids, int at) {
        clear();
        for (int i = 0; i < ids.size(); i++) {
            Path path = i == at ? current : all;
            boundsOf(ids.get(i)).ifPresent(box -> outline(path, box.grown(AIR)));
        }
    }

    private static void outline(Path path, Bounds box) {
        path.getElements().addAll(new MoveTo(box.x(), box.y()), new LineTo(box.right(), box.y()),
                new LineTo(box.right(), box.bottom()), new LineTo(box.x(), box.bottom()),
                new LineTo(box.x(), box.y()));
    }

    /** Where an element stands on the canvas; for a link, the middle of its way. */
    Optional<Bounds> boundsOf(String id) {
        Shown shown = editor.board().shown();
        return shown.design().components().get(id).map(shown::bounds)
                .or(() -> shown.design().notes().get(id).map(NoteNode::boundsOf))
                .or(() -> shown.design().groups().get(id)
                        .map(group -> new Bounds(group.x(), group.y(), group.width(), 24)))
                .or(() -> shown.design().links().get(id).flatMap(link -> middle(shown.route(link.id()))));
    }

    private static Optional<Bounds> middle(List<Point> route) {
        if (route.size() < 2) {
            return Optional.empty();
        }
        Point a = route.get((route.size() - 1) / 2);
        Point b = route.get((route.size() - 1) / 2 + 1);
        return Optional.of(Bounds.between(a.x(), a.y(), b.x(), b.y()).grown(6));
    }
}
