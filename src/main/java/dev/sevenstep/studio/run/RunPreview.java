package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.studio.control.EmptyState;
import dev.sevenstep.task.Job;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Before the first result: an invitation to run, what will come, and how far it is once it runs. */
final class RunPreview extends VBox {
    private static final double NARROW = 560;

    private final StackPane top = new StackPane();
    private final EmptyState invitation;
    private final VBox working = new VBox();
    private final Label stage = new Label();
    private final Label seconds = new Label();
    private final ProgressBar bar = new ProgressBar();

    RunPreview(Experiment experiment, RunSession session, Runnable start) {
        getStyleClass().add("run-preview");
        Button run = new Button("Run", new FontIcon("ci-play-filled"));
        run.setId("preview-run");
        run.setOnAction(_ -> start.run());
        invitation = new EmptyState("ci-chart-multi-line", experiment.title(), experiment.summary(), run);
        stage.getStyleClass().add("heading");
        seconds.getStyleClass().add("muted");
        bar.setMaxWidth(420);
        bar.getStyleClass().add("small");
        working.getChildren().setAll(stage, bar, seconds);
        working.setAlignment(Pos.CENTER);
        working.setSpacing(10);
        top.getChildren().setAll(invitation, working);
        top.getStyleClass().add("preview-top");

        GridPane grid = new GridPane();
        grid.getStyleClass().add("board-grid");
        List<VBox> promises = promises(experiment.endsIn());
        widthProperty().subscribe(width -> arrange(grid, promises, width.doubleValue() < NARROW ? 1 : 3));
        getChildren().setAll(top, grid);
        session.runningProperty().subscribe(running -> {
            invitation.setVisible(!running);
            working.setVisible(running);
        });
        session.snapshotProperty().subscribe(this::progress);
    }

    private static List<VBox> promises(Experiment.Ending ending) {
        VBox front = promise("ci-chart-scatter", "Quality against latency",
                "Which approaches no other beats in both, with intervals.");
        return switch (ending) {
            case DECISION -> List.of(
                    promise("ci-chart-line-smooth", "Precision and recall",
                            "Every approach as a curve, and one threshold to drag along it."),
                    promise("ci-matrix", "At the threshold",
                            "Caught, missed, false alarms, left alone; cost and alarms a day, as you drag."),
                    promise("ci-chart-minimum", "Cost against threshold",
                            "Where missed cases and false alarms together cost least."),
                    promise("ci-chart-histogram", "Scores by class",
                            "How far apart the two classes are. Choose a bar to list its rows."),
                    front,
                    promise("ci-list", "Rows and reasons",
                            "The dearest misses, and for each why it got its score."));
            case RANKING -> List.of(
                    promise("ci-user", "One user, two lists",
                            "A history, and beside it what two approaches make of it, with reasons."),
                    promise("ci-chart-network", "Map of the items",
                            "What lies near to what. Brush it to list the items."),
                    front,
                    promise("ci-list-boxes", "Candidates", "What more candidates bring, and what they cost."),
                    promise("ci-time", "Cold start", "Hide part of the histories and watch the lists get worse."),
                    promise("ci-list", "Figures with intervals", "Every figure of every approach, side by side."));
            case PICTURES -> List.of(
                    promise("ci-grid", "Gallery", "Every picture of the catalogue; a click searches for more like it."),
                    promise("ci-edit", "Search on",
                            "Drop a picture, paste one, or draw one: its neighbours as you draw."),
                    promise("ci-compare", "Exact beside the index",
                            "The same query both ways, with what the index missed."),
                    promise("ci-settings-adjust", "A live index", "Build it, turn its knobs, save it, open it again."),
                    promise("ci-chart-scatter", "Recall against speed",
                            "What each index finds in which time, with settings pinned."),
                    promise("ci-matrix", "Class by class",
                            "Which classes are taken for which, and by which pictures."));
        };
    }

    private static void arrange(GridPane grid, List<VBox> cards, int columns) {
        if (grid.getColumnConstraints().size() == columns) {
            return;
        }
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < cards.size(); i++) {
            grid.add(cards.get(i), i % columns, i / columns);
        }
    }

    private static VBox promise(String icon, String title, String text) {
        Label heading = new Label(title);
        heading.getStyleClass().add("strong");
        Label body = new Label(text);
        body.getStyleClass().add("muted");
        body.setWrapText(true);
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("promise-icon");
        picture.setAccessibleRole(AccessibleRole.NODE);
        VBox card = new VBox(6, picture, heading, body);
        card.getStyleClass().addAll("card", "promise");
        return card;
    }

    private void progress(Optional<Job.Snapshot> snapshot) {
        snapshot.ifPresent(now -> {
            stage.setText(now.current().map(s -> s.name()).orElse("Getting ready"));
            bar.setProgress(now.current().map(s -> s.fraction()).orElse(0.0));
            long done = now.stages().stream().filter(s -> s.done()).count();
            seconds.setText(Numbers.fixed(now.seconds(), 1) + " s · " + done + (done == 1 ? " stage" : " stages")
                    + " done");
        });
    }
}
