package dev.sevenstep.studio.run.images;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.control.Segmented;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where to begin: pictures of the test to choose from, or a pad to draw one. */
public final class GalleryCard extends Card {
    private static final String ALL = "All classes";
    /** Of the list of files that could not be used: its padding and its scroll bar. */
    private static final double BESIDE_WORDS = 34;

    private final ImageModel model;
    private final PictureGrid grid;
    private final Segmented<Side> sides = new Segmented<>(List.of(Side.values()), Side::title, Side.CATALOGUE);
    private final ComboBox<String> classes = new ComboBox<>();
    private final Slider size = new Slider(32, 120, 52);
    private final Button order = new Button("", new FontIcon("ci-list"));
    private final Label said = new Label();
    private final VBox gallery;
    private final Button skipped = new Button();
    private final ListView<String> unusable = new ListView<>();
    private final Node pad;
    /** Of the order; 0 for that of the data. */
    private int seed;

    private enum Side {
        CATALOGUE("Catalogue"), QUERIES("Queries"), DRAW("Draw");

        private final String title;

        Side(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    public GalleryCard(ImageContext context) {
        super("Pictures");
        model = context.model();
        setId("gallery-card");
        sides.setId("gallery-side");
        sides.getStyleClass().add("small-tabs");
        classes.setId("gallery-class");
        classes.setAccessibleText("Class of the pictures");
        classes.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(classes, Priority.ALWAYS);
        classes.setOnAction(_ -> fill());
        Button shuffle = icon("gallery-shuffle", "ci-shuffle", "Shuffle with another seed");
        shuffle.setOnAction(_ -> seed(seed + 1));
        order.setId("gallery-order");
        order.getStyleClass().addAll("flat", "icon-button");
        order.setAccessibleText("Back to the order of the data");
        order.setTooltip(new Tooltip("Back to the order of the data"));
        order.setOnAction(_ -> seed(0));
        size.setId("gallery-size");
        size.setAccessibleText("Size of the pictures");
        size.setBlockIncrement(8);
        grid = PictureGrid.scrolling(context.images(), 0, this::pick);
        grid.setId("gallery-grid");
        grid.setAccessibleText("Pictures");
        size.valueProperty().subscribe(value -> grid.setSide(Math.round(value.doubleValue())));
        VBox.setVgrow(grid, Priority.ALWAYS);
        said.getStyleClass().addAll("muted", "small-text");
        gallery = new VBox(6, new Row(classes, shuffle, order), new Row(size, said), grid);
        HBox.setHgrow(size, Priority.ALWAYS);
        size.setMinWidth(60);
        VBox.setVgrow(gallery, Priority.ALWAYS);
        pad = new DrawPad(model);
        unusable.setId("gallery-skipped-list");
        unusable.getStyleClass().add("skipped-files");
        unusable.setAccessibleText("Files that could not be used, and why");
        unusable.setCellFactory(_ -> {
            ListCell<String> cell = new ListCell<>();
            // A text that breaks into lines: the words of a cell itself are cut.
            Text words = new Text();
            words.getStyleClass().add("skipped-words");
            words.wrappingWidthProperty().bind(unusable.widthProperty().subtract(BESIDE_WORDS));
            words.textProperty().bind(cell.itemProperty());
            cell.graphicProperty().bind(cell.emptyProperty().map(empty -> empty ? null : words));
            cell.accessibleTextProperty().bind(cell.itemProperty());
            return cell;
        });
        VBox.setVgrow(unusable, Priority.ALWAYS);
        skipped.setId("gallery-skipped");
        skipped.getStyleClass().addAll("flat", "small-text");
        skipped.setOnAction(_ -> listSkipped(!gallery.getChildren().contains(unusable)));
        setBody(new VBox(8, sides, gallery));
        sides.valueProperty().subscribe(_ -> side());
        model.shownProperty().subscribe(_ -> refill());
    }

    private static Button icon(String id, String literal, String words) {
        Button button = new Button("", new FontIcon(literal));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    private void seed(int now) {
        seed = now;
        fill();
    }

    private void side() {
        setBody(new VBox(8, sides, sides.getValue() == Side.DRAW ? pad : gallery));
        setTitle(sides.getValue() == Side.DRAW ? "Draw a picture" : "Pictures");
        fill();
    }

    private void listSkipped(boolean listed) {
        List<ImageTest.Skipped> files = model.test().map(ImageTest::skipped).orElse(List.of());
        unusable.getItems().setAll(files.stream().map(each -> each.file() + " " + each.reason()).toList());
        skipped.setText(listed
                ? "Back to the pictures"
                : Numbers.whole(files.size()) + (files.size() == 1 ? " file" : " files") + " could not be used");
        gallery.getChildren().remove(2, gallery.getChildren().size());
        gallery.getChildren().add(listed ? unusable : grid);
        if (!files.isEmpty()) {
            gallery.getChildren().add(skipped);
        }
    }

    private void refill() {
        listSkipped(false);
        if (model.onlyQueries()) {
            sides.setValue(Side.QUERIES);
        }
        model.test().ifPresent(test -> {
            List<String> names = new ArrayList<>(List.of(ALL));
            names.addAll(test.classes());
            classes.getItems().setAll(names);
            classes.getSelectionModel().selectFirst();
        });
        fill();
    }

    private void fill() {
        if (model.test().isEmpty() || sides.getValue() == Side.DRAW) {
            setSubtitle("");
            return;
        }
        ImageTest test = model.test().get();
        boolean queries = sides.getValue() == Side.QUERIES;
        ImageTest.Gallery of = queries ? test.queries() : test.catalogue();
        int label = classes.getSelectionModel().getSelectedIndex() - 1;
        int[] items = IntStream.range(0, of.size()).filter(i -> label < 0 || of.label(i) == label).toArray();
        shuffle(items, seed);
        order.setDisable(seed == 0);
        said.setText(seed == 0 ? "in order" : "seed " + seed);
        setSubtitle(Numbers.whole(items.length));
        grid.setAccessibleText((queries ? "Queries" : "Catalogue") + ", " + Numbers.whole(items.length) + " pictures");
        grid.showFromTop(new Listed(test, of, items));
    }

    private static void shuffle(int[] items, int seed) {
        if (seed == 0) {
            return;
        }
        Random random = new Random(seed);
        for (int i = items.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = items[i];
            items[i] = items[other];
            items[other] = kept;
        }
    }

    private void pick(PictureList.Shown shown) {
        model.test().ifPresent(test -> model.look(shown.gallery() == test.queries() && !test.leaveOneOut()
                ? new Subject.Query(shown.item())
                : new Subject.Item(shown.item())));
    }

    private record Listed(ImageTest test, ImageTest.Gallery of, int[] items) implements PictureList {
        @Override
        public int size() {
            return items.length;
        }

        @Override
        public Shown at(int index) {
            int item = items[index];
            return new Shown(of, item, List.of(), Mark.NONE, false,
                    test.classes().get(of.label(item)) + ", " + of.name(item));
        }
    }
}
