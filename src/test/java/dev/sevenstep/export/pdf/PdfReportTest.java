package dev.sevenstep.export.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.chart.SampleRun;
import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.PageSize;
import dev.sevenstep.export.SampleDesign;
import dev.sevenstep.export.diagram.DiagramPainter;
import dev.sevenstep.export.diagram.DrawingFonts;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.StageTime;
import dev.sevenstep.studio.run.FashionPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PdfReportTest {
    private static final byte[] FILE = "{\"title\":\"Card fraud\"}".getBytes(StandardCharsets.UTF_8);
    private static final ExportOptions OPTIONS = ExportOptions.standard(Instant.parse("2026-11-23T10:00:00Z"));
    private static final Catalogue CATALOGUE = SampleDesign.catalogue();

    private static PdfReport report;

    @BeforeAll
    static void open() throws IOException {
        report = new PdfReport(new DiagramPainter(CATALOGUE, new DrawingFonts()), CATALOGUE);
    }

    private static byte[] pdf(Design design, ExportOptions options) throws IOException {
        return report.write(design, Optional.empty(), options, FILE);
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        return PdfPages.of(pdf);
    }

    @Test
    void everyPageHasItsText() throws IOException {
        List<String> pages = pages(pdf(SampleDesign.design(), OPTIONS));
        String first = pages.getFirst();
        assertTrue(first.contains("Card fraud in real time") && first.contains("decides on every card payment")
                && first.contains("23 November 2026") && first.contains("Contents"), first);
        String canvas = pages.get(1);
        assertTrue(canvas.contains("Boosted trees") && canvas.contains("Evaluation and serving")
                && canvas.contains("Event source") && canvas.contains("p50 4.2 ms")
                && canvas.contains("May we") == false, canvas);
        String all = String.join(" ", pages);
        for (Step step : Step.values()) {
            assertTrue(all.contains(step.number() + " " + step.fullName()), step.fullName());
        }
        for (String part : List.of("Latency budget 50 ms at p99 given", "Cost of a false alarm €9 assumed",
                "Share of fraud 0.84 % measured", "Hand-written rules", "Gradient-boosted trees", "Against it",
                "Misses how amount and time", "Authorise payment Fraud scorer request score",
                "Reads from Cards and terminals")) {
            assertTrue(all.contains(part), () -> part + " in " + all);
        }
        for (int page = 1; page < pages.size(); page++) {
            assertTrue(pages.get(page).contains((page + 1) + " of " + pages.size()), "number on page " + (page + 1));
        }
    }

    @Test
    void aRunComesWithChartsIntervalsAndProvenance() throws IOException {
        byte[] pdf = report.write(SampleDesign.design(), Optional.of(SampleRun.of(1, 5_000)), OPTIONS, FILE);
        String all = String.join(" ", pages(pdf));
        for (String part : List.of("Measured: Sample", "simulated data", "ROC-AUC", "95 % intervals",
                "false-positive rate",
                "not available: no native library", "Seed 1", "SHA-256", "What they cost to run",
                "Quality against latency")) {
            assertTrue(all.contains(part), () -> part + " in " + all);
        }
        PdfPages.assertWellMade(pdf);
        assertArrayEquals(pdf,
                report.write(SampleDesign.design(), Optional.of(SampleRun.of(1, 5_000)), OPTIONS, FILE));
    }

    @Test
    void aSearchAmongPicturesShowsWhatItFound() throws IOException {
        byte[] pdf = report.write(SampleDesign.design(), Optional.of(new FashionPictures(300, 40).result("pictures")),
                OPTIONS, FILE);
        String all = String.join(" ", pages(pdf));
        for (String part : List.of("Queries and what was found", "By Raw pixels: the first query of each class",
                "Ankle boot", "Recall against speed")) {
            assertTrue(all.contains(part), () -> part + " in " + all);
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int images = 0;
            for (PDPage page : document.getPages()) {
                images += images(page.getResources());
            }
            assertEquals(10 * 11, images);
        }
    }

    private static int images(PDResources resources) throws IOException {
        int images = 0;
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            images += object instanceof PDImageXObject ? 1 : 0;
            if (object instanceof PDFormXObject form && form.getResources() != null) {
                images += images(form.getResources());
            }
        }
        return images;
    }

    @Test
    void contentsNameThePageOfEachSection() throws IOException {
        List<String> pages = pages(pdf(SampleDesign.design(), OPTIONS));
        for (Step step : Step.values()) {
            String entry = step.number() + " " + step.fullName() + " ";
            int at = pages.getFirst().indexOf(entry) + entry.length();
            int page = Integer.parseInt(pages.getFirst().substring(at).split(" ")[0]);
            assertTrue(pages.get(page - 1).contains(step.fullName()), step.fullName());
        }
    }

    @Test
    void allFontsAreEmbeddedSubsetsOfTheBundledOne() throws IOException {
        PdfPages.assertWellMade(pdf(SampleDesign.design(), OPTIONS));
    }

    @Test
    void bookmarksLeadToTheSections() throws IOException {
        List<String> titles = PdfPages.bookmarks(pdf(SampleDesign.design(), OPTIONS));
        assertEquals("The design on one page", titles.getFirst());
        assertTrue(titles.contains("6 Evaluation and serving"), titles::toString);
    }

    @Test
    void propertiesSayWhatItIs() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(SampleDesign.design(), OPTIONS.withAuthor("Ada Lovelace")))) {
            var information = document.getDocumentInformation();
            assertEquals("Card fraud in real time", information.getTitle());
            assertEquals("Ada Lovelace", information.getAuthor());
            assertTrue(information.getSubject().startsWith("Design a system"));
            assertEquals("Sevenstep", information.getProducer());
            assertEquals(OPTIONS.when(), information.getCreationDate().toInstant());
            assertEquals("en-GB", document.getDocumentCatalog().getLanguage());
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertNotNull(document.getDocumentCatalog().getStructureTreeRoot());
        }
    }

    @Test
    void equalInputGivesEqualBytes() throws IOException {
        byte[] first = pdf(SampleDesign.design(), OPTIONS);
        assertArrayEquals(first, pdf(SampleDesign.design(), OPTIONS));
        PdfReport another = new PdfReport(new DiagramPainter(CATALOGUE, new DrawingFonts()), CATALOGUE);
        assertArrayEquals(first, another.write(SampleDesign.design(), Optional.empty(), OPTIONS, FILE));
    }

    @Test
    void pagesHaveTheSizeAskedFor() throws IOException {
        try (PDDocument document = Loader.loadPDF(
                pdf(SampleDesign.design(), OPTIONS.withPage(PageSize.LETTER, false)))) {
            assertEquals(612, document.getPage(0).getMediaBox().getWidth(), 0.5);
            assertEquals(792, document.getPage(0).getMediaBox().getHeight(), 0.5);
            assertEquals(792, document.getPage(1).getMediaBox().getWidth(), 0.5);
        }
        try (PDDocument document = Loader.loadPDF(pdf(SampleDesign.design(), OPTIONS.withPage(PageSize.A4, true)))) {
            assertEquals(841.9, document.getPage(0).getMediaBox().getWidth(), 0.5);
        }
    }

    @Test
    void hostileTextIsText() throws IOException {
        String title = "<script>alert(1)</script> & \"quotes\" 漢字 👩‍👩‍👧 " + "verylongword".repeat(20);
        Design hostile = SampleDesign.design().withTitle(title).withQuestion(title).withSummary(title);
        hostile = hostile.withComponents(hostile.components()
                .withAll(hostile.components().stream().map(card -> card.withTitle(title)).toList()));
        String all = String.join(" ", pages(pdf(hostile, OPTIONS)));
        assertTrue(all.contains("<script>alert(1)</script> & \"quotes\" □□ □"), all);
        assertTrue(all.contains("Characters that the font of this report lacks"), all);
    }

    @Test
    void onlyAReportThatLacksCharactersSaysSo() throws IOException {
        String all = String.join(" ", pages(pdf(SampleDesign.design().withTitle("Größe ≤ 5 µs"), OPTIONS)));
        assertFalse(all.contains("Characters that the font"), all);
    }

    @Test
    void decorationsShareOneMarkAndTablesHaveNoEmptyParts() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(SampleDesign.design(), OPTIONS))) {
            for (PDPage page : document.getPages()) {
                COSDictionary marks = page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
                assertTrue(marks.size() <= 2, () -> "marks of decoration and of the footer, not " + marks.size());
            }
            List<String> empty = new ArrayList<>();
            emptyParts(document.getDocumentCatalog().getStructureTreeRoot(), empty);
            assertEquals(List.of(), empty);
        }
    }

    private static void emptyParts(PDStructureNode node, List<String> empty) {
        if (node instanceof PDStructureElement element && element.getKids().isEmpty()
                && Set.of("Table", "THead", "TBody", "TFoot", "TR").contains(element.getStructureType())) {
            empty.add(element.getStructureType());
        }
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureNode inner) {
                emptyParts(inner, empty);
            }
        }
    }

    @Test
    void noPageEndsWithAHeading() throws IOException {
        for (boolean landscape : new boolean[]{false, true}) {
            byte[] pdf = report.write(SampleDesign.design(), Optional.of(SampleRun.of(1, 5_000)),
                    OPTIONS.withPage(PageSize.LETTER, landscape), FILE);
            for (String page : pages(pdf)) {
                assertFalse(page.matches(
                        ".*(Components|Decisions|Charts|Parameters|Links from here|What they cost to run|Log-loss)"
                                + " Card fraud in real time \\d+ of \\d+ "),
                        page);
            }
        }
    }

    @Test
    void partsThatBeginAPageStandAtItsTop() throws IOException {
        byte[] pdf = report.write(SampleDesign.design(), Optional.of(SampleRun.of(1, 5_000)), OPTIONS, FILE);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 3; page <= document.getNumberOfPages(); page++) {
                Top top = new Top();
                top.setStartPage(page);
                top.setEndPage(page);
                top.getText(document);
                assertTrue(top.first < 56.7 + 17 || top.isChart(),
                        "page " + page + " begins at " + top.first + " pt: " + top.text);
            }
        }
    }

    /** Where the text of a page begins, points from its upper edge. */
    private static final class Top extends PDFTextStripper {
        private float first = Float.MAX_VALUE;
        private String text = "";

        @Override
        protected void writeString(String line, List<TextPosition> positions) {
            float y = positions.getFirst().getYDirAdj();
            if (y < first) {
                first = y;
                text = line;
            }
        }

        /** Charts have a margin of their own. */
        boolean isChart() {
            return first < 56.7 + 30 && Set.of("Quality against latency", "Cost against threshold", "Calibration")
                    .contains(text);
        }
    }

    @Test
    void figuresAreInTablesOfAboutTheSameWidthAndWhatDidNotRunIsToldOnce() throws IOException {
        byte[] pdf = report.write(SampleDesign.design(), Optional.of(SampleRun.of(1, 5_000)), OPTIONS, FILE);
        String all = String.join(" ", pages(pdf));
        assertEquals(2, all.split("not available: no native library", -1).length, all);
    }

    /** On a page that lies on its side too, whose height the longest of our cases' parameters would not fit with the rest. */
    @Test
    void whatReproducesARunStandsOnOnePage() throws IOException {
        RunResult run = SampleRun.of(1, 5_000);
        List<Parameter> parameters = IntStream.range(0, 20)
                .<Parameter>mapToObj(i -> new Parameter.Flag("flag" + i, "Setting " + i, "", true)).toList();
        RunResult long20 = new RunResult(run.experiment(), run.title(), ParameterValues.of(parameters), run.dataset(),
                run.metrics(), run.approaches(),
                IntStream.range(0, 5).mapToObj(i -> new StageTime("stage " + i, 1)).toList(),
                run.binary(), run.ranking(), run.images(), run.provenance());
        for (boolean landscape : new boolean[]{false, true}) {
            String last = pages(report.write(SampleDesign.design(), Optional.of(long20),
                    OPTIONS.withPage(PageSize.A4, landscape), FILE)).getLast();
            for (String part : List.of("How to get these figures again", "SHA-256", "Setting 0", "Setting 19",
                    "Stage 0",
                    "Stage 4")) {
                assertTrue(last.contains(part), () -> part + " in " + last);
            }
        }
    }

    @Test
    void aNumberAndItsPerCentAreNotParted() throws IOException {
        Design design = SampleDesign.design().withSummary("w ".repeat(34) + "5 % " + "and so on ".repeat(9));
        try (PDDocument document = Loader.loadPDF(pdf(design, OPTIONS))) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("5\u00a0%"), text);
        }
    }

    @Test
    void anEmptyDesignIsAReportToo() throws IOException {
        List<String> pages = pages(pdf(Design.empty("e", ""), OPTIONS));
        assertTrue(pages.getFirst().contains("Untitled design"), pages.getFirst());
        assertTrue(String.join(" ", pages).contains("Nothing is stated in this step."));
    }
}
