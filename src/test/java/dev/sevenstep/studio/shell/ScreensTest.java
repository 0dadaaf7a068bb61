package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.LeftBehind;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.design.layout.GeneratedDesigns;
import dev.sevenstep.exchange.Importer;
import dev.sevenstep.export.ExportFormat;
import dev.sevenstep.studio.Await;
import dev.sevenstep.studio.Screen;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.theme.Theme;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/**
 * Writes pictures of every screen to {@code target/screens}, light and dark, small and large, for a person to look at:
 * {@code mvn test -Dtest='*ScreensTest' -Dtest.excludedGroups=none}. It checks nothing, so it does not run with the rest.
 */
@Tag("screens")
class ScreensTest extends ShellWindow {
    private PictureSize size = PictureSize.ALL.getFirst();

    private static List<PictureSize> sizes() {
        return PictureSize.ALL;
    }

    private void open(FxRobot robot, PictureSize wanted) {
        size = wanted;
        robot.interact(() -> window = new ShellFixture(stage, folder.resolve(wanted.name()), wanted.width(),
                wanted.height(), true));
        window.settle();
    }

    private void shoot(FxRobot robot, String name) {
        shoot(robot, name, size.name(), size.scale());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void every(PictureSize wanted, FxRobot robot) throws Exception {
        open(robot, wanted);
        all(robot);
    }

    /** The header where it is narrow, and a design of a thousand cards. */
    @ParameterizedTest
    @MethodSource("sizes")
    void narrowHeaderAndALargeDesign(PictureSize wanted, FxRobot robot) {
        open(robot, wanted);
        run(robot, "view.design");
        robot.interact(() -> window.shell.session()
                .openUntitled(GeneratedDesigns.of(1_000, 1_200, new SplittableRandom(1)), false));
        shoot(robot, "design-large");
        robot.interact(() -> window.shell.session().openUntitled(Samples.open("card-fraud"), false));
        robot.interact(() -> window.workspace().resize(1024, 700));
        shoot(robot, "design-1024");
    }

    @Test
    void menus(FxRobot robot) {
        open(robot, PictureSize.ALL.getFirst());
        run(robot, "view.design");
        for (MenuButton button : robot.lookup(".header-bar .menu-button").<MenuButton>queryAll()) {
            String menu = button.getId();
            for (Theme.Mode mode : List.of(Theme.Mode.LIGHT, Theme.Mode.DARK)) {
                // An open menu does not follow a change of the theme.
                robot.interact(() -> window.theme.modeProperty().set(mode));
                robot.interact(button::show);
                Await.settled();
                robot.interact(
                        () -> Window.getWindows().stream().filter(ContextMenu.class::isInstance).forEach(each -> {
                            String file = menu + "-" + mode.name().toLowerCase(Locale.ROOT);
                            Screen.save(each.getScene().getRoot(), file, 1);
                            Screen.save(each.getScene().getRoot(), file + "-200-percent", 2);
                        }));
                robot.interact(button::hide);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void exchange(PictureSize wanted, FxRobot robot) throws Exception {
        Path drawing = folder.resolve("recommender.drawio");
        try (InputStream stream = Importer.class.getResourceAsStream("recommender.drawio")) {
            Files.write(drawing, stream.readAllBytes());
        }
        open(robot, wanted);
        run(robot, "view.design");
        for (ExportFormat format : List.of(ExportFormat.PNG, ExportFormat.HTML)) {
            run(robot, "file.export");
            robot.interact(() -> ((ListView<?>) window.shell.lookup("#export-formats")).getSelectionModel()
                    .select(format.ordinal()));
            shoot(robot, "export-" + format.extension());
            closeOverlay(robot);
        }
        robot.interact(() -> window.open(drawing));
        Await.until(() -> window.shell.lookup("#import-go") != null);
        shoot(robot, "import");
        robot.interact(() -> ((Button) window.shell.lookup("#import-go")).fire());
        shoot(robot, "import-opened");
    }

    /** A large screen at each interface size: the larger everything is drawn, the less room there is. */
    @Test
    void scaled(FxRobot robot) throws Exception {
        for (int percent : new int[]{100, 150, 200, 350}) {
            double scale = percent / 100.0;
            open(robot, new PictureSize(percent + "-percent", 1920 / scale, 1080 / scale, scale));
            shoot(robot, "scaled-home");
            run(robot, "view.design");
            robot.interact(() -> window.shell.session().openUntitled(Samples.list().getFirst().design(), false));
            shoot(robot, "scaled-design");
            run(robot, "view.inspector");
            shoot(robot, "scaled-design-inspector");
            run(robot, "view.components");
            shoot(robot, "scaled-design-components");
            run(robot, "view.palette");
            shoot(robot, "scaled-palette");
            closeOverlay(robot);
            run(robot, "help.shortcuts");
            shoot(robot, "scaled-shortcuts");
            closeOverlay(robot);
            run(robot, "view.run");
            shoot(robot, "scaled-run");
            robot.interact(window::close);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void neverLost(PictureSize wanted, FxRobot robot) throws Exception {
        Design saved = Samples.open("card-fraud");
        Set<String> some = saved.components().stream().filter(card -> card.step() == Step.FEATURES)
                .map(Component::id).limit(2).collect(Collectors.toSet());
        Design unsaved = Edits.move(saved, Set.of("scorer"), 40, 0).then(Edits.delete(saved, some))
                .then(Edits.setTitle("Real-time card fraud, second try")).applyTo(saved);
        Path file = folder.resolve("card-fraud.json");
        DesignFile.save(saved, file);
        LeftBehind.beside(file, unsaved, Instant.parse("2026-01-01T09:30:00Z"));
        open(robot, wanted);
        robot.interact(() -> window.open(file));
        Await.until(() -> window.shell.lookup("#recover-take") != null);
        shoot(robot, "recover");
        press(robot, "#recover-discard");
        for (Edit edit : List.of(Edits.setTitle("Card fraud in real time"), Edits.delete(saved, some),
                Edits.setSummary("Scores every payment before it is approved."))) {
            robot.interact(() -> window.shell.session().apply(edit));
            run(robot, "file.save");
            Await.until(() -> !window.shell.session().isChanged());
        }
        run(robot, "file.versions");
        Await.until(() -> window.shell.lookup("#versions-list") != null);
        robot.interact(() -> ((ListView<?>) window.shell.lookup("#versions-list")).getSelectionModel().selectLast());
        shoot(robot, "versions");
        closeOverlay(robot);
        DesignFile.save(unsaved, file);
        robot.interact(window.shell::focused);
        Await.until(() -> window.shell.lookup("#outside-reload") != null);
        shoot(robot, "changed-outside");
        robot.interact(() -> window.shell.session().apply(Edits.setTitle("Mine")));
        run(robot, "file.save");
        Await.until(() -> window.shell.lookup("#conflict-overwrite") != null);
        shoot(robot, "conflict");
        closeOverlay(robot);
        robot.interact(() -> window.shell.session().openUntitled(saved.withId("new"), false));
        run(robot, "file.versions");
        Await.until(() -> window.shell.lookup("#versions-close") != null);
        shoot(robot, "versions-none");
        closeOverlay(robot);
        Files.writeString(folder.resolve(size.name()).resolve("unsaved"), "no folder");
        robot.interact(() -> window.shell.session().apply(Edits.setTitle("Not kept")));
        window.keeping.pass();
        Await.until(() -> window.shell.lookup(".banner") != null);
        shoot(robot, "keeping-fails");
        run(robot, "file.close");
        Await.until(() -> window.shell.lookup("#unsaved-discard") != null);
        shoot(robot, "unsaved");
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> ((Button) window.shell.lookup(id)).fire());
        window.settle();
    }

    private void run(FxRobot robot, String command) {
        robot.interact(() -> window.shell.commands().get(command).run());
    }

    private void closeOverlay(FxRobot robot) {
        robot.interact(() -> ((Overlay) window.shell.lookup(".overlay")).dismiss());
    }

    private void all(FxRobot robot) throws Exception {
        window.settle();
        shoot(robot, "home-first");
        robot.interact(() -> {
            window.settings.remember(folder.resolve("movie-night.json"));
            window.settings.remember(folder.resolve("card-fraud-v2.json"));
        });
        shoot(robot, "home");
        run(robot, "view.design");
        shoot(robot, "design-empty");
        for (Samples.Sample sample : Samples.list()) {
            robot.interact(() -> window.shell.session().openUntitled(sample.design(), false));
            shoot(robot, "design-" + sample.id());
            Component card = sample.design().components().stream().filter(c -> c.step() == Step.SERVING).toList()
                    .get(1);
            robot.interact(() -> window.shell.session().select(Selection.of(card.id())));
            shoot(robot, "design-" + sample.id() + "-component");
            robot.interact(() -> window.shell.session().select(Selection.of(Step.DATA)));
            shoot(robot, "design-" + sample.id() + "-step");
        }
        String link = window.shell.session().design().links().isEmpty()
                ? ""
                : window.shell.session().design().links().list().getFirst().id();
        if (!link.isEmpty()) {
            robot.interact(() -> window.shell.session().select(Selection.of(link)));
            shoot(robot, "design-link");
        }
        outline(robot);
        run(robot, "view.palette");
        shoot(robot, "palette");
        robot.interact(() -> ((TextField) window.shell.lookup("#palette-query")).setText("exp"));
        shoot(robot, "palette-typed");
        closeOverlay(robot);
        run(robot, "help.shortcuts");
        shoot(robot, "shortcuts");
        closeOverlay(robot);
        Path broken = Files.writeString(folder.resolve("broken.json"), "{ \"schema\": [");
        robot.interact(() -> window.open(broken));
        Await.until(() -> window.shell.lookup(".dialog-box") != null);
        shoot(robot, "error");
        closeOverlay(robot);
        DropHint hint = (DropHint) window.shell.lookup(".drop-hint");
        robot.interact(() -> hint.show(true, "Drop to open “card-fraud.json”"));
        shoot(robot, "drop");
        robot.interact(() -> hint.show(false, "“notes.docx” is not a design"));
        shoot(robot, "drop-refused");
        robot.interact(hint::hide);
        run(robot, "view.run");
        shoot(robot, "run");
    }

    private void outline(FxRobot robot) {
        run(robot, "view.outline");
        shoot(robot, "outline");
        robot.push(KeyCode.DIGIT6).push(KeyCode.DOWN, KeyCode.DOWN).push(KeyCode.ENTER);
        shoot(robot, "outline-component");
        robot.push(KeyCode.ESCAPE).push(KeyCode.DIGIT2).push(KeyCode.DOWN).push(KeyCode.ENTER);
        shoot(robot, "outline-step-fields");
        robot.push(KeyCode.ESCAPE).push(KeyCode.SLASH).write("st");
        shoot(robot, "outline-add");
        robot.push(KeyCode.ESCAPE);
        run(robot, "view.split");
        shoot(robot, "outline-split");
        robot.interact(() -> window.shell.session().openUntitled(Documents.untitled(), false));
        shoot(robot, "outline-split-empty");
        run(robot, "view.outline");
        shoot(robot, "outline-empty");
        run(robot, "view.outline");
    }
}
