package dev.sevenstep.studio.shell;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lies over the window while a file is dragged over it and says what dropping will do. */
final class DropHint extends StackPane {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final FontIcon icon = new FontIcon();
    private final Label words = new Label("", icon);

    DropHint() {
        getStyleClass().add("drop-hint");
        words.getStyleClass().addAll("heading", "floating");
        words.setMnemonicParsing(false);
        words.setWrapText(true);
        getChildren().add(words);
        setMouseTransparent(true);
        hide();
    }

    void show(boolean welcome, String text) {
        icon.setIconLiteral(welcome ? "ci-document-import" : "ci-warning-alt");
        words.setText(text);
        pseudoClassStateChanged(REFUSED, !welcome);
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
