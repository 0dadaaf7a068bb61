package dev.sevenstep.studio.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** All commands of the window. Features register theirs when the shell creates them; everything that lists commands follows. */
public final class Commands {
    /**
     * Style class of text fields whose every keystroke goes into the design's history: Undo and Redo typed there are the
     * window's, not the field's own.
     */
    public static final String HISTORY_FIELD = "history-field";

    /** Style class of text fields with keys of their own for bold, italic and code. */
    public static final String FORMATTED_FIELD = "formatted-field";

    private static final String KEPT = "sevenstep.kept-keys";

    private final ObservableList<Command> all = FXCollections.observableArrayList();
    private final ObservableList<Command> view = FXCollections.unmodifiableObservableList(all);
    private final Map<String, Command> byId = new LinkedHashMap<>();
    private final BooleanProperty suspended = new SimpleBooleanProperty(this, "suspended");

    /**
     * @throws IllegalArgumentException when an id or a shortcut is taken
     */
    public void register(Command... commands) {
        for (Command command : commands) {
            keysOf(command).flatMap(keys -> withKeys(keys).stream()).findFirst().ifPresent(other -> {
                throw new IllegalArgumentException(command.id() + " has the keys of " + other.id());
            });
            if (byId.putIfAbsent(command.id(), command) != null) {
                throw new IllegalArgumentException("there are two commands " + command.id());
            }
            all.add(command);
        }
    }

    /** In the order of registration; observable. */
    public ObservableList<Command> all() {
        return view;
    }

    public List<Command> in(Menu menu) {
        return all.stream().filter(command -> command.menu() == menu).toList();
    }

    /**
     * @throws IllegalArgumentException when there is no such command
     */
    public Command get(String id) {
        Command found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no command " + id);
        }
        return found;
    }

    /** While true no keys work: something over the window (a question, the palette) has them. */
    public BooleanProperty suspendedProperty() {
        return suspended;
    }

    private Optional<Command> withKeys(KeyCombination keys) {
        return all.stream().filter(command -> keysOf(command).anyMatch(keys::equals)).findFirst();
    }

    private static Stream<KeyCombination> keysOf(Command command) {
        return Stream.concat(command.shortcut().stream(), command.otherKeys().stream());
    }

    /** Lets the keys work in a window. Typing in a text field stays typing: see {@link #leftToText}. */
    public void install(Scene scene) {
        install(scene, () -> Optional.of(this));
    }

    /**
     * As {@link #install(Scene)}, for a window whose keys go to one of several.
     *
     * @param inHand whose keys they are now
     */
    public static void install(Scene scene, Supplier<Optional<Commands>> inHand) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED,
                event -> inHand.get().ifPresent(commands -> commands.answer(event, scene.getFocusOwner())));
    }

    private void answer(KeyEvent event, @Nullable Node focused) {
        if (focused instanceof TextInputControl field && leftToText(event, field) || isKept(focused, event)) {
            return;
        }
        all.stream().filter(command -> command.matches(event)).findFirst().ifPresent(command -> {
            // Also when nothing is done: menus would hear the key otherwise.
            event.consume();
            if (!suspended.get()) {
                command.run();
            }
        });
    }

    /**
     * Lets a part of the window answer some keys itself while the focus is in it, so that commands do not get them.
     *
     * @param keys the keys it answers; asked only while the focus is in {@code part}
     */
    public static void keep(Node part, Predicate<KeyEvent> keys) {
        part.getProperties().put(KEPT, keys);
    }

    private static boolean isKept(@Nullable Node focused, KeyEvent event) {
        for (Node at = focused; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().get(KEPT) instanceof Predicate<?> keys
                    && test(keys, event)) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked") // only keep puts it there
    private static boolean test(Predicate<?> keys, KeyEvent event) {
        return ((Predicate<KeyEvent>) keys).test(event);
    }

    private static boolean leftToText(KeyEvent event, TextInputControl field) {
        KeyCode code = event.getCode();
        if (code.isFunctionKey() || code == KeyCode.TAB && event.isControlDown()) {
            return false;
        }
        if (!event.isShortcutDown() || code.isArrowKey() || code.isNavigationKey()) {
            return true;
        }
        return switch (code) {
            case A, C, V, X, BACK_SPACE, DELETE -> true;
            case B, I, E -> field.getStyleClass().contains(FORMATTED_FIELD);
            case Z, Y -> !field.getStyleClass().contains(HISTORY_FIELD);
            default -> false;
        };
    }
}
