package dev.sevenstep.studio.run.images;

import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.EmptyState;
import dev.sevenstep.studio.control.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is searched for, where it came from, and what two approaches find. */
public final class SearchCard extends Card {
    private static final double SIDE = 72;

    private final ImageContext context;
    private final ImageView view = new ImageView();
    private final Label title = new Label();
    private final Label kind = new Label();
    private final TrailBar trail;
    private final NeighboursPane first;
    private final NeighboursPane second;
    private final VBox search;
    private final StackPane content = new StackPane();
    private final ReadOnlyIntegerWrapper approximate = new ReadOnlyIntegerWrapper(this, "approximate");

    /** @param sources bring pictures from elsewhere */
    public SearchCard(ImageContext context, Sources sources) {
        super("Search", ends(context.model(), sources.buttons()));
        this.context = context;
        setId("search-card");
        view.setPreserveRatio(true);
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("query-picture");
        frame.setMinSize(SIDE, SIDE);
        title.getStyleClass().add("heading");
        title.setId("search-title");
        kind.getStyleClass().add("muted");
        trail = new TrailBar(context);
        VBox words = new VBox(2, title, kind, trail);
        HBox.setHgrow(words, Priority.ALWAYS);
        first = new NeighboursPane("first", context, context.model().firstProperty(), false);
        second = new NeighboursPane("second", context, context.model().secondProperty(), true);
        Row top = new Row(frame, words);
        search = new VBox(10, top, first, second);
        setBody(new VBox(10, sources.waiting(), content));
        VBox.setVgrow(content, Priority.ALWAYS);
        first.approximateProperty().subscribe(_ -> count());
        second.approximateProperty().subscribe(_ -> count());
        context.model().trailProperty().subscribe(_ -> refresh());
    }

    private static Node[] ends(ImageModel model, List<Button> sources) {
        Button back = step("search-back", "ci-arrow-left", "Back to the last picture searched for", model, -1);
        Button forward = step("search-forward", "ci-arrow-right", "Forward to the next picture searched for", model, 1);
        List<Node> ends = new ArrayList<>(List.of(back, forward));
        ends.addAll(sources);
        return ends.toArray(Node[]::new);
    }

    private static Button step(String id, String icon, String words, ImageModel model, int steps) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> model.move(steps));
        model.trailProperty().subscribe(now -> button.setDisable(!now.canMove(steps)));
        return button;
    }

    /** How many of the approaches show what their index found besides the exact neighbours: 0 to 2. */
    public ReadOnlyIntegerProperty approximateProperty() {
        return approximate.getReadOnlyProperty();
    }

    private void count() {
        approximate.set((first.approximateProperty().get() ? 1 : 0) + (second.approximateProperty().get() ? 1 : 0));
    }

    private void refresh() {
        Optional<Subject> here = context.model().trailProperty().get().here();
        Optional<ImageTest> test = context.model().test();
        if (here.isEmpty() || test.isEmpty()) {
            content.getChildren()
                    .setAll(context.model().shownProperty().get().filter(shown -> shown.ran().isEmpty()).isPresent()
                            ? new EmptyState("ci-search", "Nothing to search with",
                                    "No approach of this run could run. The list on the left says why of each.")
                            : new EmptyState("ci-search", "Nothing searched for yet",
                                    "Choose a picture, open or drop one, paste one, or draw one."));
            return;
        }
        content.getChildren().setAll(search);
        Subject subject = here.get();
        title.setText(subject.words(test.get()));
        String named = subject.label(test.get()).isPresent()
                ? test.get().classes().get(subject.label(test.get()).getAsInt())
                : "Of no known class";
        kind.setText(named);
        view.setAccessibleText("Searched for: " + subject.words(test.get()) + ", " + named);
        picture(context.images(), test.get(), subject, image -> {
            if (context.model().trailProperty().get().here().equals(here)) {
                view.setImage(image);
            }
        });
    }

    static void picture(PictureImages images, ImageTest test, Subject subject,
            Consumer<Image> then) {
        switch (subject) {
            case Subject.Query query -> images.ask(test.queries(), query.number(), then);
            case Subject.Item item -> images.ask(test.catalogue(), item.number(), then);
            case Subject.Foreign(Picture picture, String _) -> then.accept(PictureImages.image(picture));
        }
    }
}
