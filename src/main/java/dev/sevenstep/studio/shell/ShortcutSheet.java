package dev.sevenstep.studio.shell;

import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.control.ColumnFlow;
import dev.sevenstep.studio.control.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** All keys at a glance, by menu; read off the commands, so it cannot be out of date. */
final class ShortcutSheet extends VBox {
    private static final double BETWEEN_LINES = 4;
    private static final double BETWEEN_PARTS = 14;
    private static final double SCROLL_BAR = 14;

    private final Button close = new Button("Close");
    private final ColumnFlow columns = new ColumnFlow(BETWEEN_LINES);
    private final Row top;

    /**
     * @param more keys that are not commands, by heading: name of the key and what it does
     */
    ShortcutSheet(Commands commands, Map<String, List<String[]>> more, Runnable closed) {
        getStyleClass().addAll("shortcut-sheet", "floating");
        Label heading = new Label("Keyboard shortcuts");
        heading.getStyleClass().add("heading");
        close.setCancelButton(true);
        close.setOnAction(_ -> closed.run());
        top = new Row(heading, Row.spring(), close);
        for (Menu menu : Menu.values()) {
            List<Node> lines = new ArrayList<>();
            for (Command command : commands.in(menu)) {
                String keys = command.keys();
                if (keys != null) {
                    StringBuilder all = new StringBuilder(keys);
                    command.otherKeys().forEach(other -> all.append("  or  ").append(other.getDisplayText()));
                    lines.add(line(command.label(), all.toString()));
                }
            }
            add(menu.title(), lines);
        }
        more.forEach((title, lines) -> add(title, lines.stream().<Node>map(line -> line(line[1], line[0])).toList()));
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(top, scroll);
    }

    /** A part may go on in the next column; its heading stays with its first line. */
    private void add(String title, List<Node> lines) {
        for (int i = 0; i < lines.size(); i++) {
            VBox block = new VBox(BETWEEN_LINES);
            if (i == 0) {
                Label heading = new Label(title);
                heading.getStyleClass().add("section-title");
                block.getChildren().add(heading);
            }
            block.getChildren().add(lines.get(i));
            if (i == lines.size() - 1) {
                block.setPadding(new Insets(0, 0, BETWEEN_PARTS, 0));
            }
            columns.add(block, i == 0 ? 2 : 1);
        }
    }

    /** As high as the columns are at this width, if the window is. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = (width > 0 ? width : prefWidth(-1)) - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + top.prefHeight(inside) + getSpacing() + columns.prefHeight(inside - SCROLL_BAR)
                + snappedBottomInset();
    }

    Button closeButton() {
        return close;
    }

    private static HBox line(String what, String keys) {
        Label label = new Label(what);
        label.setWrapText(true);
        Label key = new Label(keys);
        key.getStyleClass().add("keys");
        key.setMinWidth(USE_PREF_SIZE);
        return new Row(label, Row.spring(), key);
    }
}
