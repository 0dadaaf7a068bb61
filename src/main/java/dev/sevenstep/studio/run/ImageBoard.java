package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Look;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.ChartMenu;
import dev.sevenstep.studio.control.ChartPane;
import dev.sevenstep.studio.run.CardGrid.Place;
import dev.sevenstep.studio.run.images.ClassesCard;
import dev.sevenstep.studio.run.images.FrontCard;
import dev.sevenstep.studio.run.images.GalleryCard;
import dev.sevenstep.studio.run.images.ImageContext;
import dev.sevenstep.studio.run.images.ImageModel;
import dev.sevenstep.studio.run.images.IndexCard;
import dev.sevenstep.studio.run.images.PictureImages;
import dev.sevenstep.studio.run.images.SearchCard;
import dev.sevenstep.studio.run.images.Sources;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ScrollPane;

/** The result of a search among pictures: a gallery to begin from, and what the approaches find. */
final class ImageBoard extends ScrollPane {
    private static final double LEAST = 260;
    /** Below this width cards stand one below the other. */
    private static final double NARROW = 860;
    private static final double GALLERY = 270;
    private static final double SEARCH = 458;
    private static final double INDEX = 330;
    private static final double FRONT = 450;
    private static final double CLASSES = 560;
    /** What the card has around its table, from top to bottom. */
    private static final double FIGURES = 62;
    /** Left and right of the table, with the scroll bar. */
    private static final double BESIDE = 64;

    private final CardGrid grid = new CardGrid(LEAST);
    private final List<Place> wide;
    private final List<Place> narrow;
    private final ImageModel model = new ImageModel();
    private final RunContext run;
    private final Card figures = new Card("Figures");
    private final ApproachTable table = new ApproachTable("image-figures", "Figures of each approach");
    private Optional<RunResult> shown = Optional.empty();

    ImageBoard(RunContext run) {
        this.run = run;
        getStyleClass().addAll("edge-to-edge", "run-board");
        getStylesheets().add(sheet());
        setId("image-board");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        ImageContext context = new ImageContext(model, new PictureImages(run.executor()), run.executor(), run.charts(),
                run.files(), run.notice(), run.problem(), System::nanoTime,
                Math.max(1, Runtime.getRuntime().availableProcessors()));
        Sources sources = new Sources(context);
        sources.install(this);
        GalleryCard gallery = new GalleryCard(context);
        SearchCard search = new SearchCard(context, sources);
        grid.getStyleClass().add("card-grid");
        IndexCard index = new IndexCard(context);
        ChartPane pane = new ChartPane(run.executor(), run.charts());
        FrontCard front = new FrontCard(context, pane, new ChartMenu("Recall against speed", pane,
                new ChartMenu.Services(run.executor(), run.theme(), run.paper(), run.files(), run.notice(),
                        run.problem())));
        ClassesCard classes = new ClassesCard(context, () -> setVvalue(0));
        figures.setBody(table);
        wide = List.of(new Place(gallery, 0, 0, 3), new Place(search, 0, 3, 9), new Place(index, 1, 0, 4),
                new Place(front, 1, 4, 8), new Place(classes, 2, 0, 12), new Place(figures, 3, 0, 12));
        narrow = List.of(new Place(gallery, 0, 0, 12), new Place(search, 1, 0, 12), new Place(index, 2, 0, 12),
                new Place(front, 3, 0, 12), new Place(classes, 4, 0, 12), new Place(figures, 5, 0, 12));
        grid.fit(search);
        widthProperty().subscribe(_ -> arrange());
        search.approximateProperty().subscribe(_ -> grid.requestLayout());
        run.charts().subscribe(_ -> figures());
        setContent(grid);
    }

    private void arrange() {
        double lines = FIGURES + table.height(getWidth() - BESIDE);
        if (getWidth() > 0 && getWidth() < NARROW) {
            grid.arrange(new double[]{GALLERY, 0, INDEX, FRONT, CLASSES, lines}, narrow);
        } else {
            grid.arrange(new double[]{SEARCH, FRONT, CLASSES, lines}, wide);
        }
    }

    private static String sheet() {
        java.net.URL found = ImageModel.class.getResource("images.css");
        if (found == null) {
            throw new IllegalStateException("images.css is missing from the program");
        }
        return found.toExternalForm();
    }

    /** Shows a result that ends in a search among pictures. */
    void show(RunResult result, ImageTest test) {
        shown = Optional.of(result);
        figures.setSubtitle(test.note());
        figures();
        arrange();
        model.show(result, test);
    }

    private void figures() {
        shown.ifPresent(
                result -> table.figures(result, Look.of(result.approaches(), run.charts().getValue().palette())));
    }
}
