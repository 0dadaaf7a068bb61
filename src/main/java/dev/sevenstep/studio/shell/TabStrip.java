package dev.sevenstep.studio.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The tabs of a window. It is there when there is more than one; where they do not fit, a list of all stands at its end.
 */
final class TabStrip extends HBox {
    private static final PseudoClass RECEIVING = PseudoClass.getPseudoClass("receiving");

    private final Workspace workspace;
    private final Workspaces all;
    private final Map<Shell, DocumentTab> tabs = new HashMap<>();
    private final HBox row = new HBox();
    private final ScrollPane window = new ScrollPane(row);
    private final MenuButton list = new MenuButton("", new FontIcon("ci-chevron-down"));

    TabStrip(Workspace workspace, Workspaces all) {
        this.workspace = workspace;
        this.all = all;
        setId("tab-strip");
        getStyleClass().add("tab-strip");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Open designs");
        row.getStyleClass().add("tab-row");
        window.getStyleClass().add("tab-window");
        window.setFitToWidth(true);
        window.setFitToHeight(true);
        window.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        window.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        window.setFocusTraversable(false);
        window.setMinWidth(0);
        Button more = new Button("", new FontIcon("ci-add"));
        more.setId("tab-new");
        more.getStyleClass().addAll("flat", "icon-button");
        more.setAccessibleText("New tab");
        more.setTooltip(new Tooltip("New tab"));
        more.setOnAction(_ -> all.newTab(workspace));
        list.setId("tab-list");
        list.getStyleClass().addAll("flat", "icon-button", "no-arrow");
        list.setAccessibleText("All tabs");
        list.setTooltip(new Tooltip("All tabs"));
        list.setOnShowing(_ -> fillList());
        list.managedProperty().bind(list.visibleProperty());
        list.setVisible(false);
        getChildren().addAll(window, more, list);
        widthProperty().subscribe(_ -> overflow());
        row.layoutBoundsProperty().subscribe(_ -> reveal());
        window.setOnScroll(event -> {
            double hidden = row.getWidth() - window.getViewportBounds().getWidth();
            if (hidden > 0) {
                window.setHvalue(window.getHvalue() - (event.getDeltaY() + event.getDeltaX()) / hidden);
                event.consume();
            }
        });
        fillList();
    }

    /** Shows the tabs as they are now. */
    void refresh() {
        List<Shell> order = workspace.shells();
        tabs.keySet().retainAll(order);
        List<DocumentTab> wanted = order.stream()
                .map(shell -> tabs.computeIfAbsent(shell, _ -> new DocumentTab(shell, workspace, all))).toList();
        if (!row.getChildren().equals(wanted)) {
            row.getChildren().setAll(wanted);
        }
        tabs.forEach((shell, tab) -> tab.mark(workspace.current().filter(shell::equals).isPresent(),
                workspace.shown().contains(shell)));
        boolean several = order.size() > 1;
        setVisible(several);
        setManaged(several);
        overflow();
        if (several && getScene() != null) {
            applyCss();
            layout();
            reveal();
        }
    }

    private void overflow() {
        double needed = row.minWidth(-1);
        list.setVisible(getWidth() > 0 && needed > getWidth() - 80);
    }

    /** Scrolls so that the tab in hand is seen. */
    private void reveal() {
        workspace.current().map(tabs::get).ifPresent(tab -> {
            double hidden = row.getWidth() - window.getViewportBounds().getWidth();
            Bounds box = tab.getBoundsInParent();
            if (hidden > 0) {
                double left = window.getHvalue() * hidden;
                double right = left + window.getViewportBounds().getWidth();
                if (box.getMinX() < left) {
                    window.setHvalue(box.getMinX() / hidden);
                } else if (box.getMaxX() > right) {
                    window.setHvalue((box.getMaxX() - window.getViewportBounds().getWidth()) / hidden);
                }
            }
        });
    }

    private void fillList() {
        list.getItems().setAll(workspace.shells().stream().map(shell -> {
            MenuItem item = new MenuItem(DocumentTab.words(shell));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> workspace.select(shell));
            return item;
        }).toList());
    }

    Optional<Shell> at(double screenX, double screenY) {
        return isVisible()
                ? workspace.shells().stream().filter(shell -> {
                    DocumentTab tab = tabs.get(shell);
                    return tab != null && Workspace.within(window, screenX, screenY)
                            && Workspace.within(tab, screenX, screenY);
                }).findFirst()
                : Optional.empty();
    }

    void markReceiving(Optional<Shell> target) {
        tabs.forEach((shell, tab) -> tab.pseudoClassStateChanged(RECEIVING,
                target.filter(shell::equals).isPresent()));
    }

    /** While a tab is dragged: how many places it would go, with the others making room. */
    int preview(DocumentTab dragged, double way) {
        List<Shell> order = workspace.shells();
        int from = row.getChildren().indexOf(dragged);
        double width = dragged.getWidth() + row.getSpacing();
        double kept = Math.clamp(way, -from * width, (order.size() - 1 - from) * width);
        int places = (int) Math.round(kept / width);
        dragged.setTranslateX(kept);
        for (int i = 0; i < order.size(); i++) {
            if (i != from) {
                boolean passed = i > from && i <= from + places || i < from && i >= from + places;
                row.getChildren().get(i).setTranslateX(passed ? -Math.signum(places) * width : 0);
            }
        }
        return places;
    }

    void endPreview() {
        row.getChildren().forEach(tab -> tab.setTranslateX(0));
    }
}
