package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Step;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The kinds of components by step. A click or Enter adds one to its step's frame at a free place; dragging one on the canvas
 * puts it where it is dropped.
 */
public final class PaletteView extends VBox {
    private static final double THRESHOLD = 5;
    private static final Duration TIP_DELAY = Duration.millis(400);

    private final DocumentSession session;
    private final CanvasView canvas;
    private final TextField filter = new TextField();
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private double pressX;
    private double pressY;
    /** The kind whose row the button went down on; null while none is held. */
    private @Nullable Kind pressed;
    private boolean dragging;
    private boolean cancelled;

    /** @param canvas where the components go */
    public PaletteView(DocumentSession session, CanvasView canvas) {
        this.session = session;
        this.canvas = canvas;
        getStyleClass().add("palette");
        getStylesheets().addAll(canvas.getStylesheets());
        filter.setPromptText("Filter components…");
        filter.setId("palette-filter");
        filter.setAccessibleText("Filter components");
        filter.textProperty().subscribe(_ -> fill());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox top = new HBox(filter);
        top.getStyleClass().add("palette-top");
        rows.getStyleClass().add("palette-rows");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, scroll);
        canvas.recent().addListener((ListChangeListener<Kind>) _ -> fill());
        EventHandler<KeyEvent> escape = this::escape;
        EventHandler<MouseEvent> drag = this::drag;
        EventHandler<MouseEvent> release = this::release;
        sceneProperty().subscribe((before, after) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
                before.removeEventFilter(MouseEvent.MOUSE_DRAGGED, drag);
                before.removeEventFilter(MouseEvent.MOUSE_RELEASED, release);
            }
            if (after != null) {
                after.addEventFilter(KeyEvent.KEY_PRESSED, escape);
                // At the scene, because a platform need not keep sending a drag to the row it began on.
                after.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag);
                after.addEventFilter(MouseEvent.MOUSE_RELEASED, release);
            }
        });
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && dragging) {
            cancelled = true;
            canvas.cancelPreview();
            event.consume();
        }
    }

    private void fill() {
        String typed = filter.getText();
        List<Node> now = new ArrayList<>();
        if (typed.isBlank() && !canvas.recent().isEmpty()) {
            now.add(section("Recently used"));
            canvas.recent().forEach(kind -> now.add(row(kind, "recent-")));
        }
        for (Step step : Step.values()) {
            List<Kind> kinds = QuickAdd.matching(session.catalogue().kinds(step), typed);
            if (!kinds.isEmpty()) {
                now.add(section(step.number() + "  " + step.fullName()));
                kinds.forEach(kind -> now.add(row(kind, "kind-")));
            }
        }
        List<HBox> extras = extras(typed);
        if (!extras.isEmpty()) {
            now.add(section("Notes"));
            now.addAll(extras);
        }
        if (now.isEmpty()) {
            Label none = new Label("No kind is called “" + typed.strip() + "”.");
            none.getStyleClass().add("palette-empty");
            now.add(none);
        }
        rows.getChildren().setAll(now);
        scroll.setVvalue(0);
    }

    private List<HBox> extras(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return Stream.of(extra("note.add", "Note", "ci-notebook", "Free text with **bold**, *italic* and lists."),
                extra("group.add", "Group frame", "ci-group", "A coloured frame around what is selected."))
                .filter(row -> String.valueOf(row.getAccessibleText()).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    /** A row that runs a command of the canvas. */
    private HBox extra(String command, String name, String icon, String help) {
        HBox row = row(new FontIcon(icon), name, help);
        row.setId("extra-" + command.replace('.', '-'));
        row.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                canvas.run(command);
            }
        });
        row.addEventHandler(KeyEvent.KEY_PRESSED, event -> rowKey(event, () -> canvas.run(command), row));
        return row;
    }

    private static Label section(String title) {
        Label label = new Label(title);
        label.getStyleClass().add("palette-section");
        return label;
    }

    private static HBox row(FontIcon icon, String name, String help) {
        StackPane chip = new StackPane(icon);
        chip.getStyleClass().add("palette-chip");
        HBox row = new HBox(chip, new Label(name));
        row.getStyleClass().add("palette-row");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText("Add " + name + ". " + help);
        Tooltip tip = new Tooltip(help);
        tip.setShowDelay(TIP_DELAY);
        tip.setWrapText(true);
        tip.setMaxWidth(280);
        Tooltip.install(row, tip);
        return row;
    }

    private HBox row(Kind kind, String prefix) {
        HBox row = row(KindIcons.of(Optional.of(kind)), kind.name(), kind.help());
        row.setId(prefix + kind.id());
        row.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                pressed = kind;
                pressX = event.getSceneX();
                pressY = event.getSceneY();
                dragging = false;
                cancelled = false;
            }
        });
        row.addEventHandler(KeyEvent.KEY_PRESSED, event -> rowKey(event, () -> canvas.add(kind), row));
        return row;
    }

    private void drag(MouseEvent event) {
        if (pressed == null) {
            return;
        }
        dragging |= Math.hypot(event.getSceneX() - pressX, event.getSceneY() - pressY) >= THRESHOLD;
        if (dragging && !cancelled) {
            canvas.previewAt(pressed, event.getSceneX(), event.getSceneY());
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        Kind kind = pressed;
        if (kind == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        boolean dropped = dragging && !cancelled;
        boolean clicked = !dragging && !cancelled;
        pressed = null;
        dragging = false;
        if (dropped) {
            canvas.dropAt(kind, event.getSceneX(), event.getSceneY());
        } else if (clicked) {
            canvas.add(kind);
        }
        event.consume();
    }

    private void rowKey(KeyEvent event, Runnable action, HBox row) {
        switch (event.getCode()) {
            case ENTER, SPACE -> action.run();
            case DOWN -> step(row, 1);
            case UP -> step(row, -1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void filterKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            first().ifPresent(row -> session.catalogue().kinds().stream()
                    .filter(kind -> row.getId().equals("kind-" + kind.id())).findFirst().ifPresent(canvas::add));
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            first().ifPresent(Node::requestFocus);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
        }
    }

    private Optional<Node> first() {
        return rows.getChildren().stream().filter(HBox.class::isInstance).findFirst();
    }

    private void step(HBox from, int by) {
        List<Node> all = rows.getChildren().filtered(HBox.class::isInstance);
        int place = all.indexOf(from) + by;
        if (place < 0) {
            filter.requestFocus();
        } else if (place < all.size()) {
            all.get(place).requestFocus();
        }
    }
}
