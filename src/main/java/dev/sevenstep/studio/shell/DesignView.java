package dev.sevenstep.studio.shell;

import dev.sevenstep.studio.canvas.CanvasView;
import dev.sevenstep.studio.canvas.PaletteView;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.inspector.InspectorView;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Palette, canvas and inspector side by side. The sides keep their width when the window changes its own. */
final class DesignView extends SplitPane {
    private static final double PALETTE_WIDTH = 216;
    private static final double INSPECTOR_WIDTH = 312;

    private final CanvasView canvas;
    private final PaletteView palette;
    private final InspectorView inspector;
    private final BooleanProperty paletteShown = new SimpleBooleanProperty(this, "paletteShown", true);
    private final BooleanProperty inspectorShown = new SimpleBooleanProperty(this, "inspectorShown", true);
    private boolean placed;

    DesignView(DocumentSession session, Executor background) {
        getStyleClass().add("design-view");
        canvas = new CanvasView(session, background);
        palette = new PaletteView(session, canvas);
        inspector = new InspectorView(session);
        palette.setMinWidth(160);
        palette.setMaxWidth(360);
        inspector.setMinWidth(280);
        inspector.setMaxWidth(560);
        setResizableWithParent(palette, false);
        setResizableWithParent(inspector, false);
        paletteShown.subscribe(_ -> arrange());
        inspectorShown.subscribe(_ -> arrange());
        widthProperty().subscribe(_ -> {
            if (!placed && getWidth() > 0) {
                placed = true;
                place();
            }
        });
    }

    CanvasView canvas() {
        return canvas;
    }

    InspectorView inspector() {
        return inspector;
    }

    BooleanProperty paletteShownProperty() {
        return paletteShown;
    }

    BooleanProperty inspectorShownProperty() {
        return inspectorShown;
    }

    private void arrange() {
        getItems().setAll(canvas);
        if (paletteShown.get()) {
            getItems().addFirst(palette);
        }
        if (inspectorShown.get()) {
            getItems().add(inspector);
        }
        place();
    }

    private void place() {
        double width = getWidth();
        if (width <= 0) {
            return;
        }
        int divider = 0;
        if (paletteShown.get()) {
            setDividerPosition(divider++, kept(palette, PALETTE_WIDTH) / width);
        }
        if (inspectorShown.get()) {
            setDividerPosition(divider, 1 - kept(inspector, INSPECTOR_WIDTH) / width);
        }
    }

    /** The width the user gave a side, or the usual one. */
    private static double kept(Node side, double usual) {
        double now = side.getLayoutBounds().getWidth();
        return now > 0 ? now : usual;
    }
}
