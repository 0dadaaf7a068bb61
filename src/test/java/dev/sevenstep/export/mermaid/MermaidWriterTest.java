package dev.sevenstep.export.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.export.HostileDesign;
import dev.sevenstep.export.SampleDesign;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Mermaid itself says to these texts is tested with the real parser: see {@code ConsumersTest}. */
class MermaidWriterTest {
    /** All that a line of the flowchart may be. */
    private static final Pattern LINE = Pattern.compile("flowchart TB|  accTitle: [^:;%{}]*|  accDescr: [^:;%{}]*"
            + "|  subgraph step_[a-z]+\\[\"[^\"<>\\[\\]{}%`\\\\:]*\"]|  end"
            + "|    c_\\w+\\[\"[^\"<>\\[\\]{}%`\\\\:]*(<br/><small>[^\"<>\\[\\]{}%`\\\\:]*(<br/>[^\"<>\\[\\]{}%`\\\\:]*)?</small>)\"]"
            + "|  note_\\d+>\"([^\"<>\\[\\]{}%`\\\\:]|<br/>)*\"]"
            + "|  c_\\w+ (-->|==>|-\\.->)(\\|\"[^\"<>\\[\\]{}%`\\\\:|]*\"\\|)? c_\\w+");

    @Test
    void stepsAreSubgraphsAndLinkKindsDiffer() {
        String text = new MermaidWriter(SampleDesign.catalogue()).write(SampleDesign.design());
        assertTrue(text.startsWith("flowchart TB\n"), text);
        assertTrue(text.contains("subgraph step_model[\"4 Model\"]"), text);
        assertTrue(text.contains("-->") && text.contains("==>") && text.contains("-.->"), text);
    }

    @Test
    void everyCardAndEveryLinkOfTheSamplesIsThere() throws DesignFileException {
        for (String id : Samples.ids()) {
            Design design = Samples.open(id);
            String text = new MermaidWriter(CatalogueReader.bundled()).write(design);
            assertEquals(design.components().size(), text.lines().filter(line -> line.startsWith("    c_")).count());
            assertEquals(design.links().size(), text.lines().filter(line -> line.startsWith("  c_")).count());
        }
    }

    @Test
    void noTextBreaksOutOfItsLabel() {
        String text = new MermaidWriter(CatalogueReader.bundled()).write(HostileDesign.design());
        text.lines().forEach(line -> assertTrue(LINE.matcher(line).matches(), line));
        assertEquals(HostileDesign.TEXTS.size(), text.lines().filter(line -> line.startsWith("    c_")).count());
    }
}
