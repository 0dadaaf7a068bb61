package dev.sevenstep.studio.run.images;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Pictures in rows. Only those in sight have nodes, so thousands scroll as a hundred do. One stop of the Tab key; arrows move between
 * pictures, a click, Enter or Space picks one.
 */
final class PictureGrid extends Region {
    private static final double GAP = 4;
    private static final double LEAST = 24;
    private static final double THUMB = 0.08;
    private static final double MOST_IN_ROW = 64;
    private static final double LEAST_IN_ROW = 40;
    private static final double HEIGHT = 200;

    private final PictureImages images;
    private final int captions;
    private final boolean oneRow;
    private final Consumer<PictureList.Shown> pick;
    private final Pane sheet = new Pane();
    private final ScrollBar bar = new ScrollBar();
    private final Map<Integer, PictureTile> tiles = new HashMap<>();
    private final Deque<PictureTile> spare = new ArrayDeque<>();
    private PictureList list = PictureList.NONE;
    private double side = 52;
    private int cursor;

    /** @param pick told of a picture that was chosen */
    private PictureGrid(PictureImages images, int captions, boolean oneRow, Consumer<PictureList.Shown> pick) {
        this.images = images;
        this.captions = captions;
        this.oneRow = oneRow;
        this.pick = pick;
        getStyleClass().add("picture-grid");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleHelp("Arrow keys move between pictures, Enter searches for one");
        setFocusTraversable(true);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(_ -> requestLayout());
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(sheet.widthProperty());
        clip.heightProperty().bind(sheet.heightProperty());
        sheet.setClip(clip);
        sheet.setManaged(false);
        bar.setManaged(false);
        getChildren().addAll(sheet, bar);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    /** As many rows as it takes, with a scroll bar. */
    static PictureGrid scrolling(PictureImages images, int captions, Consumer<PictureList.Shown> pick) {
        return new PictureGrid(images, captions, false, pick);
    }

    /** All in one row, as large as the width allows; in several where they would be too small to tell apart. */
    static PictureGrid row(PictureImages images, int captions, Consumer<PictureList.Shown> pick) {
        return new PictureGrid(images, captions, true, pick);
    }

    void show(PictureList shown) {
        list = shown;
        cursor = Math.clamp(cursor, 0, Math.max(0, list.size() - 1));
        requestLayout();
    }

    /** As {@link #show}, from the top. */
    void showFromTop(PictureList shown) {
        cursor = 0;
        bar.setValue(0);
        show(shown);
    }

    PictureList list() {
        return list;
    }

    /** Of a picture, in logical pixels; a row has its own. */
    void setSide(double wanted) {
        side = wanted;
        requestLayout();
        reveal();
    }

    /** A row grows with its pictures. */
    @Override
    public @Nullable Orientation getContentBias() {
        return oneRow ? Orientation.HORIZONTAL : null;
    }

    @Override
    protected double computeMinHeight(double width) {
        return oneRow ? rowHeight(width < 0 ? getWidth() : width) : LEAST;
    }

    @Override
    protected double computePrefHeight(double width) {
        return oneRow ? computeMinHeight(width) : HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return HEIGHT;
    }

    private double rowHeight(double width) {
        int columns = inRow(width);
        int rows = Math.max(1, (list.size() + columns - 1) / columns);
        return snapSizeY(rows * (rowSide(width) + captions * PictureTile.CAPTION + GAP) + GAP);
    }

    /** How many beside each other, in as few rows as they need and as evenly as it goes. */
    private int inRow(double width) {
        int count = Math.max(1, list.size());
        int most = (int) Math.max(1, Math.floor((width - 2 * GAP) / (LEAST_IN_ROW + GAP)));
        int rows = (count + most - 1) / most;
        return (count + rows - 1) / rows;
    }

    private double rowSide(double width) {
        return Math.clamp((width - 2 * GAP) / inRow(width) - GAP, LEAST, MOST_IN_ROW);
    }

    private double cellWidth() {
        return oneRow
                ? (getWidth() - 2 * GAP) / columns()
                : (sheetWidth() - GAP) / columns();
    }

    private double sheetWidth() {
        return oneRow ? getWidth() : getWidth() - bar.prefWidth(-1);
    }

    private int columns() {
        return oneRow ? inRow(getWidth()) : (int) Math.max(1, Math.floor((sheetWidth() - GAP) / (side + GAP)));
    }

    private double cellHeight() {
        return (oneRow ? rowSide(getWidth()) : side) + captions * PictureTile.CAPTION + GAP;
    }

    private int rows() {
        return (list.size() + columns() - 1) / columns();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double all = rows() * cellHeight() + GAP;
        boolean scrolls = !oneRow && all > height;
        bar.setVisible(scrolls);
        bar.setMax(Math.max(0, all - height));
        // With thousands of rows a true thumb would be too small to take hold of.
        bar.setVisibleAmount(bar.getMax() * Math.max(THUMB, height / Math.max(1, all)));
        bar.setUnitIncrement(cellHeight());
        bar.setBlockIncrement(Math.max(cellHeight(), height - cellHeight()));
        if (bar.getValue() > bar.getMax()) {
            bar.setValue(bar.getMax());
        }
        double wide = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - wide, 0, wide, height);
        sheet.resizeRelocate(0, 0, sheetWidth(), height);
        place(scrolls ? bar.getValue() : 0, height);
    }

    private void place(double top, double height) {
        int columns = columns();
        int from = (int) Math.max(0, Math.floor((top - GAP) / cellHeight())) * columns;
        int to = Math.min(list.size(), (int) Math.ceil((top + height) / cellHeight()) * columns);
        tiles.entrySet().removeIf(entry -> {
            boolean gone = entry.getKey() < from || entry.getKey() >= to;
            if (gone) {
                entry.getValue().setVisible(false);
                spare.add(entry.getValue());
            }
            return gone;
        });
        for (int index = from; index < to; index++) {
            PictureTile tile = tiles.computeIfAbsent(index, _ -> take());
            tile.setVisible(true);
            tile.show(list.at(index), index == cursor);
            tile.resizeRelocate(snapPositionX(GAP + index % columns * cellWidth()),
                    snapPositionY(GAP + (index / columns) * cellHeight() - top),
                    snapSizeX(cellWidth() - GAP), cellHeight() - GAP);
        }
    }

    private PictureTile take() {
        if (!spare.isEmpty()) {
            return spare.removeFirst();
        }
        PictureTile made = new PictureTile(images, captions);
        // The grid says where it is and how large, not the pane it lies on.
        made.setManaged(false);
        sheet.getChildren().add(made);
        return made;
    }

    private void wheel(ScrollEvent event) {
        double to = Math.clamp(bar.getValue() - event.getDeltaY(), 0, bar.getMax());
        // At an end the board behind scrolls on.
        if (bar.isVisible() && to != bar.getValue()) {
            bar.setValue(to);
            event.consume();
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        for (Map.Entry<Integer, PictureTile> entry : tiles.entrySet()) {
            if (entry.getValue().contains(entry.getValue().sceneToLocal(event.getSceneX(), event.getSceneY()))) {
                requestFocus();
                cursor = entry.getKey();
                requestLayout();
                pick.accept(list.at(cursor));
                event.consume();
                return;
            }
        }
    }

    private void key(KeyEvent event) {
        if (list.size() == 0 || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        int page = (int) Math.max(1, Math.floor(getHeight() / cellHeight())) * columns();
        int to = switch (event.getCode()) {
            case LEFT -> cursor - 1;
            case RIGHT -> cursor + 1;
            case UP -> rows() == 1 ? Integer.MIN_VALUE : cursor - columns();
            case DOWN -> rows() == 1 ? Integer.MIN_VALUE : cursor + columns();
            case PAGE_UP -> cursor - page;
            case PAGE_DOWN -> cursor + page;
            case HOME -> 0;
            case END -> list.size() - 1;
            case ENTER, SPACE -> {
                pick.accept(list.at(cursor));
                yield cursor;
            }
            default -> Integer.MIN_VALUE;
        };
        if (to != Integer.MIN_VALUE) {
            cursor = Math.clamp(to, 0, list.size() - 1);
            reveal();
            requestLayout();
            notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
            event.consume();
        }
    }

    private void reveal() {
        double top = GAP + cursor / columns() * cellHeight();
        if (top - GAP < bar.getValue()) {
            bar.setValue(top - GAP);
        } else if (top + cellHeight() > bar.getValue() + getHeight()) {
            bar.setMax(Math.max(bar.getMax(), top + cellHeight() - getHeight()));
            bar.setValue(top + cellHeight() - getHeight());
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> list.size();
            case FOCUS_ITEM -> tiles.get(cursor);
            case ITEM_AT_INDEX -> tiles.get((Integer) parameters[0]);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    /** The node of a picture in sight; for tests. */
    @Nullable
    Node tile(int index) {
        return tiles.get(index);
    }
}
