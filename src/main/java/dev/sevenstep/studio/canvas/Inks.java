package dev.sevenstep.studio.canvas;

import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * Paints for what is drawn by code. The style sheet gives them as grounds of this pane, which has no size: a pane that is seen
 * and has several grounds is painted many times slower.
 */
final class Inks extends Pane {

    Inks(String styleClass) {
        getStyleClass().add(styleClass);
        setManaged(false);
        setMouseTransparent(true);
    }

    /** @param redraw called whenever the style sheet gives other paints */
    void onChanged(Runnable redraw) {
        backgroundProperty().subscribe(redraw);
    }

    /** The paint of a number, from 0; transparent until there is a style. */
    Paint get(int number) {
        Background background = getBackground();
        return background == null || background.getFills().size() <= number
                ? Color.TRANSPARENT
                : background.getFills().get(number).getFill();
    }
}
