package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.layout.Tidy;
import dev.sevenstep.studio.WindowExtension;
import dev.sevenstep.studio.document.Selection;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

/** As {@link GestureScreensTest}, of what is done by commands and keys: find, history, walking, lining up, tidying. */
@Tag("screens")
@ExtendWith(WindowExtension.class)
class CanvasToolsScreensTest {
    private GesturePictures pictures;
    private GestureFixture on;

    @Start
    void show(Stage stage) {
        pictures = new GesturePictures(stage);
        on = pictures.on;
    }

    @Test
    void finding() {
        on.run("canvas.find");
        on.on(() -> ((TextField) on.node("#find-query")).setText("label"));
        on.run("canvas.find-next");
        on.run("canvas.find-next");
        pictures.save("find");
        on.on(() -> {
            on.canvas.viewport().actualSize();
            on.canvas.viewport().zoomAt(0.28, 590, 380);
        });
        pictures.save("find-far");
        on.on(on.canvas::fit);
        on.on(() -> ((TextField) on.node("#find-query")).setText("nowhere"));
        pictures.save("find-nothing");
    }

    @Test
    void history() {
        for (String title : List.of("Draft", "Card fraud", "Real-time card fraud, for a bank of two million cards")) {
            on.on(() -> on.session.apply(Edits.setTitle(title)));
        }
        on.on(() -> on.session.apply(Edits.move(on.design(), Set.of("scorer"), 40, 0)));
        on.on(() -> on.session.undo());
        on.on(() -> on.session.undo());
        on.run("canvas.history");
        pictures.save("history");
    }

    @Test
    void walkingAndLinkingByKeyboard() {
        on.on(() -> on.canvas.goTo("scorer"));
        pictures.save("walk-focus");
        on.run("canvas.follow-link");
        pictures.save("walk-choice");
        on.key(KeyCode.ENTER, false, false);
        pictures.save("walk-arrived");
        on.on(() -> on.canvas.goTo(pictures.id("Authorise payment")));
        on.key(KeyCode.L, false, false);
        pictures.save("keyboard-link");
        on.key(KeyCode.TAB, false, false);
        pictures.save("keyboard-link-aimed");
        on.key(KeyCode.ESCAPE, false, false);
        on.on(() -> {
            on.node("#canvas").requestFocus();
            on.node("#canvas").requestFocusTraversal(TraversalDirection.NEXT);
            on.scene.getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
        });
        pictures.save("canvas-focus");
    }

    @Test
    void liningUpAndCopying() {
        List<String> cards = on.design().components().stream().filter(card -> card.step() == Step.MODEL).limit(3)
                .map(Component::id).toList();
        for (int i = 0; i < cards.size(); i++) {
            Edit aside = Edits.move(on.design(), Set.of(cards.get(i)), 9 * i, 5 * i);
            on.on(() -> on.session.apply(aside));
        }
        on.on(() -> on.session.select(Selection.of(cards)));
        pictures.save("several-chosen");
        on.run("arrange.align-left");
        on.run("arrange.distribute-vertically");
        pictures.save("lined-up");
        on.run("edit.duplicate");
        pictures.save("duplicated");
    }

    @Test
    void tidyHalfWay() throws InterruptedException {
        Design untidy = on.design();
        SplittableRandom random = new SplittableRandom(3);
        for (Component card : untidy.components().list()) {
            untidy = Edits.move(untidy, Set.of(card.id()), random.nextInt(-60, 60), random.nextInt(-40, 90))
                    .applyTo(untidy);
        }
        Design start = untidy;
        on.on(() -> on.session.apply(new Edit("Untidy", _ -> start)));
        on.on(on.canvas::fit);
        pictures.save("tidy-before");
        Design end = Tidy.of(start);
        CountDownLatch taken = new CountDownLatch(1);
        on.on(() -> {
            on.canvas.glide(new Edit("Tidy", _ -> end));
            new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    if (++pulses == 2) {
                        stop();
                        pictures.saveAtOnce(on.scene.getRoot(), "tidy-half-way");
                        taken.countDown();
                    }
                }
            }.start();
        });
        assertTrue(taken.await(20, TimeUnit.SECONDS));
        pictures.save("tidy-after");
    }

    /** So many cards in view that they are painted. */
    @Test
    void farTargets() {
        Design design = GestureFixture.many();
        List<Component> cards = design.components().list();
        on.on(() -> on.session.openUntitled(design, false));
        on.on(on.canvas::fit);
        String start = cards.stream().map(Component::id).filter(id -> fits(design, id).size() > 20).findFirst()
                .orElseThrow();
        on.on(() -> on.session.select(Selection.of(start)));
        on.hover(on.middle(start));
        on.press(on.port(start), false);
        on.dragTo(on.middle(fits(design, start).getLast()), false);
        pictures.save("far-fits");
        on.dragTo(on.middle(design.components().stream().map(Component::id)
                .filter(id -> !id.equals(start) && !fits(design, start).contains(id)).reduce((a, b) -> b)
                .orElseThrow()), false);
        pictures.save("far-refused");
        on.key(KeyCode.ESCAPE, false, false);
        pictures.save("far-selected");
        on.on(() -> on.session.select(Selection.of(cards.stream().map(Component::id).limit(200).toList())));
        pictures.save("far-many-selected");
    }

    private static List<String> fits(Design design, String start) {
        return design.components().stream().map(Component::id).filter(id -> !id.equals(start)
                && !GestureFixture.CATALOGUE.possibleLinks(design, start, id).isEmpty()).toList();
    }
}
