package dev.sevenstep.studio.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Rows one below the other, scrolled, of which only those in or near the view, and the one with the focus, exist. */
final class OutlineColumn extends Region {
    private static final double WIDEST = 1_320;
    private static final double BESIDE = 24;
    private static final double ABOVE = 12;
    /** Height of a row before it was ever made: that of a closed one. */
    static final double LINE = 34;
    /** So far beyond the view rows are kept ready, so that Tab finds the next one. */
    private static final double READY = 240;
    /** Rows out of view that are kept to stand for others: making one costs many times more. */
    private static final int MOST_SPARE = 60;

    private final Function<Item, OutlineRow> make;
    private final Consumer<OutlineRow> show;
    private final Runnable laidOut;
    private final ScrollBar bar = new ScrollBar();
    private final Map<Item, OutlineRow> rows = new HashMap<>();
    private final List<OutlineRow> spare = new ArrayList<>();
    private final Map<Item, Double> heights = new HashMap<>();
    private Map<Item, Integer> places = Map.of();
    private List<Item> items = List.of();
    private double offset;
    private boolean following;

    /**
     * @param make makes the row of an item
     * @param show lets a row show what the design says now
     * @param laidOut called when rows have been put in their places, by scrolling or a change
     */
    OutlineColumn(Function<Item, OutlineRow> make, Consumer<OutlineRow> show, Runnable laidOut) {
        this.make = make;
        this.show = show;
        this.laidOut = laidOut;
        getStyleClass().add("outline-column");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe((_, value) -> {
            if (!following) {
                scrollTo(value.doubleValue());
            }
        });
        getChildren().add(bar);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            scrollTo(offset - event.getDeltaY());
            event.consume();
        });
    }

    /** Lists other items; rows of those that stay are kept. */
    void setItems(List<Item> now) {
        if (!now.equals(items)) {
            items = now;
            Map<Item, Integer> found = new HashMap<>();
            for (int i = 0; i < now.size(); i++) {
                found.put(now.get(i), i);
            }
            places = found;
            heights.keySet().retainAll(found.keySet());
            rows.keySet().removeIf(item -> !found.containsKey(item));
            requestLayout();
        }
    }

    /** The rows there are, in no order. */
    Iterable<OutlineRow> rows() {
        return rows.values();
    }

    /** Whether an item's row is in the view, if only in part. */
    boolean isInView(Item item) {
        double top = topOf(item) - offset;
        return places.containsKey(item) && top < getHeight() && top + heightOf(item) > 0;
    }

    /** The item whose row stands at the upper edge of the view. */
    Optional<Item> atTop() {
        double y = ABOVE - offset;
        for (Item item : items) {
            y += heightOf(item);
            if (y > ABOVE) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /** The place of an item in the list, -1 for one that is not there. */
    int placeOf(Item item) {
        return places.getOrDefault(item, -1);
    }

    /**
     * Makes an item's row if need be and scrolls it into view.
     *
     * @param toTop whether it shall stand at the top, as a heading that was asked for
     */
    Optional<OutlineRow> reveal(Item item, boolean toTop) {
        if (!places.containsKey(item)) {
            return Optional.empty();
        }
        row(item);
        layoutNow();
        double top = topOf(item);
        double height = heightOf(item);
        if (toTop) {
            scrollTo(top - ABOVE);
        } else {
            show(top, top + height);
        }
        layoutNow();
        return Optional.ofNullable(rows.get(item));
    }

    /** Scrolls so far that a node within a row is in view. */
    void reveal(Node inside) {
        layoutNow();
        Bounds bounds = sceneToLocal(inside.localToScene(inside.getLayoutBounds()));
        show(bounds.getMinY() + offset, bounds.getMaxY() + offset);
    }

    void toTop() {
        scrollTo(0);
    }

    private void layoutNow() {
        applyCss();
        requestLayout();
        layout();
    }

    private void show(double top, double bottom) {
        if (top < offset + ABOVE || bottom - top > getHeight()) {
            scrollTo(top - ABOVE);
        } else if (bottom > offset + getHeight() - ABOVE) {
            scrollTo(bottom - getHeight() + ABOVE);
        }
    }

    private void scrollTo(double wanted) {
        double clamped = Math.clamp(wanted, 0, Math.max(0, contentHeight() - getHeight()));
        if (clamped != offset) {
            offset = clamped;
            requestLayout();
        }
    }

    private double rowWidth() {
        return snapSizeX(Math.clamp(getWidth() - 2 * BESIDE, 100, WIDEST));
    }

    /** As it was when last laid out. */
    private double heightOf(Item item) {
        return heights.getOrDefault(item, LINE);
    }

    private void measure(Item item, OutlineRow row) {
        heights.put(item, snapSizeY(row.prefHeight(rowWidth())));
    }

    private double topOf(Item wanted) {
        double y = ABOVE;
        for (Item item : items) {
            if (item.equals(wanted)) {
                return y;
            }
            y += heightOf(item);
        }
        return y;
    }

    private double contentHeight() {
        double height = 2 * ABOVE;
        for (Item item : items) {
            height += heightOf(item);
        }
        return height;
    }

    private OutlineRow row(Item item) {
        OutlineRow there = rows.get(item);
        if (there == null) {
            there = takeSpare(item).orElseGet(() -> make.apply(item));
            rows.put(item, there);
            show.accept(there);
            if (there.getParent() == null) {
                getChildren().add(there);
                there.applyCss();
            }
            measure(item, there);
        }
        return there;
    }

    private Optional<OutlineRow> takeSpare(Item item) {
        for (OutlineRow row : spare) {
            if (row.become(item)) {
                spare.remove(row);
                row.setVisible(true);
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    @Override
    protected void layoutChildren() {
        rows.forEach(this::measure);
        dropUnneeded(needed());
        // Rows made for the first time may be higher than thought; then some of these would not be needed, and go next time.
        needed().forEach(this::row);
        arrangeChildren();
        offset = Math.clamp(offset, 0, Math.max(0, contentHeight() - getHeight()));
        double width = rowWidth();
        double x = snapPositionX(Math.max(BESIDE, (getWidth() - width) / 2));
        double y = ABOVE - offset;
        for (Item item : items) {
            OutlineRow row = rows.get(item);
            double height = heightOf(item);
            if (row != null) {
                row.resizeRelocate(x, snapPositionY(y), width, height);
            }
            y += height;
        }
        layoutBar(y + offset + ABOVE);
        laidOut.run();
    }

    private Set<Item> needed() {
        Set<Item> needed = new LinkedHashSet<>();
        double y = ABOVE - offset;
        for (Item item : items) {
            if (y > getHeight() + READY) {
                break;
            }
            if (y + heightOf(item) >= -READY) {
                needed.add(item);
            }
            y += heightOf(item);
        }
        return needed;
    }

    private void dropUnneeded(Set<Item> needed) {
        rows.entrySet().removeIf(entry -> {
            OutlineRow row = entry.getValue();
            if (needed.contains(entry.getKey()) || row.isFocusWithin()) {
                return false;
            }
            if (spare.size() < MOST_SPARE && row.become(entry.getKey())) {
                row.setVisible(false);
                spare.add(row);
            }
            return true;
        });
    }

    /** Rows in the order of the list, so that Tab goes the way the eye does. */
    private void arrangeChildren() {
        List<Node> wanted = new ArrayList<>();
        for (Item item : items) {
            OutlineRow row = rows.get(item);
            if (row != null) {
                wanted.add(row);
            }
        }
        wanted.addAll(spare);
        wanted.add(bar);
        Set<Node> kept = new HashSet<>(wanted);
        getChildren().removeIf(child -> !kept.contains(child));
        if (!getChildren().equals(wanted)) {
            // Only the order differs, which costs no node its style or its focus.
            getChildren().setAll(wanted);
        }
    }

    private void layoutBar(double content) {
        double height = getHeight();
        bar.setVisible(content > height + 1);
        double barWidth = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, height);
        following = true;
        bar.setMax(Math.max(0, content - height));
        bar.setVisibleAmount(content <= 0 ? 0 : height / content * bar.getMax());
        bar.setUnitIncrement(LINE);
        bar.setBlockIncrement(height - LINE);
        bar.setValue(offset);
        following = false;
    }
}
