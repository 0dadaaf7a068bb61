package dev.sevenstep.studio.run.images;

import dev.sevenstep.studio.theme.Motion;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Says in place that an answer is being worked out, once that takes longer than a moment, and lets go of it. */
final class Waiting extends HBox {
    /** An answer that takes longer than this is announced. */
    private static final Duration PATIENCE = Duration.millis(150);

    private final Newest newest;
    private final ProgressIndicator wheel = new ProgressIndicator();
    private final Label words = new Label();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private String general = "";

    /**
     * @param id of the row; that of its button ends in "-cancel"
     * @param cancelled told after what was asked has been let go
     */
    Waiting(String id, Newest newest, Runnable cancelled) {
        this.newest = newest;
        setId(id);
        getStyleClass().addAll("row", "waiting");
        wheel.setAccessibleText("Working");
        wheel.managedProperty().bind(wheel.visibleProperty());
        words.getStyleClass().add("muted");
        words.setMinWidth(0);
        Button cancel = new Button("Cancel");
        cancel.setId(id + "-cancel");
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> {
            newest.forget();
            cancelled.run();
        });
        getChildren().addAll(wheel, words, cancel);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        patience.setOnFinished(_ -> appear());
        newest.waitingProperty().subscribe(waits -> {
            if (waits) {
                patience.playFromStart();
            } else {
                patience.stop();
                setVisible(false);
            }
        });
        newest.stepProperty().subscribe(_ -> say());
    }

    /** What is going on, for as long as the work has not said what it is at. */
    void setWords(String now) {
        general = now;
        say();
    }

    private void say() {
        String step = newest.stepProperty().get();
        words.setText((step.isEmpty() ? general : step) + " …");
    }

    private void appear() {
        if (newest.waitingProperty().get()) {
            // The wheel turns by itself; where nothing may, the words say it alone.
            wheel.setVisible(!Motion.isReduced(this));
            setVisible(true);
        }
    }
}
