package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Group;
import dev.sevenstep.design.layout.Bounds;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A titled frame behind cards. */
final class GroupNode extends Region {
    private static final List<String> TONES = List.of("accent", "ok", "warn", "bad");

    private final Label title = new Label();
    private final FontIcon lock = new FontIcon("ci-locked");

    GroupNode(Group group) {
        title.getStyleClass().add("group-title");
        lock.getStyleClass().add("lock-icon");
        getChildren().addAll(title, lock);
        setManaged(false);
        setAccessibleRole(AccessibleRole.TEXT);
        setId("group-" + group.id());
    }

    void show(Group group) {
        String tone = TONES.contains(group.tone()) ? group.tone() : "neutral";
        getStyleClass().setAll("canvas-group", "tone-" + tone);
        title.setText(group.title());
        lock.setVisible(group.locked());
        setAccessibleText("Group " + group.title() + (group.locked() ? ", locked" : ""));
        resizeRelocate(group.x(), group.y(), group.width(), group.height());
    }

    static Bounds boundsOf(Group group) {
        return new Bounds(group.x(), group.y(), group.width(), group.height());
    }

    @Override
    protected void layoutChildren() {
        title.resizeRelocate(10, 4, getWidth() - 36, 18);
        lock.relocate(getWidth() - 20, 7);
    }
}
