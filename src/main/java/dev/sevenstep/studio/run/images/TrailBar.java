package dev.sevenstep.studio.run.images;

import dev.sevenstep.pipeline.ImageTest;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;

/** The last pictures searched for, each a way back to it. */
final class TrailBar extends HBox {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("chosen");
    private static final int MOST = 12;
    private static final double SIDE = 24;

    private final ImageContext context;

    TrailBar(ImageContext context) {
        this.context = context;
        getStyleClass().add("trail");
        setId("search-trail");
        context.model().trailProperty().subscribe(_ -> refresh());
    }

    private void refresh() {
        getChildren().clear();
        Optional<ImageTest> test = context.model().test();
        Trail<Subject> trail = context.model().trailProperty().get();
        if (test.isEmpty() || trail.places().size() < 2) {
            return;
        }
        int from = Math.max(0, Math.min(trail.at() - MOST / 2, trail.places().size() - MOST));
        int to = Math.min(trail.places().size(), from + MOST);
        for (int i = from; i < to; i++) {
            getChildren().add(step(test.get(), trail, i));
        }
    }

    private Button step(ImageTest test, Trail<Subject> trail, int place) {
        Subject subject = trail.places().get(place);
        ImageView picture = new ImageView();
        picture.setFitWidth(SIDE);
        picture.setFitHeight(SIDE);
        picture.setPreserveRatio(true);
        SearchCard.picture(context.images(), test, subject, picture::setImage);
        Button button = new Button(subject.words(test), picture);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "trail-step");
        button.setAccessibleText("Search again for " + subject.words(test));
        button.setTooltip(new Tooltip(subject.words(test)));
        button.pseudoClassStateChanged(HERE, place == trail.at());
        button.setOnAction(_ -> context.model().move(place - context.model().trailProperty().get().at()));
        return button;
    }
}
