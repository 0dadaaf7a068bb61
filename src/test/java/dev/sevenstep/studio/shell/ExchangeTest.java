package dev.sevenstep.studio.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.export.ExportFormat;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.Exporter;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.studio.Await;
import dev.sevenstep.task.StageLog;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Export and import as the window offers them. */
@Tag("fx")
class ExchangeTest extends ShellWindow {

    @Start
    void show(Stage given) {
        window = fitting();
    }

    private void command(FxRobot robot, String id) {
        robot.interact(() -> window.shell.commands().get(id).run());
    }

    private void openSample(FxRobot robot) {
        robot.interact(() -> window.shell.session().openUntitled(Samples.open("card-fraud"), false));
    }

    @Test
    void everyFormatIsOfferedAndAPngTakesItsOptions(FxRobot robot) throws Exception {
        openSample(robot);
        command(robot, "file.export");
        ListView<ExportFormat> formats = robot.lookup("#export-formats").query();
        assertEquals(ExportFormat.values().length, formats.getItems().size());
        robot.interact(() -> formats.getSelectionModel().select(ExportFormat.PNG));
        robot.interact(() -> ((ToggleButton) robot.lookup("#export-scale .toggle-button").nth(0).query()).fire());
        robot.interact(() -> ((CheckBox) robot.lookup("#export-transparent").query()).setSelected(true));
        Path file = folder.resolve("a.png");
        window.files.next = Optional.of(file);
        robot.clickOn("#export-go");
        Await.until(() -> robot.lookup(".toast").tryQuery().isPresent());
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(0, image.getRGB(1, 1) >>> 24, "transparent");
        assertTrue(image.getWidth() < 1600, "one pixel a unit: " + image.getWidth());
    }

    @Test
    void enterInTheListExportsAndEscLeavesNothingBehind(FxRobot robot) {
        openSample(robot);
        command(robot, "file.export");
        robot.push(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#export-formats").tryQuery().isEmpty());
        assertEquals(0, window.files.asked);
        command(robot, "file.export");
        ListView<ExportFormat> formats = robot.lookup("#export-formats").query();
        robot.interact(() -> formats.getSelectionModel().select(ExportFormat.HTML));
        Path file = folder.resolve("a.html");
        window.files.next = Optional.of(file);
        robot.push(KeyCode.ENTER);
        Await.until(() -> robot.lookup(".toast").tryQuery().isPresent());
        assertTrue(Files.exists(file));
    }

    /** A report of runs has the paper of a design's. */
    @Test
    void aReportOfARunAsksForItsPages(FxRobot robot) throws Exception {
        Experiment fraud = CaseStudies.all(Clock.systemUTC()).getFirst();
        ParameterValues values = ParameterValues.of(fraud.parameters()).with("customers", "300")
                .with("terminals", "600").with("days", "60").with("replicates", "0");
        window.runs.keep(fraud.run(values, 7, 2, new StageLog(System::nanoTime, _ -> {})), List.of());
        command(robot, "view.runs");
        Await.until(() -> window.shell.lookup("#runs-table") instanceof TableView<?> table
                && table.getItems().size() == 1);
        robot.interact(() -> ((TableView<?>) window.shell.lookup("#runs-table")).getSelectionModel().select(0));
        Path file = folder.resolve("run.pdf");
        window.files.next = Optional.of(file);
        Await.until(() -> window.shell.commands().get("runs.report").enabled().get());
        command(robot, "runs.report");
        robot.push(KeyCode.ESCAPE);
        assertEquals(0, window.files.asked, "thought better of it");
        command(robot, "runs.report");
        robot.interact(() -> ((ToggleButton) robot.lookup("#export-page .toggle-button.last").query()).fire());
        robot.interact(() -> ((CheckBox) robot.lookup("#export-landscape").query()).setSelected(true));
        robot.clickOn("#report-go");
        Await.until(() -> robot.lookup(".toast").tryQuery().isPresent());
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDRectangle page = pdf.getPage(1).getMediaBox();
            assertEquals(792, page.getWidth(), 1);
            assertEquals(612, page.getHeight(), 1);
        }
        command(robot, "runs.report");
        assertTrue(((CheckBox) robot.lookup("#export-landscape").query()).isSelected(), "as it was last");
    }

    @Test
    void anImportShowsItsGuessesBeforeItOpens(FxRobot robot) throws Exception {
        Path drawing = folder.resolve("mine.drawio");
        Files.writeString(drawing, """
                <mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
                <mxCell id="a" value="Kafka" vertex="1" parent="1"><mxGeometry width="90" height="40" as="geometry"/></mxCell>
                <mxCell id="b" value="Nightly numbers" vertex="1" parent="1"><mxGeometry x="200" width="90" height="40" as="geometry"/></mxCell>
                <mxCell id="c" edge="1" parent="1" source="a" target="b"/><mxCell id="d" edge="1" parent="1" source="a"/>
                </root></mxGraphModel>""");
        window.files.next = Optional.of(drawing);
        Design before = window.shell.session().design();
        command(robot, "file.import");
        // The table makes its rows when it is first laid out.
        Await.until(() -> robot.lookup("#kind-of-b").tryQuery().isPresent());
        assertEquals(before, window.shell.session().design(), "nothing is open yet");
        TableView<?> table = robot.lookup("#import-table").query();
        assertEquals(2, table.getItems().size());
        assertTrue(robot.lookup("#import-left-out").tryQuery().isPresent(), "the loose arrow is named");
        assertTrue(robot.lookup(".sure-certain").tryQuery().isPresent());
        ComboBox<String> kind = robot.lookup("#kind-of-b").query();
        robot.interact(() -> kind.setValue("dashboard"));
        robot.clickOn("#import-go");
        window.settle();
        Design design = window.shell.session().design();
        assertEquals(View.DESIGN, window.shell.viewProperty().get());
        assertEquals(2, design.components().size());
        assertEquals(Step.MONITORING, design.components().list().getLast().step());
        assertTrue(window.shell.session().isChanged(), "it is not saved yet");
    }

    @Test
    void aDrawingOfOursOpensFromADropAndABadOneIsRefusedInWords(FxRobot robot) throws Exception {
        Design design = Samples.open("image-search");
        Path drawing = folder.resolve("ours.excalidraw");
        new Exporter(window.shell.session().catalogue()).export(design, Optional.empty(), drawing,
                ExportOptions.standard(Instant.EPOCH));
        robot.interact(() -> window.open(drawing));
        Await.until(() -> robot.lookup("#import-go").tryQuery().isPresent());
        robot.clickOn("#import-go");
        window.settle();
        assertEquals(design, window.shell.session().design());

        Path bad = Files.writeString(folder.resolve("bad.drawio"), "<!DOCTYPE a [<!ENTITY b \"c\">]><mxfile/>");
        robot.interact(() -> window.open(bad));
        Await.until(() -> robot.lookup("#error-close").tryQuery().isPresent());
        Node box = robot.lookup(".dialog-box").query();
        assertTrue(box.getAccessibleText().contains("document type"), box.getAccessibleText());
    }
}
