package dev.sevenstep.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Walks a scene as a screen reader does and says what it would find no words for: anything that takes the focus, and anything that
 * tells something without being text. Call on the JavaFX thread.
 */
public final class Accessible {
    /** Style classes of what a design is made of: each must be named whether or not it takes the focus. */
    private static final Set<String> NAMED = Set.of("canvas-card", "canvas-link", "canvas-frame", "canvas-note",
            "canvas-group", "badge", "reason-bar-row");
    /** Roles that say nothing of what a thing is. */
    private static final Set<AccessibleRole> VAGUE = Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    /** Roles whose words stand for all that is drawn inside. */
    private static final Set<AccessibleRole> WHOLE = Set.of(AccessibleRole.BUTTON, AccessibleRole.TOGGLE_BUTTON,
            AccessibleRole.LIST_ITEM, AccessibleRole.MENU_ITEM, AccessibleRole.HYPERLINK, AccessibleRole.IMAGE_VIEW,
            AccessibleRole.TEXT, AccessibleRole.SLIDER);

    private final List<String> findings = new ArrayList<>();

    private Accessible() {
    }

    /** One line for everything below {@code root} that lacks a role or words; empty when all is well. */
    public static List<String> findings(Parent root) {
        root.applyCss();
        root.layout();
        Accessible walk = new Accessible();
        walk.visit(root, "", false);
        return walk.findings;
    }

    private void visit(Node node, String path, boolean spoken) {
        if (!node.isVisible()) {
            return;
        }
        String here = path + "/" + describe(node);
        check(node, here, spoken);
        boolean speaks = spoken || WHOLE.contains(node.getAccessibleRole()) && !given(node).isBlank();
        if (node instanceof MenuButton menu) {
            menu.getItems().forEach(item -> checkItem(item, here));
        }
        if (node instanceof SplitPane split) {
            split.getItems().forEach(item -> visit(item, here, speaks));
        } else if (node instanceof ScrollPane scroll) {
            if (scroll.getContent() != null) {
                visit(scroll.getContent(), here, speaks);
            }
        } else if (node instanceof Labeled labeled) {
            // The words of a label speak for the picture beside them; what else stands inside must speak for itself.
            if (labeled.getGraphic() instanceof Parent inside && !(labeled instanceof ButtonBase)) {
                visit(inside, here, speaks);
            }
        } else if (!(node instanceof Control) && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, here, speaks));
        }
    }

    private void check(Node node, String here, boolean spoken) {
        boolean takesFocus = node.isFocusTraversable() && !(node instanceof ScrollPane);
        boolean named = node.getStyleClass().stream().anyMatch(NAMED::contains);
        boolean picture = node instanceof ImageView || node instanceof FontIcon;
        if ((takesFocus || named) && VAGUE.contains(node.getAccessibleRole())) {
            findings.add("no role: " + here);
        }
        if ((takesFocus || named) && words(node).isBlank()) {
            findings.add("no words: " + here);
        }
        if (picture && !spoken && !VAGUE.contains(node.getAccessibleRole()) && given(node).isBlank()) {
            findings.add("a picture without words that does not say it is decoration: " + here);
        }
    }

    private void checkItem(MenuItem item, String here) {
        if (!(item instanceof SeparatorMenuItem) && (item.getText() == null || item.getText().isBlank())) {
            findings.add("a menu item without words: " + here);
        }
    }

    private static String words(Node node) {
        // What is typed into a field is not its name.
        if (node instanceof TextInputControl || node instanceof ComboBoxBase<?>) {
            Object label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
            return label instanceof Label text ? text.getText() : given(node);
        }
        Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return text instanceof String words && !words.isBlank() ? words : given(node);
    }

    private static String given(Node node) {
        return node.getAccessibleText() == null ? "" : node.getAccessibleText();
    }

    private static String describe(Node node) {
        return node.getClass().getSimpleName() + (node.getId() == null ? "" : "#" + node.getId())
                + (node.getStyleClass().isEmpty() ? "" : "." + String.join(".", node.getStyleClass()));
    }
}
