package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.RunResult;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above a run from the store: what cannot be asked of it any more, and the ways to have it whole. */
final class KeptNotice extends HBox {
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button learn = new Button();
    private final RunResult result;

    /**
     * @param again makes the run with its parameters and its seed
     * @param learning learns its models again without running it, where that can be done
     */
    KeptNotice(RunResult result, Runnable again, Optional<LearnAgain> learning) {
        this.result = result;
        words.setText(without());
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(icon(), words);
        learning.ifPresent(this::offer);
        getChildren().add(button(again));
        setId("kept-notice");
        getStyleClass().addAll("row", "kept-notice");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
    }

    private static FontIcon icon() {
        FontIcon icon = new FontIcon("ci-information");
        // The words beside it say it all.
        icon.setAccessibleRole(AccessibleRole.NODE);
        return icon;
    }

    private String without() {
        return "A kept run, as it ended. " + missing() + " the models, which are not kept.";
    }

    private String missing() {
        if (result.ranking().isPresent()) {
            return "Reasons, hidden histories and other numbers of candidates need";
        }
        return result.images().isPresent()
                ? "Other pictures to search for and other indexes need"
                : "Reasons for single rows need";
    }

    private void offer(LearnAgain learning) {
        bar.getStyleClass().add("small");
        bar.setPrefWidth(90);
        bar.setMinWidth(USE_PREF_SIZE);
        bar.managedProperty().bind(bar.visibleProperty());
        learn.setId("kept-learn");
        learn.setMinWidth(USE_PREF_SIZE);
        learn.managedProperty().bind(learn.visibleProperty());
        learn.setTooltip(new Tooltip("Learns the approaches of the two lists again, with the seed of the run,"
                + " and makes sure that they rank the same. Figures and times stay as they were kept."));
        learn.setOnAction(_ -> {
            if (learning.stateProperty().get().learning().isPresent()) {
                learning.stop();
            } else {
                learning.start();
            }
        });
        learning.stateProperty().subscribe(this::show);
        getChildren().addAll(bar, learn);
    }

    private void show(LearnAgain.State state) {
        boolean busy = state.learning().isPresent();
        bar.setVisible(busy);
        learn.setVisible(busy || state.missing());
        learn.setText(busy ? "Stop" : "Learn again");
        state.learning().ifPresent(step -> bar.setProgress(step.fraction()));
        words.setText(state.learning().map(step -> "Learning " + step.approach() + " again …")
                .orElse(state.done().isEmpty() || state.missing()
                        ? without()
                        : "A kept run, as it ended. Learnt again, with the same lists: "
                                + String.join(", ", state.done()) + "."));
    }

    private Button button(Runnable again) {
        Button button = new Button("Run again with seed " + result.provenance().seed());
        button.setId("kept-again");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> again.run());
        return button;
    }
}
