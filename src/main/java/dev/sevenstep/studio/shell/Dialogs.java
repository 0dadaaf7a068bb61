package dev.sevenstep.studio.shell;

import dev.sevenstep.studio.control.Row;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Questions and errors in words, shown over the window. */
final class Dialogs {
    private final Overlay overlay;

    Dialogs(Overlay overlay) {
        this.overlay = overlay;
    }

    /** One answer to a question. */
    record Answer(String id, String label, Runnable action) {}

    /**
     * Asks. Esc or a click beside it means none of the answers: nothing happens.
     *
     * @param answers from least to most wanted; the last one is the default
     */
    void ask(String title, String text, List<Answer> answers) {
        ask(title, text, Optional.empty(), answers, () -> {});
    }

    /**
     * Asks about something that can be shown.
     *
     * @param shown stands between the words and the answers
     * @param answers from least to most wanted; the last one is the default
     * @param dismissed called on Esc or a click beside it
     */
    void ask(String title, String text, Optional<Node> shown, List<Answer> answers, Runnable dismissed) {
        Row buttons = new Row(Row.spring());
        Button main = null;
        for (Answer answer : answers) {
            Button button = new Button(answer.label());
            button.setId(answer.id());
            button.setMnemonicParsing(false);
            button.setOnAction(_ -> {
                overlay.close();
                answer.action().run();
            });
            main = button;
            buttons.getChildren().add(button);
        }
        if (main == null) {
            throw new IllegalArgumentException("a question needs an answer");
        }
        main.getStyleClass().add("accent");
        main.setDefaultButton(true);
        overlay.show(box(title, text, shown, buttons), -1, main, dismissed);
    }

    /** What went wrong, where, and what to do. Stays until it is closed. */
    void error(String title, String text) {
        ask(title, text, List.of(new Answer("error-close", "Close", () -> {})));
    }

    /** Shows something of its own, with the focus on a part of it. */
    void show(Region content, Node focus) {
        overlay.show(content, -1, focus, () -> {});
    }

    void close() {
        overlay.close();
    }

    private static VBox box(String title, String text, Optional<Node> shown, Node buttons) {
        Label heading = new Label(title);
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        Label words = new Label(text);
        words.setWrapText(true);
        VBox box = new VBox(heading, words);
        box.getStyleClass().addAll("dialog-box", "floating");
        shown.ifPresent(node -> {
            box.getStyleClass().add("wide");
            box.getChildren().add(node);
        });
        box.getChildren().add(buttons);
        box.setAccessibleText(title + ". " + text);
        return box;
    }
}
