package dev.sevenstep.studio.shell;

import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.control.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** All keys at a glance, by menu; read off the commands, so it cannot be out of date. */
final class ShortcutSheet extends VBox {
    private final Button close = new Button("Close");

    /**
     * @param more keys that are not commands, by heading: name of the key and what it does
     */
    ShortcutSheet(Commands commands, Map<String, List<String[]>> more, Runnable closed) {
        getStyleClass().addAll("shortcut-sheet", "floating");
        Label heading = new Label("Keyboard shortcuts");
        heading.getStyleClass().add("heading");
        close.setCancelButton(true);
        close.setOnAction(_ -> closed.run());
        List<VBox> blocks = new ArrayList<>();
        for (Menu menu : Menu.values()) {
            VBox block = block(menu.title());
            for (Command command : commands.in(menu)) {
                String keys = command.keys();
                if (keys != null) {
                    StringBuilder all = new StringBuilder(keys);
                    command.otherKeys().forEach(other -> all.append("  or  ").append(other.getDisplayText()));
                    block.getChildren().add(line(command.label(), all.toString()));
                }
            }
            if (block.getChildren().size() > 1) {
                blocks.add(block);
            }
        }
        more.forEach((title, lines) -> {
            VBox block = block(title);
            lines.forEach(line -> block.getChildren().add(line(line[1], line[0])));
            blocks.add(block);
        });
        FlowPane columns = new FlowPane(Orientation.VERTICAL, 36, 18);
        columns.getChildren().addAll(blocks);
        columns.setPrefWrapLength(430);
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToHeight(true);
        getChildren().addAll(new Row(heading, Row.spring(), close), scroll);
    }

    Button closeButton() {
        return close;
    }

    private static VBox block(String title) {
        Label label = new Label(title);
        label.getStyleClass().add("section-title");
        VBox block = new VBox(4, label);
        block.setPrefWidth(280);
        return block;
    }

    private static HBox line(String what, String keys) {
        Label label = new Label(what);
        Label key = new Label(keys);
        key.getStyleClass().add("keys");
        key.setMinWidth(USE_PREF_SIZE);
        return new Row(label, Row.spring(), key);
    }
}
