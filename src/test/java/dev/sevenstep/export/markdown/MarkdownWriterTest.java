package dev.sevenstep.export.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.export.HostileDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownWriterTest {
    private final MarkdownWriter writer = new MarkdownWriter(CatalogueReader.bundled());

    @Test
    void aReportHasAllStepsComponentsFiguresAndDecisions() throws DesignFileException {
        Design design = Samples.open("card-fraud");
        String text = writer.write(design);
        assertTrue(text.startsWith("# "), text);
        for (Step step : Step.values()) {
            assertTrue(text.contains("\n## " + step.number() + " " + step.fullName() + "\n"), step.fullName());
        }
        for (Component card : design.components()) {
            assertTrue(text.contains("\n#### " + MarkdownText.line(card.title()) + "\n"), card.title());
        }
        design.decisions().forEach(decision -> assertTrue(text.contains(MarkdownText.line(decision.choice()))));
        assertTrue(text.contains(" ms | given |") || text.contains(" ms | assumed |"), "unit and source");
        assertTrue(text.contains("```mermaid\nflowchart"), "diagram");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '@', textBlock = """
            <script>              ^ &lt;script>
            [a](javascript:b)     ^ \\[a\\](javascript:b)
            a | b                 ^ a \\| b
            1. one                ^ 1\\. one
            99.95 %               ^ 99.95 %
            - one                 ^ \\- one
            > one                 ^ &gt; one
            point_in_time _x_     ^ point_in_time \\_x\\_
            **b** `c` ~d~ $e$     ^ \\*\\*b\\*\\* \\`c\\` \\~d\\~ \\$e\\$
            &lt; R&D &            ^ &amp;lt; R&amp;D &
            :tada: 10:30          ^ \\:tada: 10:30
            a\\b                  ^ a\\\\b
            """)
    void textShowsAsItIs(String given, String expected) {
        assertEquals(expected.strip(), MarkdownText.line(given.strip()));
    }

    @Test
    void notesKeepTheirFormatting() {
        assertEquals("Ask **the *desk*** for `k=3`, not 2 \\* 3\n- one\n2. two",
                MarkdownText.formatted("Ask **the *desk*** for `k=3`, not 2 * 3\n* one\n2. two"));
        assertEquals("a  \n&lt;b>", MarkdownText.formatted("a\n`<b>`"));
    }

    @Test
    void hostileTextMakesNoTagNoFenceAndNoRow() {
        String text = writer.write(HostileDesign.design());
        String outside = text.replaceAll("(?s)```mermaid\n.*?\n```\n", "").replace("<br>", "");
        assertFalse(outside.contains("<"), "no tag");
        assertFalse(outside.contains("```"), "no fence");
        outside.lines().filter(line -> line.startsWith("|")).forEach(line -> {
            long bars = line.replace("\\|", "").chars().filter(c -> c == '|').count();
            assertTrue(bars == 4 || bars == 5, line);
        });
    }
}
