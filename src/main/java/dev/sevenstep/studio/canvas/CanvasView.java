package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Suggestions;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Fragments;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The design canvas: seven step frames, cards, links and notes, with zoom buttons, an overview and a list to add from.
 *
 * <p>Every change goes through the session. The view fits the design when it is first shown and when another document is
 * opened, and goes on to when it gets another size, until somebody zooms or pans.
 */
public final class CanvasView extends Pane {
    private static final double EDGE = 14;
    /** The overview of a larger design does not follow a drag, only what comes of it. */
    private static final int LIVE_OVERVIEW = 300;

    private final DocumentSession session;
    private final Viewport view = new Viewport();
    private final DotGrid dots = new DotGrid();
    private final Board board;
    private final Pane surface = new Pane();
    private final Label message = new Label();
    private final HBox zoomBar = new HBox();
    private final Label percent = new Label();
    private final Editor editor;
    private final Minimap minimap;
    private final QuickAdd quickAdd;
    private final TitleEditor titleEditor = new TitleEditor();
    private final NoteEditor noteEditor = new NoteEditor();
    private final Handles handles;
    private final PaletteDrop paletteDrop;
    private final CanvasMouse mouse;
    private final CanvasPanels panels;
    private final ContextMenus menus;
    private final Glide glide;
    private Consumer<String> notices = _ -> {};
    private final List<Command> commands;
    private boolean fitted;

    /** A canvas that makes all routes at once. */
    public CanvasView(DocumentSession session) {
        this(session, Runnable::run);
    }

    /** @param background where the links of a large design are routed, and large clipboards read */
    public CanvasView(DocumentSession session, Executor background) {
        this.session = session;
        board = new Board(session.catalogue(), view, session.design(), background);
        editor = new Editor(session, board, view, new Chrome(), background);
        minimap = new Minimap(editor);
        quickAdd = new QuickAdd(editor);
        handles = new Handles(editor);
        paletteDrop = new PaletteDrop(editor);
        glide = new Glide(this, session, board);
        getStyleClass().add("canvas");
        getStylesheets().add(sheet());
        surface.getStyleClass().add("canvas-surface");
        surface.setId("canvas");
        surface.setFocusTraversable(true);
        surface.setAccessibleRole(AccessibleRole.SCROLL_PANE);
        surface.setAccessibleText("Design canvas. Tab walks from card to card, slash adds a component.");
        surface.getChildren().addAll(dots, board);
        message.getStyleClass().add("canvas-message");
        message.setId("canvas-message");
        message.setWrapText(true);
        message.setMouseTransparent(true);
        message.setManaged(false);
        message.setVisible(false);
        buildZoomBar();
        LinkChooser chooser = new LinkChooser(editor);
        panels = new CanvasPanels(surface, editor, chooser);
        getChildren().addAll(surface, minimap, zoomBar, message, quickAdd, titleEditor, noteEditor, chooser,
                panels);
        mouse = new CanvasMouse(surface, editor, handles);
        CanvasKeys keys = new CanvasKeys(surface, editor, mouse);
        commands = CanvasCommands.of(this, surface, editor, mouse, keys, panels);
        menus = new ContextMenus(surface, editor, mouse);
        menus.install(commands);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        view.onMoved(this::follow);
        board.onUpdated(() -> {
            if (!board.inPreview() || board.shown().design().components().size() <= LIVE_OVERVIEW) {
                minimap.draw(board.shown());
            }
            showMinimap();
            handles.refresh();
        });
        dots.onChanged(() -> dots.draw(view));
        // They would stand half behind the field.
        noteEditor.visibleProperty().subscribe(handles::hide);
        session.designProperty().subscribe(now -> {
            mouse.cancel();
            board.setDesign(now);
        });
        session.selectionProperty().subscribe(board::setSelection);
        session.historyProperty().subscribe(() -> {
            mouse.cancel();
            fitted = false;
            requestLayout();
        });
    }

    private static String sheet() {
        return Objects.requireNonNull(CanvasView.class.getResource("canvas.css"), "canvas.css").toExternalForm();
    }

    /** What the canvas can do, for menus, command palette and keys. */
    public List<Command> commands() {
        return commands;
    }

    /** Commands of other parts of the window that the canvas' menus hold too, such as to tidy. */
    public void offer(List<Command> more) {
        menus.know(more);
    }

    /** Where what should be said apart from the canvas goes: what a replaced component could not keep. */
    public void onNotice(Consumer<String> listener) {
        notices = listener;
    }

    /** What usually follows what: lists of components to link with are in this order from now on. */
    public void suggest(Suggestions suggestions) {
        editor.choices().suggest(suggestions);
    }

    /** Does one of {@link #commands} by its id, if it can be done now. */
    void run(String command) {
        commands.stream().filter(each -> each.id().equals(command)).findFirst().ifPresent(Command::run);
    }

    /** Adds a component at a free place of its step's frame, selects it and brings it into view. */
    public void add(Kind kind) {
        editor.add(kind);
    }

    /** Shows the whole design, no larger than 100 %. */
    public void fit() {
        editor.fit();
    }

    /** Shows a card, selects it and gives it the focus. */
    public void goTo(String componentId) {
        editor.goTo(componentId);
    }

    Viewport viewport() {
        return view;
    }

    /** What is shown, brought up to date first. */
    Shown shown() {
        return board.shown();
    }

    /** Shows a design that is not kept; null to show the document again. */
    void previewOf(@Nullable Design draft) {
        board.preview(draft);
        board.shown();
    }

    /** Brings a card into view; the focus stays where it is. */
    public void reveal(String componentId) {
        editor.reveal(componentId);
    }

    /** Gives the keyboard to the canvas. */
    public void focusCanvas() {
        editor.focusCanvas();
    }

    /** Changes the design so that one sees where the cards go; at once where the system asks for less motion. */
    public void glide(Edit edit) {
        glide.run(edit);
    }

    /** Whether something is on its way after {@link #glide}. */
    boolean glides() {
        return glide.isRunning();
    }

    /** Copies of the cards that are being dragged about, if any are: another document may take them. */
    public Optional<Design> carried() {
        return mouse.carried();
    }

    /** While cards dragged from here would land in another document, this one is shown as it was. */
    public void setAway(boolean away) {
        mouse.setAway(away);
    }

    /** Ends a drag as Esc does: everything is as it was. */
    public void putBack() {
        mouse.cancel();
    }

    /**
     * Adds copies of another document's cards and selects them.
     *
     * @param scenePlace where in the scene they go, if it matters
     * @param name of the entry of the history: what came, and from where
     */
    public void receive(Design fragment, Optional<Point2D> scenePlace, String name) {
        editor.paste(Fragments.placed(session.design(), fragment,
                scenePlace.flatMap(at -> place(at.getX(), at.getY()))), edit -> edit.named(name));
    }

    /** The kinds that were added last, newest first. */
    ObservableList<Kind> recent() {
        return editor.recent();
    }

    /** Shows where a card of a kind would land; false when the place is outside the canvas. */
    boolean previewAt(Kind kind, double sceneX, double sceneY) {
        Optional<Point> place = place(sceneX, sceneY);
        if (place.isEmpty()) {
            paletteDrop.rest();
            return false;
        }
        paletteDrop.preview(kind, place.get());
        return true;
    }

    /** Ends a preview without a trace. */
    void cancelPreview() {
        paletteDrop.cancel();
    }

    /** Adds a card where it was dropped; outside the canvas nothing happens. */
    void dropAt(Kind kind, double sceneX, double sceneY) {
        place(sceneX, sceneY).ifPresentOrElse(world -> paletteDrop.drop(kind, world), paletteDrop::cancel);
    }

    private Optional<Point> place(double sceneX, double sceneY) {
        Point2D local = sceneToLocal(sceneX, sceneY);
        return getLayoutBounds().contains(local)
                ? Optional.of(view.toWorld(local.getX(), local.getY()))
                : Optional.empty();
    }

    private void buildZoomBar() {
        percent.getStyleClass().add("zoom-percent");
        zoomBar.getStyleClass().add("zoom-bar");
        zoomBar.setManaged(false);
        Button fit = new Button("Fit");
        fit.setId("zoom-fit");
        fit.getStyleClass().addAll("flat", "zoom-button");
        fit.setOnAction(_ -> editor.fit());
        fit.setAccessibleText("Zoom to fit");
        fit.setFocusTraversable(false);
        zoomBar.getChildren().addAll(zoomButton("zoom-out", "ci-subtract", "Zoom out", view::zoomOut), percent,
                zoomButton("zoom-in", "ci-add", "Zoom in", view::zoomIn), fit);
        view.scaleProperty().subscribe(
                scale -> percent.setText(Math.round(scale.doubleValue() * 100) + "\u202f%"));
    }

    private static Button zoomButton(String id, String icon, String name, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "zoom-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void follow() {
        board.follow();
        dots.draw(view);
        minimap.follow();
        showMinimap();
        titleEditor.close();
        noteEditor.close();
        quickAdd.close();
        handles.refresh();
    }

    /** The overview would only cover something while everything is in view. */
    private void showMinimap() {
        minimap.setVisible(!view.visible().contains(board.shown().frames().extent()));
    }

    @Override
    protected void layoutChildren() {
        surface.resizeRelocate(0, 0, getWidth(), getHeight());
        boolean resized = getWidth() != view.width() || getHeight() != view.height();
        view.resize(getWidth(), getHeight());
        panels.place(getWidth(), EDGE);
        double barWidth = zoomBar.prefWidth(-1);
        double barHeight = zoomBar.prefHeight(-1);
        boolean beside = getWidth() >= barWidth + Minimap.WIDTH + 3 * EDGE;
        minimap.relocate(getWidth() - Minimap.WIDTH - EDGE,
                getHeight() - Minimap.HEIGHT - EDGE - (beside ? 0 : barHeight + EDGE));
        zoomBar.resizeRelocate(EDGE, getHeight() - barHeight - EDGE, barWidth, barHeight);
        if ((!fitted || resized && view.isFitted()) && getWidth() > 0 && getHeight() > 0) {
            fitted = true;
            editor.fit();
        }
        super.layoutChildren();
    }

    /** What the editor brings up over the canvas. */
    private final class Chrome implements Editor.Chrome {
        @Override
        public void message(String text, Point world, Optional<Point> lineStart) {
            message.setText(text);
            message.setVisible(true);
            message.applyCss();
            double width = Math.min(320, message.prefWidth(-1));
            Bounds place = MessagePlace.of(inView(world), lineStart.map(this::inView), width,
                    message.prefHeight(width), getWidth(), getHeight());
            message.resizeRelocate(place.x(), place.y(), place.width(), place.height());
        }

        private Point inView(Point world) {
            return view.toView(world.x(), world.y());
        }

        @Override
        public void hideMessage() {
            message.setVisible(false);
        }

        @Override
        public void notice(String text) {
            notices.accept(text);
        }

        @Override
        public void choose(KindQuestion question, Point world) {
            Point at = view.toView(world.x(), world.y());
            quickAdd.open(question, Math.clamp(at.x(), 4, Math.max(4, getWidth() - QuickAdd.WIDTH - 4)),
                    Math.clamp(at.y(), 4, Math.max(4, getHeight() - QuickAdd.HEIGHT - 4)));
        }

        @Override
        public void edit(InPlaceText text) {
            titleEditor.open(text, view);
        }

        @Override
        public void editNote(String text, Bounds place, Consumer<String> keep) {
            noteEditor.open(text, place, view, keep, surface::requestFocus);
        }

        @Override
        public void focus() {
            surface.requestFocus();
        }
    }

    /** As wide as it is given. */
    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 200;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Region.USE_COMPUTED_SIZE == getPrefWidth() ? 900 : getPrefWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Region.USE_COMPUTED_SIZE == getPrefHeight() ? 640 : getPrefHeight();
    }
}
