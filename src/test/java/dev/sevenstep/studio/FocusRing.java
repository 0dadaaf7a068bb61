package dev.sevenstep.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.Border;
import javafx.scene.layout.Region;

/**
 * Gives everything that takes the focus its look with the keyboard's focus and compares the picture before and after: where
 * nothing changes, a person who uses the keyboard does not know where they are. Call on the JavaFX thread.
 */
public final class FocusRing {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final PseudoClass VISIBLE = PseudoClass.getPseudoClass("focus-visible");
    private static final PseudoClass WITHIN = PseudoClass.getPseudoClass("focus-within");
    private static final double AROUND = 5;
    /** Fewer pixels than this are no ring. */
    private static final int LEAST = 24;

    private FocusRing() {
    }

    /** What takes the focus below {@code root}, can be seen, and does not look focused when it is. */
    public static List<String> missing(Parent root) {
        root.applyCss();
        root.layout();
        List<Node> takers = new ArrayList<>();
        collect(root, takers);
        List<String> missing = new ArrayList<>();
        for (Node node : takers) {
            int changed = changed(root, node);
            if (changed < LEAST && !changesItsFrame(root, node)) {
                missing.add(node.getClass().getSimpleName() + (node.getId() == null ? "" : "#" + node.getId()) + "."
                        + String.join(".", node.getStyleClass()) + " in " + node.getParent().getStyleClass() + ": "
                        + changed + " pixels");
            }
        }
        return missing;
    }

    private static void collect(Node node, List<Node> takers) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable() && !node.isDisabled() && !(node instanceof ScrollPane)) {
            takers.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, takers));
        }
    }

    private static int changed(Parent root, Node node) {
        Bounds bounds = root.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        Rectangle2D area = new Rectangle2D(bounds.getMinX() - AROUND, bounds.getMinY() - AROUND,
                Math.clamp(bounds.getWidth() + 2 * AROUND, 1, 900),
                Math.clamp(bounds.getHeight() + 2 * AROUND, 1, 700));
        WritableImage before = picture(root, area);
        show(root, node, true, true);
        WritableImage after = picture(root, area);
        show(root, node, node.isFocused(), node.isFocusVisible());
        int changed = 0;
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                changed += before.getPixelReader().getArgb(x, y) == after.getPixelReader().getArgb(x, y) ? 0 : 1;
            }
        }
        return changed;
    }

    /** For what lies where a picture does not reach, such as further down in a scrolled list. */
    private static boolean changesItsFrame(Parent root, Node node) {
        if (!(node instanceof Region region)) {
            return false;
        }
        Background background = region.getBackground();
        Border border = region.getBorder();
        // A field without a frame of its own stands in a box that has one.
        Background box = region.getParent() instanceof Region parent ? parent.getBackground() : null;
        show(root, node, true, true);
        boolean changed = !Objects.equals(background, region.getBackground())
                || !Objects.equals(border, region.getBorder())
                || region.getParent() instanceof Region parent && !Objects.equals(box, parent.getBackground());
        show(root, node, node.isFocused(), node.isFocusVisible());
        return changed;
    }

    private static void show(Parent root, Node node, boolean focused, boolean visible) {
        node.pseudoClassStateChanged(FOCUSED, focused);
        node.pseudoClassStateChanged(VISIBLE, visible);
        node.getParent().pseudoClassStateChanged(WITHIN, focused);
        root.applyCss();
    }

    private static WritableImage picture(Parent root, Rectangle2D area) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(area);
        return root.snapshot(parameters, null);
    }
}
