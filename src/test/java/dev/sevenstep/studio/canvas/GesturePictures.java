package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Suggestions;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.LinkMarks;
import dev.sevenstep.design.layout.LinkRouter;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.theme.Theme;
import java.util.List;
import java.util.Objects;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A canvas with a sample design, for pictures of what it shows: {@code target/screens/gesture-*.png}. */
final class GesturePictures {
    final GestureFixture on;

    GesturePictures(Stage stage) {
        on = new GestureFixture(stage, Samples.open("card-fraud"), 1180, 760);
        on.on(() -> on.canvas.suggest(Suggestions.of(Samples.list().stream().map(Samples.Sample::design).toList())));
    }

    /** The whole window, light and dark, at 100 % and 200 %. */
    void save(String name) {
        for (Theme.Mode mode : List.of(Theme.Mode.LIGHT, Theme.Mode.DARK)) {
            // The board brings itself up to date in the next pulse.
            on.on(() -> on.theme(mode));
            on.on(() -> draw(on.scene.getRoot(), name, mode));
        }
    }

    /** As {@link #save}, of one moment of something that moves, or of a part. Call on the JavaFX thread. */
    void saveAtOnce(Parent part, String name) {
        for (Theme.Mode mode : List.of(Theme.Mode.LIGHT, Theme.Mode.DARK)) {
            on.theme(mode);
            draw(part, name, mode);
        }
    }

    /** As {@link #save}, of the menu that {@code open} brings up. An open one does not follow a change of the theme. */
    void saveMenu(Runnable open, String name) {
        for (Theme.Mode mode : List.of(Theme.Mode.LIGHT, Theme.Mode.DARK)) {
            on.on(() -> on.theme(mode));
            open.run();
            on.on(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance).findFirst()
                    .ifPresent(menu -> {
                        draw(menu.getScene().getRoot(), name, mode);
                        menu.hide();
                    }));
        }
    }

    private static void draw(Parent part, String name, Theme.Mode mode) {
        String file = "gesture-" + name + "-" + mode.name().toLowerCase(Locale.ROOT);
        Screen.save(part, file, 1);
        Screen.save(part, file + "-200", 2);
    }

    String id(String title) {
        return on.design().components().stream().filter(card -> card.title().equals(title)).findFirst().orElseThrow()
                .id();
    }

    String link(String from, String to) {
        return on.design().links().stream().filter(link -> link.from().equals(id(from)) && link.to().equals(id(to)))
                .map(Link::id).findFirst().orElseThrow();
    }

    List<Point> route(String link) {
        Design design = on.design();
        return Objects.requireNonNull(LinkRouter.route(design, FrameLayout.of(design)).get(link));
    }

    Point2D middleOf(String link) {
        Point middle = LinkMarks.middle(route(link));
        return new Point2D(middle.x(), middle.y());
    }
}
