package dev.sevenstep.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.WindowExtension;
import dev.sevenstep.studio.document.Selection;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

/** Links drawn where so many cards are in view that they are painted and have no nodes. */
@Tag("fx")
@ExtendWith(WindowExtension.class)
class FarTargetsTest {
    private GestureFixture on;
    private String start = "";
    private String fitting = "";
    private String refused = "";

    @Start
    void show(Stage stage) {
        Design design = GestureFixture.many();
        List<Component> cards = design.components().list();
        for (int i = 0; i < 40 && (fitting.isEmpty() || refused.isEmpty()); i++) {
            start = cards.get(i).id();
            fitting = end(design, true);
            refused = end(design, false);
        }
        on = new GestureFixture(stage, design, 1000, 700);
    }

    private String end(Design design, boolean fits) {
        return design.components().stream().skip(200).map(Component::id).filter(id -> !id.equals(start)
                && fits != GestureFixture.CATALOGUE.possibleLinks(design, start, id).isEmpty()).findFirst().orElse("");
    }

    private Color middleOf(String card) {
        Color[] colour = new Color[1];
        on.on(() -> {
            WritableImage picture = on.scene.snapshot(null);
            Point2D at = on.node(".canvas-board").localToScene(on.middle(card));
            // Beside the line that stands for the title.
            colour[0] = picture.getPixelReader().getColor((int) at.getX() + 4, (int) at.getY() + 3);
        });
        return colour[0];
    }

    private boolean is(String card, String state) {
        Node node = on.node("#card-" + card);
        assertNotNull(node, card + " has a node");
        return node.getPseudoClassStates().stream().anyMatch(each -> each.getPseudoClassName().equals(state));
    }

    @Test
    void whereALinkMayEndLightsUpAndTheRestSaysWhyNot() {
        on.on(on.canvas::fit);
        assertTrue(on.node(".canvas-blocks").isVisible());
        Color plain = middleOf(fitting);
        assertEquals(plain, middleOf(refused));
        on.on(() -> on.session.select(Selection.of(start)));
        on.hover(on.middle(start));
        on.press(on.port(start), false);
        on.dragTo(on.middle(refused), false);
        assertTrue(is(refused, "refused"));
        assertFalse(on.message().isEmpty());
        assertFalse(plain.equals(middleOf(fitting)), "lights up without a node");
        on.dragTo(on.middle(fitting), false);
        assertTrue(is(fitting, "target"));
        assertEquals("", on.message());
        assertNull(on.node("#card-" + refused), "aimed at no more");
        on.key(KeyCode.ESCAPE, false, false);
        on.release();
        assertEquals(plain, middleOf(fitting));
        assertTrue(on.design().links().isEmpty());
    }

    /** A few selected cards are nodes, many are painted; neither loses its outline, however far it is seen from. */
    @Test
    void whatIsSelectedStandsOutAtAnyZoom() {
        for (double scale : new double[]{1, 0.59, 0.35, 0.25, Viewport.LEAST}) {
            on.on(() -> {
                on.canvas.viewport().actualSize();
                on.canvas.goTo(start);
                on.canvas.viewport().zoomAt(scale, 500, 350);
                on.session.select(Selection.of(start));
            });
            Region card = (Region) on.node("#card-" + start);
            double width = Await.onFx(() -> card.getBorder().getStrokes().getFirst().getWidths().getTop());
            assertTrue(width * scale >= 1.15, () -> width + " at " + scale);
        }
        on.on(on.canvas::fit);
        Color plain = beside(fitting);
        on.on(() -> on.session.select(Selection.of(on.design().components().stream().map(Component::id).toList())));
        assertNull(on.node("#card-" + fitting), "too many for nodes");
        assertFalse(plain.equals(beside(fitting)), "a ring around it");
        on.on(() -> on.session.select(Selection.none()));
        assertEquals(plain, beside(fitting));
    }

    private Color beside(String card) {
        Color[] colour = new Color[1];
        on.on(() -> {
            Point2D at = on.node(".canvas-board").localToScene(on.bounds(card).x(), on.bounds(card).centerY());
            colour[0] = on.scene.snapshot(null).getPixelReader().getColor((int) Math.round(at.getX()) - 1,
                    (int) at.getY());
        });
        return colour[0];
    }

    @Test
    void cardsThatComeIntoViewWhileALinkIsDrawnKnowWhetherItMayEndThere() {
        on.on(() -> on.canvas.goTo(start));
        on.on(() -> on.canvas.viewport().actualSize());
        on.hover(on.middle(start));
        on.press(on.port(start), false);
        on.dragTo(on.port(start).add(30, 30), false);
        assertNull(on.node("#card-" + refused));
        on.on(() -> on.canvas.reveal(refused));
        for (int frame = 0; frame < 200 && on.node("#card-" + refused) == null; frame++) {
            on.on(() -> on.scene.getRoot().layout());
        }
        assertTrue(is(refused, "faded"));
        on.key(KeyCode.ESCAPE, false, false);
        assertFalse(is(refused, "faded"));
    }
}
