package dev.sevenstep.studio.shell;

import dev.sevenstep.export.ExportFormat;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.CommandButtons;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.control.Segmented;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar at the top: menus and document on the left, where one is in the middle, search and export on the right. */
final class HeaderBar extends HBox {
    /** Logical pixels below which the layout of the design is chosen in the main menu only. */
    private static final double WITH_LAYOUTS = 1000;
    /** Below this sharing and exporting are in the main menu only. */
    private static final double WITH_EXPORT = 880;
    /** Below this the places are icons, and undo and redo in the main menu only, so that the name of the design can be read. */
    private static final double WITH_WORDS = 620;
    /** The design is called by its name before the program is, and before the search is more than an icon. */
    private static final double WITH_NAME = 1180;

    private final Commands commands;
    private final MenuButton main = new MenuButton("Menu", new FontIcon("ci-menu"));

    HeaderBar(Commands commands, DocumentSession session, ObjectProperty<View> view,
            ObjectProperty<DesignLayout> layout) {
        this.commands = commands;
        getStyleClass().add("header-bar");
        Segmented<View> places = new Segmented<>(List.of(View.values()), View::label, view.get());
        places.setId("view-switch");
        places.valueProperty().bindBidirectional(view);
        // Both sides take the same share of the rest, so that the switch stands in the middle.
        Label product = product();
        Button search = search();
        String words = search.getText();
        MenuButton share = share();
        Button export = export();
        Button undo = CommandButtons.icon(commands.get("edit.undo"));
        Button redo = CommandButtons.icon(commands.get("edit.redo"));
        HBox left = side(mainMenu(), product, documentMenu(session), undo, redo, layoutSwitch(view, layout),
                Row.spring());
        HBox right = side(Row.spring(), search, CommandButtons.icon(commands.get("view.theme")), share,
                export);
        getChildren().addAll(left, places, right);
        // What a narrow window has no room for is in the main menu and behind the search.
        widthProperty().subscribe(width -> {
            boolean wide = reaches(width, WITH_NAME);
            boolean exports = reaches(width, WITH_EXPORT);
            show(product, wide);
            show(share, exports);
            show(export, exports);
            // With little room the switch need not stand in the middle: the name gets what the right side leaves.
            right.setPrefWidth(wide ? 0 : USE_COMPUTED_SIZE);
            HBox.setHgrow(right, wide ? Priority.ALWAYS : Priority.NEVER);
            search.setText(wide ? words : "");
            search.setGraphic(wide ? null : new FontIcon("ci-search"));
        });
        widthProperty().map(width -> !reaches(width, WITH_WORDS)).subscribe(narrow -> {
            show(undo, !narrow);
            show(redo, !narrow);
            if (narrow) {
                places.asIcons(View::icon);
            } else {
                places.asWords();
            }
        });
    }

    /** Before its first layout the bar is as most windows show it: changes within that layout would ask for a second one. */
    private static boolean reaches(Number width, double least) {
        return width.doubleValue() == 0 || width.doubleValue() >= least;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private Node layoutSwitch(ObjectProperty<View> view, ObjectProperty<DesignLayout> layout) {
        Segmented<DesignLayout> layouts = new Segmented<>(List.of(DesignLayout.values()), DesignLayout::label,
                layout.get());
        layouts.setId("layout-switch");
        layouts.asIcons(DesignLayout::icon);
        layouts.valueProperty().bindBidirectional(layout);
        layouts.managedProperty().bind(widthProperty().map(width -> reaches(width, WITH_LAYOUTS)));
        layouts.visibleProperty().bind(view.isEqualTo(View.DESIGN).and(layouts.managedProperty()));
        return layouts;
    }

    private static HBox side(Node... nodes) {
        HBox side = new Row(nodes);
        side.setPrefWidth(0);
        side.setMinWidth(0);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    /** Opens the main menu, as F10 does. */
    void openMenu() {
        main.requestFocus();
        main.show();
    }

    private MenuButton mainMenu() {
        main.setId("main-menu");
        main.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        main.getStyleClass().addAll("flat", "icon-button", "no-arrow");
        main.setAccessibleText("Main menu");
        main.setTooltip(new Tooltip("Main menu  F10"));
        // Filled when it opens: features register their commands when they are first shown.
        main.setOnShowing(_ -> fillMenu());
        fillMenu();
        return main;
    }

    private void fillMenu() {
        main.getItems().clear();
        for (Menu menu : Menu.values()) {
            List<Command> inIt = commands.in(menu);
            if (!inIt.isEmpty()) {
                javafx.scene.control.Menu sub = new javafx.scene.control.Menu(menu.title());
                inIt.forEach(command -> sub.getItems().add(CommandButtons.menuItem(command)));
                main.getItems().add(sub);
            }
        }
    }

    private static Label product() {
        Label name = new Label("Sevenstep");
        name.getStyleClass().addAll("strong", "product");
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }

    private MenuButton documentMenu(DocumentSession session) {
        MenuButton button = new MenuButton();
        button.setId("document-menu");
        button.setMnemonicParsing(false);
        button.getStyleClass().add("document-menu");
        button.setMinWidth(120);
        button.setMaxWidth(230);
        button.textProperty().bind(session.designProperty().map(design -> design.title())
                .flatMap(title -> session.changedProperty().map(changed -> changed ? "• " + title : title)));
        button.setAccessibleText("Document");
        for (String id : List.of("file.rename", "file.save", "file.save-as", "file.versions", "file.duplicate")) {
            button.getItems().add(CommandButtons.menuItem(commands.get(id)));
        }
        button.getItems().add(new SeparatorMenuItem());
        for (String id : List.of("file.new", "file.open")) {
            button.getItems().add(CommandButtons.menuItem(commands.get(id)));
        }
        return button;
    }

    private Button search() {
        Command palette = commands.get("view.palette");
        Button search = CommandButtons.labelled(palette);
        String keys = palette.keys();
        search.setText((keys == null ? "" : keys + "  ") + "Search or do…");
        search.setGraphic(null);
        search.getStyleClass().add("search-button");
        return search;
    }

    private MenuButton share() {
        MenuButton share = new MenuButton("Share");
        share.setId("share-menu");
        share.setAccessibleText("Share");
        share.getStyleClass().add("share-menu");
        share.setMinWidth(USE_PREF_SIZE);
        for (ExportFormat format : ExportFormat.values()) {
            share.getItems().add(CommandButtons.menuItem(commands.get("file.export-" + format.extension())));
        }
        share.getItems().addAll(new SeparatorMenuItem(), CommandButtons.menuItem(commands.get("file.export")),
                CommandButtons.menuItem(commands.get("file.import")));
        return share;
    }

    private Button export() {
        Button export = CommandButtons.labelled(commands.get("file.export-pdf"));
        export.setId("export-pdf-button");
        export.setText("Export PDF");
        export.setGraphic(null);
        export.getStyleClass().add("accent");
        export.setMinWidth(USE_PREF_SIZE);
        return export;
    }
}
