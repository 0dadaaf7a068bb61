package dev.sevenstep.studio.inspector;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Kind;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import dev.sevenstep.studio.control.Row;
import org.kordamp.ikonli.javafx.FontIcon;

/** Components by name, each a way to select it alone. Of many only the first are listed, so that the form stays quick. */
final class NameList extends VBox {
    private static final int MOST = 40;

    private final DocumentSession session;

    NameList(DocumentSession session) {
        this.session = session;
        getStyleClass().add("name-list");
    }

    void show(List<Component> cards, Catalogue catalogue) {
        getChildren().setAll(cards.stream().limit(MOST).map(card -> line(card, catalogue.kind(card.kind()))).toList());
        if (cards.size() > MOST) {
            Label rest = new Label("and " + (cards.size() - MOST) + " more");
            rest.getStyleClass().add("muted");
            getChildren().add(rest);
        }
    }

    private Node line(Component card, Optional<Kind> kind) {
        Hyperlink name = new Hyperlink(card.title(), new FontIcon(kind.map(Kind::icon).orElse("ci-help")));
        name.setMnemonicParsing(false);
        name.setAccessibleText("Select only " + card.title());
        name.setOnAction(_ -> session.select(Selection.of(card.id())));
        Label step = new Label(card.step().number() + "");
        step.getStyleClass().addAll("muted", "small-text");
        step.setAccessibleText("Step " + card.step().number());
        step.setMinWidth(Region.USE_PREF_SIZE);
        return new Row(name, Row.spring(), step);
    }
}
