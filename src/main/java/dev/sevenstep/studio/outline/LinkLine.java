package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.LinkKindSwitch;
import dev.sevenstep.studio.form.TextBinding;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** One link of a component: the other end, what flows, its label. While the focus is in it, the link is selected. */
final class LinkLine extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final double NAME_WIDTH = 190;

    private final DocumentSession session;
    private final String id;
    private final String card;
    private final FontIcon arrow = new FontIcon("ci-arrow-right");
    private final Hyperlink other = new Hyperlink();
    private final LinkKindSwitch kind;
    private final TextField label = new TextField();
    private final TextBinding labelText;
    private String otherId = "";

    LinkLine(Outline outline, String id, String card) {
        session = outline.session();
        this.id = id;
        this.card = card;
        getStyleClass().add("link-line");
        other.setMnemonicParsing(false);
        other.setOnAction(_ -> outline.go(new Item.Card(otherId)));
        kind = new LinkKindSwitch(session, Set.of(id));
        kind.getStyleClass().add("dense");
        label.setPromptText("label");
        label.setAccessibleText("Label of the link");
        label.setPrefColumnCount(6);
        labelText = new TextBinding(label, session, "label " + id, false,
                design -> design.links().get(id).map(Link::label).orElse(""), typed -> Edits.setLinkLabel(id, typed));
        Button delete = new Button("Delete link", new FontIcon("ci-close"));
        delete.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        delete.getStyleClass().addAll("flat", "icon-button");
        delete.setAccessibleText("Delete this link");
        delete.setOnAction(_ -> delete());
        other.setPrefWidth(NAME_WIDTH);
        other.setMinWidth(70);
        kind.setMinWidth(USE_PREF_SIZE);
        kind.setMaxWidth(USE_PREF_SIZE);
        label.setMinWidth(50);
        label.setMaxWidth(320);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().addAll(arrow, other, kind, label, Row.spring(), delete);
        focusWithinProperty().subscribe(within -> {
            if (within) {
                outline.choose(id);
            }
        });
        other.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                delete();
                event.consume();
            }
        });
    }

    /** Whether a node stands in such a line; the link selects itself while the focus is there. */
    static boolean isAround(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof LinkLine) {
                return true;
            }
        }
        return false;
    }

    private void delete() {
        session.apply(Edits.delete(session.design(), Set.of(id)));
    }

    void show(Design design) {
        design.links().get(id).ifPresent(link -> {
            boolean leaves = link.from().equals(card);
            otherId = leaves ? link.to() : link.from();
            String name = design.components().get(otherId).map(Component::title).orElse(otherId + " (missing)");
            arrow.setIconLiteral(leaves ? "ci-arrow-right" : "ci-arrow-left");
            other.setText(name);
            other.setAccessibleText((leaves ? "Link to " : "Link from ") + name + (link.disabled() ? ", disabled" : "")
                    + ". Enter goes there, Delete deletes the link.");
            kind.show(design);
            labelText.show(design);
            setOpacity(link.disabled() ? 0.5 : 1);
        });
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
