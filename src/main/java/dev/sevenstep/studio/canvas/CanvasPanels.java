package dev.sevenstep.studio.canvas;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What opens in the corner of the canvas: the find bar, the history. Below each other when both are open. */
final class CanvasPanels extends VBox {
    private static final double WIDTH = 320;

    private final FindBar find;
    private final HistoryPanel history;
    private final LinkWalk walk;

    CanvasPanels(Region surface, Editor editor, LinkChooser chooser) {
        find = new FindBar(editor);
        history = new HistoryPanel(editor);
        walk = new LinkWalk(surface, editor, chooser);
        getStyleClass().add("canvas-panels");
        getChildren().addAll(find, history);
        setManaged(false);
        setPickOnBounds(false);
    }

    /** Stands in the right upper corner of the canvas. */
    void place(double canvasWidth, double edge) {
        double width = Math.min(WIDTH, canvasWidth - 2 * edge);
        resizeRelocate(canvasWidth - width - edge, edge, width, prefHeight(width));
    }

    @Override
    public void requestLayout() {
        super.requestLayout();
        // It is laid out by hand, so a change of its height has to be passed on.
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    void find() {
        find.open();
    }

    /** @param step 1 for the next match, −1 for the one before */
    void findOn(int step) {
        find.go(step);
    }

    void toggleHistory() {
        history.toggle();
    }

    void walk(boolean ahead) {
        walk.go(ahead);
    }
}
