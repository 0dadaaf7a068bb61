package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Link;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.studio.canvas.CanvasView;
import dev.sevenstep.studio.canvas.PaletteView;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.inspector.InspectorView;
import dev.sevenstep.studio.outline.OutlineView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The design to work on: palette, canvas and inspector side by side, or the outline beside the canvas, or the outline alone. The
 * sides keep their width when the window changes its own.
 */
final class DesignView extends SplitPane {
    private static final double PALETTE_WIDTH = 216;
    private static final double INSPECTOR_WIDTH = 312;
    /** A divider's position is that of its middle, logical pixels. */
    private static final double HALF_DIVIDER = 1;
    private static final double OUTLINE_SHARE = 0.42;

    private final DocumentSession session;
    private final Supplier<List<Experiment>> cases;
    private final ObjectProperty<DesignLayout> layout;
    private final CanvasView canvas;
    private final PaletteView palette;
    private final InspectorView inspector;
    private final BooleanProperty paletteShown = new SimpleBooleanProperty(this, "paletteShown", true);
    private final BooleanProperty beside = new SimpleBooleanProperty(this, "beside");
    private final BooleanProperty inspectorShown = new SimpleBooleanProperty(this, "inspectorShown", true);
    private @Nullable OutlineView outline;
    private double paletteWidth = PALETTE_WIDTH;
    private double inspectorWidth = INSPECTOR_WIDTH;
    private boolean placed;
    private boolean arranged;

    DesignView(DocumentSession session, ObjectProperty<DesignLayout> layout, Executor background,
            Supplier<List<Experiment>> cases) {
        this.session = session;
        this.cases = cases;
        this.layout = layout;
        getStyleClass().add("design-view");
        canvas = new CanvasView(session, background);
        palette = new PaletteView(session, canvas);
        inspector = new InspectorView(session, cases);
        palette.setMinWidth(160);
        palette.setMaxWidth(360);
        inspector.setMinWidth(280);
        inspector.setMaxWidth(560);
        setResizableWithParent(palette, false);
        setResizableWithParent(inspector, false);
        remember(palette, width -> paletteWidth = width);
        remember(inspector, width -> inspectorWidth = width);
        arrange();
        paletteShown.subscribe((_, _) -> arrange());
        inspectorShown.subscribe((_, _) -> arrange());
        layout.subscribe(this::change);
        session.selectionProperty().subscribe(this::follow);
        SidePanels.follow(widthProperty(), beside, paletteShown, inspectorShown);
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

    /** Whether another design is seen beside this one. */
    BooleanProperty besideProperty() {
        return beside;
    }

    private OutlineView outline() {
        OutlineView made = outline;
        if (made == null) {
            made = new OutlineView(session, cases);
            made.setMinWidth(380);
            setResizableWithParent(made, false);
            outline = made;
        }
        return made;
    }

    /** Shows or hides the palette, which belongs to the canvas alone. */
    void togglePalette() {
        toggle(paletteShown);
    }

    /** Shows or hides the inspector, which belongs to the canvas alone. */
    void toggleInspector() {
        toggle(inspectorShown);
    }

    private void toggle(BooleanProperty side) {
        boolean hidden = layout.get() != DesignLayout.CANVAS || !side.get();
        layout.set(DesignLayout.CANVAS);
        side.set(hidden);
    }

    /** Selects a component, brings it into view and gives it the focus. */
    void goTo(String componentId) {
        session.select(Selection.of(componentId));
        if (layout.get() == DesignLayout.OUTLINE) {
            outline().focusLine();
        } else {
            canvas.goTo(componentId);
        }
    }

    /** Gives the keyboard to what is worked in. */
    void takeFocus() {
        // Before its first style pass a split pane's parts are in no window, and could not take it.
        applyCss();
        if (layout.get() == DesignLayout.OUTLINE) {
            outline().focusLine();
        } else {
            canvas.focusCanvas();
        }
    }

    /**
     * Gives the keyboard to the next of the parts that are seen: palette, canvas, inspector, outline.
     *
     * @param step 1 for the one to the right, −1 to the left, round the ends
     */
    void focusPart(int step) {
        List<Node> parts = List.copyOf(getItems());
        int now = parts.stream().filter(Node::isFocusWithin).findFirst().map(parts::indexOf)
                .orElse(parts.indexOf(canvas));
        Node next = parts.get(Math.floorMod(now + step, parts.size()));
        if (next == outline) {
            outline().focusLine();
        } else if (next == canvas) {
            session.selection().ids().stream().filter(session.design().components()::contains).findFirst()
                    .filter(_ -> session.selection().ids().size() == 1)
                    .ifPresentOrElse(canvas::goTo, canvas::focusCanvas);
        } else if (next.lookup(".text-input") instanceof Node field) {
            field.requestFocus();
        }
    }

    /** Puts the cursor into the design's title. */
    void editTitle() {
        session.select(Selection.none());
        if (layout.get() == DesignLayout.CANVAS) {
            inspectorShown.set(true);
            inspector.editTitle();
        } else {
            outline().editTitle();
        }
    }

    private void change(DesignLayout before, DesignLayout now) {
        boolean hadFocus = isFocusWithin();
        arrange();
        // The canvas has another width beside the outline than beside palette and inspector.
        boolean resized = now == DesignLayout.SPLIT || before == DesignLayout.SPLIT && now == DesignLayout.CANVAS;
        if (resized && getScene() != null) {
            applyCss();
            layout();
            place();
            layout();
            canvas.fit();
        }
        if (now != DesignLayout.CANVAS) {
            outline().focusLine();
        } else if (hadFocus) {
            canvas.focusCanvas();
        }
    }

    /** What is gone to in the outline comes into view on the canvas; the other way the outline sees to it. */
    private void follow(Selection selection) {
        OutlineView shown = outline;
        if (layout.get() == DesignLayout.SPLIT && shown != null && shown.isFocusWithin()) {
            selection.ids().stream().reduce((_, last) -> last)
                    .map(id -> session.design().links().get(id).map(Link::from).orElse(id)).ifPresent(canvas::reveal);
        }
    }

    private void arrange() {
        List<Node> wanted = new ArrayList<>(switch (layout.get()) {
            case CANVAS -> List.<Node>of(canvas);
            case SPLIT -> List.of(outline(), canvas);
            case OUTLINE -> List.<Node>of(outline());
        });
        if (layout.get() == DesignLayout.CANVAS && paletteShown.get()) {
            wanted.addFirst(palette);
        }
        if (layout.get() == DesignLayout.CANVAS && inspectorShown.get()) {
            wanted.add(inspector);
        }
        if (!getItems().equals(wanted)) {
            Optional<Node> focused = Optional.ofNullable(getScene()).map(Scene::getFocusOwner)
                    .filter(_ -> isFocusWithin());
            getItems().setAll(wanted);
            arranged = true;
            // A part that is taken out and put in again has lost the keyboard.
            focused.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
        }
        place();
    }

    /** A split pane that gets parts and another width at once shares the difference out and forgets where its dividers were set. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (arranged && getWidth() > 0) {
            place();
            arranged = false;
            super.layoutChildren();
        }
    }

    private void place() {
        double width = getWidth();
        if (width <= 0) {
            return;
        }
        if (layout.get() == DesignLayout.SPLIT) {
            setDividerPosition(0, OUTLINE_SHARE);
        }
        if (layout.get() != DesignLayout.CANVAS) {
            return;
        }
        int divider = 0;
        if (paletteShown.get()) {
            setDividerPosition(divider++, (paletteWidth + HALF_DIVIDER) / width);
        }
        if (inspectorShown.get()) {
            setDividerPosition(divider, 1 - (inspectorWidth + HALF_DIVIDER) / width);
        }
    }

    /** The width the user gave a side; not the one it is squeezed to when the view is about to be too narrow for it. */
    private void remember(Region side, DoubleConsumer width) {
        side.widthProperty().subscribe(now -> {
            if (now.doubleValue() > 0 && !arranged && getWidth() >= SidePanels.NARROW && !beside.get()) {
                width.accept(now.doubleValue());
            }
        });
    }
}
