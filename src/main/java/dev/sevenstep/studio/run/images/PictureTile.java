package dev.sevenstep.studio.run.images;

import dev.sevenstep.studio.run.images.PictureList.Mark;
import dev.sevenstep.studio.run.images.PictureList.Shown;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** One picture of a grid with its captions. Used again and again for others. */
final class PictureTile extends Region {
    static final double CAPTION = 15;
    private static final double BADGE = 14;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");
    private static final PseudoClass FALSE = PseudoClass.getPseudoClass("false");
    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");

    private final PictureImages images;
    private final ImageView view = new ImageView();
    private final Region frame = new Region();
    private final Label badge = new Label();
    private final Label[] captions;
    private final Tooltip tip = new Tooltip();
    private Optional<Shown> shown = Optional.empty();

    /** @param lines of captions */
    PictureTile(PictureImages images, int lines) {
        this.images = images;
        getStyleClass().add("picture-tile");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        view.setPreserveRatio(true);
        frame.getStyleClass().add("picture-frame");
        frame.setMouseTransparent(true);
        badge.getStyleClass().add("picture-badge");
        badge.setMouseTransparent(true);
        badge.setVisible(false);
        getChildren().addAll(view, frame, badge);
        captions = new Label[lines];
        for (int i = 0; i < lines; i++) {
            captions[i] = new Label();
            captions[i].getStyleClass().addAll("picture-caption", i == 0 ? "muted" : "picture-class");
            getChildren().add(captions[i]);
        }
        Tooltip.install(this, tip);
    }

    Optional<Shown> shown() {
        return shown;
    }

    void show(Shown now, boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
        if (shown.equals(Optional.of(now))) {
            return;
        }
        boolean same = shown.filter(old -> old.gallery() == now.gallery() && old.item() == now.item()).isPresent();
        shown = Optional.of(now);
        setAccessibleText(now.words());
        tip.setText(now.words());
        badge.setText(now.mark().word());
        badge.setVisible(now.mark() != Mark.NONE);
        pseudoClassStateChanged(MISSED, now.mark() == Mark.MISSED);
        pseudoClassStateChanged(FALSE, now.mark() == Mark.FALSE);
        pseudoClassStateChanged(OTHER, now.other());
        for (int i = 0; i < captions.length; i++) {
            captions[i].setText(i < now.captions().size() ? now.captions().get(i) : "");
        }
        if (!same) {
            view.setImage(null);
            images.ask(now.gallery(), now.item(), image -> {
                if (shown.filter(still -> still.gallery() == now.gallery() && still.item() == now.item())
                        .isPresent()) {
                    view.setImage(image);
                    requestLayout();
                }
            });
        }
    }

    @Override
    protected void layoutChildren() {
        double side = Math.max(1, Math.min(getWidth(), getHeight() - captions.length * CAPTION));
        double left = snapPositionX((getWidth() - side) / 2);
        frame.resizeRelocate(left, 0, side, side);
        double inner = side - 4;
        view.setFitWidth(inner);
        view.setFitHeight(inner);
        double wide = view.getLayoutBounds().getWidth();
        double high = view.getLayoutBounds().getHeight();
        view.relocate(left + snapPositionX((side - wide) / 2), snapPositionY((side - high) / 2));
        double word = Math.min(side - 4, badge.prefWidth(-1));
        badge.resizeRelocate(left + snapPositionX((side - word) / 2), side - BADGE - 3, word, BADGE);
        for (int i = 0; i < captions.length; i++) {
            captions[i].resizeRelocate(0, side + i * CAPTION, getWidth(), CAPTION);
        }
    }
}
