package dev.sevenstep.studio.control;

import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A layer over the window's content that shows short messages at the bottom right; each leaves after a while. */
public final class ToastHost extends VBox {
    private static final Duration SHOWN = Duration.seconds(6);
    private static final int MOST = 4;

    public ToastHost() {
        getStyleClass().add("toasts");
        setPickOnBounds(false);
        setMouseTransparent(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /**
     * Shows a message that something worked, once however often that is. Errors are for {@link Banner}: they must not go away by themselves.
     *
     * @param actions what can be done about it; using one closes the message
     */
    public void show(String text, Button... actions) {
        showInstead(text, text, actions);
    }

    /**
     * As {@link #show}, in place of the message before it about the same thing, which is out of date now.
     *
     * @param about what the message is about; no words for the user
     */
    public void showInstead(String about, String text, Button... actions) {
        getChildren().removeIf(before -> about.equals(before.getUserData()));
        Label words = new Label(text);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox toast = new HBox(words);
        toast.setUserData(about);
        toast.getStyleClass().add("toast");
        for (Button action : actions) {
            action.getStyleClass().addAll("flat", "accent", "small");
            action.addEventHandler(ActionEvent.ACTION, _ -> getChildren().remove(toast));
            toast.getChildren().add(action);
        }
        toast.setAccessibleText(text);
        getChildren().add(toast);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        PauseTransition wait = new PauseTransition(SHOWN);
        wait.setOnFinished(_ -> {
            if (toast.isHover()) {
                wait.playFromStart();
            } else {
                getChildren().remove(toast);
            }
        });
        wait.play();
    }
}
