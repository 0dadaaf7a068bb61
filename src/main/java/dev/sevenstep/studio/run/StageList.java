package dev.sevenstep.studio.run;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.task.Stage;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The stages of a run with how far each is and how long it took. Rows stay and change, so a live list does not flicker. */
final class StageList extends VBox {

    StageList() {
        getStyleClass().add("stages");
    }

    void show(List<Stage> stages) {
        while (getChildren().size() > stages.size()) {
            getChildren().removeLast();
        }
        for (int i = 0; i < stages.size(); i++) {
            if (i == getChildren().size()) {
                getChildren().add(new StageRow());
            }
            ((StageRow) getChildren().get(i)).show(stages.get(i));
        }
    }

    /** Name, seconds or per cent, bar. */
    private static final class StageRow extends VBox {
        private final Label name = new Label();
        private final Label far = new Label();
        private final ProgressBar bar = new ProgressBar();

        StageRow() {
            getStyleClass().add("stage");
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            far.getStyleClass().add("muted");
            far.setMinWidth(USE_PREF_SIZE);
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().add("small");
            bar.setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
            getChildren().addAll(new HBox(6, name, far), bar);
        }

        void show(Stage stage) {
            name.setText(stage.name());
            String seconds = Numbers.fixed(stage.seconds(), 1) + " s";
            far.setText(stage.done() || stage.fraction() <= 0
                    ? seconds
                    : Math.round(stage.fraction() * 100) + " % · " + seconds);
            bar.setProgress(stage.done() ? 1 : Math.max(0, stage.fraction()));
            bar.pseudoClassStateChanged(RunView.DONE, stage.done());
            bar.setAccessibleText(stage.name() + ", " + far.getText());
        }
    }
}
