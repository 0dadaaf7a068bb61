package dev.sevenstep.studio.run;

import dev.sevenstep.pipeline.RunResult;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above a run from the store: what cannot be asked of it any more, and the way to have it whole. */
final class KeptNotice extends HBox {

    /** @param again makes the run with its parameters and its seed */
    KeptNotice(RunResult result, Runnable again) {
        super(icon(), words(result), button(result, again));
        setId("kept-notice");
        getStyleClass().addAll("row", "kept-notice");
        setMinHeight(USE_PREF_SIZE);
    }

    private static FontIcon icon() {
        FontIcon icon = new FontIcon("ci-information");
        // The words beside it say it all.
        icon.setAccessibleRole(AccessibleRole.NODE);
        return icon;
    }

    private static Label words(RunResult result) {
        Label label = new Label("A kept run, as it ended. " + missing(result) + " the models, which are not kept.");
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static String missing(RunResult result) {
        if (result.ranking().isPresent()) {
            return "Reasons, hidden histories and other numbers of candidates need";
        }
        return result.images().isPresent()
                ? "Other pictures to search for and other indexes need"
                : "Reasons for single rows need";
    }

    private static Button button(RunResult result, Runnable again) {
        Button button = new Button("Run again with seed " + result.provenance().seed());
        button.setId("kept-again");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> again.run());
        return button;
    }
}
