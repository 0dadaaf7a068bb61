package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.layout.Bounds;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A component as a card: icon and kind, title, key figures. */
final class CardNode extends Region {
    static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    static final PseudoClass HOVERED = PseudoClass.getPseudoClass("hovered");
    /** A link being drawn may end here. */
    static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    /** A link being drawn is aimed at this card and may not end here. */
    static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    /** A link being drawn may not end here, and it is not aimed at. */
    static final PseudoClass FADED = PseudoClass.getPseudoClass("faded");
    private static final double SIDE = 11;
    private static final double TOP = 9;

    private final FontIcon icon;
    private final FontIcon lock = new FontIcon("ci-locked");
    private final Label kindName = new Label();
    private final Label title = new Label();
    private final Label figures = new Label();
    private Component component;
    /** The number of links that was last said of what is shown; −1 when nothing was. */
    private int described = -1;

    CardNode(Component component, Optional<Kind> kind) {
        this.component = component;
        icon = KindIcons.of(kind);
        getStyleClass().add("canvas-card");
        icon.getStyleClass().add("card-icon");
        kindName.getStyleClass().add("card-kind");
        title.getStyleClass().add("card-title");
        figures.getStyleClass().add("card-figures");
        if (kind.isEmpty()) {
            getStyleClass().add("unknown-kind");
        }
        kindName.setText(kind.map(Kind::name).orElse("Unknown: " + component.kind()));
        lock.getStyleClass().add("lock-icon");
        lock.setVisible(false);
        getChildren().addAll(icon, kindName, title, figures, lock);
        setAccessibleRole(AccessibleRole.BUTTON);
        setManaged(false);
        setCache(true);
        setId("card-" + component.id());
    }

    Component component() {
        return component;
    }

    String kindName() {
        return kindName.getText();
    }

    void show(Component now, String keyFigures) {
        component = now;
        described = -1;
        title.setText(now.title());
        lock.setVisible(now.locked());
        figures.setText(keyFigures);
    }

    void place(Bounds bounds) {
        if (getLayoutX() != bounds.x() || getLayoutY() != bounds.y()) {
            relocate(bounds.x(), bounds.y());
        }
        if (getWidth() != bounds.width() || getHeight() != bounds.height()) {
            resize(bounds.width(), bounds.height());
        }
    }

    /**
     * Moves the card by less than a pixel to where a pixel begins: its picture is kept between frames, and drawn between two
     * pixels it has blurred letters and loses half of its left edge.
     */
    void align(double scale) {
        setTranslateX(snapPositionX(getLayoutX() * scale) / scale - getLayoutX());
        setTranslateY(snapPositionY(getLayoutY() * scale) / scale - getLayoutY());
    }

    boolean boundsIn(Bounds area) {
        return getLayoutX() < area.right() && getLayoutX() + getWidth() > area.x() && getLayoutY() < area.bottom()
                && getLayoutY() + getHeight() > area.y();
    }

    /** Where the title stands, relative to the card; a name is edited here. */
    Bounds titleBounds() {
        return new Bounds(SIDE - 6, TOP + 13, getWidth() - 2 * SIDE + 12, 26);
    }

    void describe(int links) {
        if (links == described) {
            return;
        }
        described = links;
        String figure = figures.getText().isEmpty() ? "" : ", " + figures.getText();
        String text = kindName.getText() + " " + component.title() + ", step " + component.step().number() + figure
                + (component.locked() ? ", locked, " : ", ") + (links == 1 ? "1 link" : links + " links");
        if (!text.equals(getAccessibleText())) {
            setAccessibleText(text);
        }
    }

    @Override
    protected void layoutChildren() {
        double inner = getWidth() - 2 * SIDE;
        icon.relocate(SIDE, TOP + 1);
        kindName.resizeRelocate(SIDE + 20, TOP, inner - 20 - (lock.isVisible() ? 14 : 0), 16);
        lock.relocate(getWidth() - SIDE - 10, TOP + 2);
        boolean bare = figures.getText().isEmpty();
        title.resizeRelocate(SIDE, TOP + (bare ? 22 : 18), inner, 19);
        figures.resizeRelocate(SIDE, TOP + 38, inner, 16);
        figures.setVisible(!bare);
    }
}
