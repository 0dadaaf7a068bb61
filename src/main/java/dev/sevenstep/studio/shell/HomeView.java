package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.studio.command.CommandButtons;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.control.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where one begins: samples, recent files, case studies. */
final class HomeView extends ScrollPane {
    private static final int SAMPLES_A_ROW = 3;
    private static final double WAITING_HEIGHT = 260;

    private final ShellContext context;
    private final Documents documents;
    private final Consumer<Experiment> run;
    private final GridPane samples = columns(SAMPLES_A_ROW);
    private final VBox recent = new VBox();
    private final ListChangeListener<Path> recentChanged = _ -> showRecent();
    private final VBox cases = new VBox();

    HomeView(ShellContext context, Commands commands, Documents documents, Consumer<Experiment> run) {
        this.context = context;
        this.documents = documents;
        this.run = run;
        getStyleClass().add("home");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Label title = new Label("Design machine-learning systems that run");
        title.getStyleClass().add("heading");
        Label text = new Label(
                "Seven steps, typed components, numbers with units and sources. Open a sample and change "
                        + "it, or run a case study.");
        text.getStyleClass().add("muted");
        Button create = CommandButtons.labelled(commands.get("file.new"));
        create.getStyleClass().add("accent");
        Button open = CommandButtons.labelled(commands.get("file.open"));
        title.setWrapText(true);
        text.setWrapText(true);
        open.setMinWidth(USE_PREF_SIZE);
        create.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(2, title, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        Row top = new Row(words, open, create);
        samples.getStyleClass().add("home-cards");
        fill(samples, Samples.ids().stream().<Node>map(_ -> waiting()).toList());
        GridPane lower = columns(2);
        lower.addRow(0, column("Recent", recent), column("Case studies that run", cases));
        lower.getStyleClass().add("home-lower");
        VBox page = new VBox(top, section("Samples"), samples, lower);
        page.getStyleClass().add("home-page");
        StackPane centre = new StackPane(page);
        centre.getStyleClass().add("home-centre");
        setContent(centre);
        widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                fit(samples, SAMPLES_A_ROW, width.doubleValue());
                fit(lower, 2, width.doubleValue());
            }
        });
        // Weakly: the settings outlive a closed tab.
        context.settings().recent().addListener(new WeakListChangeListener<>(recentChanged));
        showRecent();
    }

    /** Reads what the page lists; call once the window stands. */
    void load() {
        context.work().run(Samples::list,
                found -> fill(samples, found.stream().map(this::sampleCard).toList()),
                failure -> fill(samples, List.of(note(Documents.wordsOf(failure)))));
        context.work().run(() -> context.experiments().get(),
                found -> cases.getChildren().setAll(found.stream().map(this::caseRow).toList()),
                failure -> cases.getChildren().setAll(note(Documents.wordsOf(failure))));
    }

    private static GridPane columns(int count) {
        GridPane grid = new GridPane();
        for (int i = 0; i < count; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / count);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    /** As many side by side as the grid has columns now. */
    private static void fill(GridPane grid, List<Node> cells) {
        int columns = grid.getColumnConstraints().size();
        grid.getChildren().clear();
        for (int i = 0; i < cells.size(); i++) {
            grid.add(cells.get(i), i % columns, i / columns);
        }
    }

    /** One column in a narrow window, as usual otherwise. */
    private static void fit(GridPane grid, int usual, double width) {
        int columns = width < SidePanels.NARROW ? 1 : usual;
        if (columns != grid.getColumnConstraints().size()) {
            grid.getColumnConstraints().setAll(columns(columns).getColumnConstraints());
            fill(grid, List.copyOf(grid.getChildren()));
        }
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("section-title", "home-section");
        return label;
    }

    private static VBox column(String title, VBox content) {
        content.getStyleClass().add("home-list");
        VBox column = new VBox(section(title), content);
        return column;
    }

    private static Label note(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private static VBox waiting() {
        VBox card = new VBox();
        card.getStyleClass().addAll("card", "sample-card");
        card.setMinHeight(WAITING_HEIGHT);
        return card;
    }

    private Node sampleCard(Samples.Sample sample) {
        Design design = sample.design();
        Label title = new Label(design.title());
        title.getStyleClass().add("strong");
        Label question = new Label(design.question());
        question.setWrapText(true);
        question.getStyleClass().addAll("muted", "sample-question");
        Label size = new Label(design.components().size() + " components · " + design.links().size() + " links · "
                + design.decisions().size() + " decisions");
        size.getStyleClass().addAll("muted", "small-text");
        VBox words = new VBox(3, title, question, size);
        words.getStyleClass().add("sample-words");
        VBox content = new VBox(new DesignThumbnail(design), words);
        Pressable card = new Pressable(content, "Open the sample " + design.title(),
                () -> documents.openSample(design));
        card.setId("sample-" + sample.id());
        card.getStyleClass().add("sample-card");
        return card;
    }

    private void showRecent() {
        List<Path> files = context.settings().recent();
        if (files.isEmpty()) {
            recent.getChildren().setAll(
                    note("Nothing yet. Designs you open or save are listed here. You can also drop a design file, or a "
                            + "PDF that Sevenstep exported, on the window."));
        } else {
            recent.getChildren().setAll(files.stream().map(this::recentRow).toList());
        }
    }

    private Node recentRow(Path file) {
        Path folder = file.getParent();
        Pressable row = row(Documents.isPdf(file) ? "ci-document-pdf" : "ci-document", file.getFileName().toString(),
                folder == null ? "" : folder.toString(), () -> documents.open(List.of(file)));
        Tooltip.install(row, new Tooltip(file.toString()));
        return row;
    }

    private Node caseRow(Experiment experiment) {
        Pressable row = row("ci-play-outline", experiment.title(), experiment.summary(), () -> run.accept(experiment));
        row.setId("case-" + experiment.id());
        return row;
    }

    private static Pressable row(String icon, String title, String detail, Runnable action) {
        Label name = new Label(title);
        name.getStyleClass().add("medium");
        Label more = new Label(detail);
        more.setWrapText(true);
        more.getStyleClass().addAll("muted", "small-text");
        HBox content = new HBox(new FontIcon(icon), new VBox(2, name, more));
        content.getStyleClass().add("home-row-content");
        Pressable row = new Pressable(content, title + ", " + detail, action);
        row.getStyleClass().add("home-row");
        return row;
    }
}
