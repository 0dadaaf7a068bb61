package dev.sevenstep.studio.shell;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tab of one document: its title, a dot when it has unsaved changes, a way to close it. Drags to another place. */
final class DocumentTab extends HBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    /** A drag begins when the pointer has moved this many pixels. */
    private static final double THRESHOLD = 6;

    private final Shell shell;
    private final Workspace workspace;
    private final Workspaces all;
    private boolean selected;
    /** Not a number while the tab is not held: what is dragged over it from elsewhere is none of its business. */
    private double pressX = Double.NaN;
    private int places;
    private @Nullable Scene dragging;
    private final EventHandler<KeyEvent> givingUp = event -> {
        if (event.getCode() == KeyCode.ESCAPE) {
            endDrag();
            // Until the next press the pointer moves nothing.
            pressX = Double.NaN;
            event.consume();
        }
    };

    DocumentTab(Shell shell, Workspace workspace, Workspaces all) {
        this.shell = shell;
        this.workspace = workspace;
        this.all = all;
        getStyleClass().add("document-tab");
        Label title = new Label();
        title.textProperty().bind(shell.nameProperty());
        title.setMnemonicParsing(false);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Region dot = new Region();
        dot.getStyleClass().add("unsaved-dot");
        dot.visibleProperty().bind(shell.session().changedProperty());
        dot.managedProperty().bind(dot.visibleProperty());
        Button close = new Button("", new FontIcon("ci-close"));
        close.getStyleClass().addAll("flat", "icon-button", "tab-close");
        close.setAccessibleText("Close tab");
        close.setTooltip(new Tooltip("Close tab"));
        // By keyboard the tab itself closes with Delete, and any with its command.
        close.setFocusTraversable(false);
        close.setOnAction(_ -> all.close(shell));
        getChildren().addAll(dot, title, close);
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        Tooltip where = new Tooltip();
        Tooltip.install(this, where);
        shell.session().changedProperty().subscribe(_ -> describe(where));
        shell.session().pathProperty().subscribe(_ -> describe(where));
        shell.nameProperty().subscribe(_ -> describe(where));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menu().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /** How a tab is called where there is no dot. */
    static String words(Shell shell) {
        return shell.nameProperty().get() + (shell.session().isChanged() ? ", not saved" : "");
    }

    private void describe(Tooltip where) {
        setAccessibleText(words(shell));
        where.setText(shell.session().path().map(Object::toString).orElse("Not in a file yet"));
    }

    /**
     * @param inHand whether keys go to this document
     * @param seen whether the document is shown
     */
    void mark(boolean inHand, boolean seen) {
        selected = inHand;
        pseudoClassStateChanged(SELECTED, inHand);
        pseudoClassStateChanged(SHOWN, seen);
        // One stop on the way of the Tab key; arrows go on from there.
        setFocusTraversable(inHand);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    private void press(MouseEvent event) {
        pressX = Double.NaN;
        places = 0;
        if (event.getButton() == MouseButton.PRIMARY) {
            pressX = event.getSceneX();
            workspace.select(shell);
        } else if (event.getButton() == MouseButton.MIDDLE) {
            all.close(shell);
        }
    }

    private void drag(MouseEvent event) {
        double way = event.getSceneX() - pressX;
        if (dragging == null && Math.abs(way) >= THRESHOLD) {
            dragging = getScene();
            setViewOrder(-1);
            getScene().addEventFilter(KeyEvent.KEY_PRESSED, givingUp);
        }
        if (dragging != null) {
            places = strip().preview(this, way);
        }
    }

    private void release() {
        pressX = Double.NaN;
        int wanted = places;
        boolean done = dragging != null;
        endDrag();
        if (done) {
            workspace.shift(shell, wanted);
        }
    }

    private void endDrag() {
        if (dragging != null) {
            dragging.removeEventFilter(KeyEvent.KEY_PRESSED, givingUp);
            dragging = null;
            setViewOrder(0);
            strip().endPreview();
        }
    }

    private TabStrip strip() {
        return (TabStrip) workspace.getTop();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER, SPACE -> workspace.select(shell);
            case DELETE -> all.close(shell);
            case LEFT -> go(-1);
            case RIGHT -> go(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(int step) {
        List<Shell> order = workspace.shells();
        int next = order.indexOf(shell) + step;
        if (next >= 0 && next < order.size()) {
            workspace.bring(order.get(next));
            getParent().getChildrenUnmodifiable().get(next).requestFocus();
        }
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        boolean alone = workspace.shells().size() == 1;
        menu.getItems().addAll(
                item("Show beside the other", workspace.current().filter(shell::equals).isPresent() || alone,
                        () -> workspace.showBeside(shell)),
                item("Open in a new window", alone, () -> all.move(shell)),
                item("Close tab", false, () -> all.close(shell)),
                item("Close other tabs", alone, () -> all.closeOthers(shell)));
        return menu;
    }

    private static MenuItem item(String words, boolean off, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setDisable(off);
        item.setOnAction(_ -> action.run());
        return item;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? selected
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
