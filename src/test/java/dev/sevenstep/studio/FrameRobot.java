package dev.sevenstep.studio;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;

/**
 * The robot of TestFX, which waits by the clock, 50 ms and more after every key and every step of the mouse, waiting for frames
 * instead. The mouse goes straight to its place, in a few steps. Nodes are looked up and places worked out on the JavaFX
 * thread, where nothing changes meanwhile.
 */
public class FrameRobot extends FxRobot {
    private static final int STEPS = 8;

    private final BaseRobot base = robotContext().getBaseRobot();
    private final KeyboardRobot keyboard = robotContext().getKeyboardRobot();
    private final MouseRobot mouse = robotContext().getMouseRobot();

    private FxRobot settled() {
        Await.settled();
        return this;
    }

    @Override
    public NodeQuery lookup(String query) {
        return Await.onFx(() -> super.lookup(query));
    }

    @Override
    public <T extends Node> NodeQuery lookup(Predicate<T> predicate) {
        return Await.onFx(() -> super.lookup(predicate));
    }

    @Override
    public FxRobot interact(Runnable work) {
        interactNoWait(work);
        return settled();
    }

    @Override
    public <T> FxRobot interact(Callable<T> work) {
        interactNoWait(work);
        return settled();
    }

    @Override
    public FxRobot press(KeyCode... keys) {
        for (KeyCode key : keys) {
            keyboard.pressNoWait(key);
            settled();
        }
        return this;
    }

    @Override
    public FxRobot release(KeyCode... keys) {
        keyboard.releaseNoWait(keys);
        return settled();
    }

    @Override
    public FxRobot push(KeyCode... combination) {
        List<KeyCode> back = Arrays.asList(combination.clone());
        Collections.reverse(back);
        try {
            press(combination);
        } finally {
            // Held down, a key would be repeated in a real window, and all later tests would get it.
            keyboard.releaseNoWait(back.toArray(KeyCode[]::new));
        }
        return settled();
    }

    @Override
    public FxRobot type(KeyCode... keys) {
        for (KeyCode key : keys) {
            push(key);
        }
        return this;
    }

    @Override
    public FxRobot type(KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            push(key);
        }
        return this;
    }

    @Override
    public FxRobot write(String text) {
        Scene scene = Await.onFx(() -> Window.getWindows().stream().filter(Window::isFocused).findFirst()
                .orElseGet(this::targetWindow).getScene());
        for (char each : text.toCharArray()) {
            KeyCode key = each == '\n' ? KeyCode.ENTER : each == '\t' ? KeyCode.TAB : KeyCode.UNDEFINED;
            base.typeKeyboard(scene, key, String.valueOf(each));
            settled();
        }
        return this;
    }

    @Override
    public FxRobot press(MouseButton... buttons) {
        mouse.pressNoWait(buttons);
        return settled();
    }

    @Override
    public FxRobot release(MouseButton... buttons) {
        mouse.releaseNoWait(buttons);
        return settled();
    }

    @Override
    public FxRobot clickOn(MouseButton... buttons) {
        mouse.pressNoWait(buttons);
        return release(buttons);
    }

    @Override
    public FxRobot clickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        moveTo(point, motion);
        return clickOn(buttons);
    }

    @Override
    public FxRobot doubleClickOn(MouseButton... buttons) {
        clickOn(buttons);
        return clickOn(buttons);
    }

    @Override
    public FxRobot doubleClickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        moveTo(point, motion);
        return doubleClickOn(buttons);
    }

    @Override
    public FxRobot drag(MouseButton... buttons) {
        return press(buttons);
    }

    @Override
    public FxRobot drag(PointQuery point, MouseButton... buttons) {
        moveTo(point, Motion.DIRECT);
        return press(buttons);
    }

    @Override
    public FxRobot drop() {
        return release(new MouseButton[0]);
    }

    @Override
    public FxRobot dropTo(PointQuery point) {
        moveTo(point, Motion.DIRECT);
        return drop();
    }

    @Override
    public FxRobot dropBy(double x, double y) {
        moveBy(x, y, Motion.DIRECT);
        return drop();
    }

    @Override
    public FxRobot moveTo(PointQuery point, Motion motion) {
        Point2D place = Await.onFx(point::query);
        go(place);
        Point2D now = Await.onFx(point::query);
        if (!now.equals(place)) {
            // What is pointed at moved under the mouse.
            go(now);
        }
        return this;
    }

    @Override
    public FxRobot moveBy(double x, double y, Motion motion) {
        go(base.retrieveMouse().add(x, y));
        return this;
    }

    private void go(Point2D to) {
        Point2D from = base.retrieveMouse();
        for (int step = 1; step <= STEPS; step++) {
            mouse.moveNoWait(from.interpolate(to, (double) step / STEPS));
        }
        settled();
    }

    /** Closes all windows and lets go of keys and buttons. */
    final void tidyUp() {
        interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        release(new MouseButton[0]);
        release(new KeyCode[0]);
    }
}
