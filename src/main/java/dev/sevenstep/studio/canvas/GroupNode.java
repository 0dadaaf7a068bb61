package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Group;
import dev.sevenstep.design.layout.Bounds;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A titled frame behind cards. Its {@link #title} stands above the links. */
final class GroupNode extends Region {
    private static final List<String> TONES = List.of("accent", "ok", "warn", "bad");
    private static final double TITLE_LEFT = 6;
    private static final double TITLE_TOP = 1;

    private final FontIcon lock = new FontIcon("ci-locked");
    private final Label title = new Label("", lock);

    GroupNode(Group group) {
        lock.getStyleClass().add("lock-icon");
        title.setMnemonicParsing(false);
        title.setContentDisplay(ContentDisplay.RIGHT);
        setManaged(false);
        setAccessibleRole(AccessibleRole.TEXT);
        setId("group-" + group.id());
    }

    /** With a little ground of its own, so that a link that has no other way does not run through the words. */
    Node title() {
        return title;
    }

    void show(Group group) {
        String tone = "tone-" + (TONES.contains(group.tone()) ? group.tone() : "neutral");
        getStyleClass().setAll("canvas-group", tone);
        title.getStyleClass().setAll("group-title", tone);
        title.setText(group.title());
        lock.setVisible(group.locked());
        lock.setManaged(group.locked());
        title.setVisible(group.locked() || !group.title().isEmpty());
        setAccessibleText("Group " + group.title() + (group.locked() ? ", locked" : ""));
        resizeRelocate(group.x(), group.y(), group.width(), group.height());
        title.relocate(group.x() + TITLE_LEFT, group.y() + TITLE_TOP);
        title.setMaxWidth(Math.max(0, group.width() - 2 * TITLE_LEFT));
    }

    static Bounds boundsOf(Group group) {
        return new Bounds(group.x(), group.y(), group.width(), group.height());
    }
}
