package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Group;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A titled frame behind cards. */
final class GroupNode extends Region {
    private static final List<String> TONES = List.of("accent", "ok", "warn", "bad");

    private final Label title = new Label();

    GroupNode(Group group) {
        title.getStyleClass().add("group-title");
        getChildren().add(title);
        setManaged(false);
        setAccessibleRole(AccessibleRole.TEXT);
        setId("group-" + group.id());
    }

    void show(Group group) {
        String tone = TONES.contains(group.tone()) ? group.tone() : "neutral";
        getStyleClass().setAll("canvas-group", "tone-" + tone);
        title.setText(group.title());
        setAccessibleText("Group " + group.title());
        resizeRelocate(group.x(), group.y(), group.width(), group.height());
    }

    @Override
    protected void layoutChildren() {
        title.resizeRelocate(10, 4, getWidth() - 20, 18);
    }
}
