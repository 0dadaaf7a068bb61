package dev.sevenstep.studio.outline;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line of a row that is always there: an arrow, an icon or a number, a title and what else is good to see. */
final class Line extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final FontIcon arrow = new FontIcon("ci-chevron-right");
    private final StackPane mark = new StackPane();
    private final FontIcon icon = new FontIcon("ci-help");
    private final Label number = new Label();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label end = new Label();
    private final Runnable toggle;
    private @Nullable Words shown;
    private boolean open;

    /**
     * What a line says.
     *
     * @param mark literal of an icon, or a number
     * @param detail beside the title
     * @param end at the right edge
     */
    record Words(String mark, String title, String detail, String end) {}

    /** @param toggle opens or closes the row */
    Line(Runnable toggle) {
        this.toggle = toggle;
        getStyleClass().add("outline-line");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TITLED_PANE);
        // Glyphs are no letters, and the line says in words what they stand for.
        arrow.setAccessibleRole(AccessibleRole.NODE);
        icon.setAccessibleRole(AccessibleRole.NODE);
        StackPane arrowBox = new StackPane(arrow);
        arrowBox.getStyleClass().add("outline-arrow");
        arrowBox.setOnMouseClicked(event -> {
            toggle.run();
            event.consume();
        });
        mark.getStyleClass().add("outline-mark");
        number.getStyleClass().add("outline-number");
        title.getStyleClass().add("outline-title");
        title.setMinWidth(60);
        detail.getStyleClass().add("muted");
        detail.setMinWidth(0);
        end.getStyleClass().addAll("muted", "small-text");
        end.setMinWidth(Region.USE_PREF_SIZE);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        getChildren().addAll(arrowBox, mark, title, detail, spring, end);
        setOnMousePressed(_ -> requestFocus());
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                toggle.run();
            }
        });
    }

    void show(Words words, boolean isOpen) {
        if (words.equals(shown) && isOpen == open) {
            return;
        }
        shown = words;
        open = isOpen;
        arrow.setIconLiteral(isOpen ? "ci-chevron-down" : "ci-chevron-right");
        boolean numbered = !words.mark().isEmpty() && Character.isDigit(words.mark().charAt(0));
        if (numbered) {
            number.setText(words.mark());
            mark.getChildren().setAll(number);
        } else {
            icon.setIconLiteral(words.mark());
            mark.getChildren().setAll(icon);
        }
        title.setText(words.title());
        detail.setText(words.detail());
        end.setText(words.end());
        List<String> spoken = List.of(numbered ? "Step " + words.mark() : "", words.title(), words.detail(),
                words.end());
        setAccessibleText(String.join(", ", spoken.stream().filter(word -> !word.isEmpty()).toList())
                + (isOpen ? ", open" : ", closed"));
        notifyAccessibleAttributeChanged(AccessibleAttribute.EXPANDED);
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.EXPANDED
                ? Boolean.valueOf(open)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        boolean asked = action == AccessibleAction.EXPAND && !open || action == AccessibleAction.COLLAPSE && open;
        if (asked) {
            toggle.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
