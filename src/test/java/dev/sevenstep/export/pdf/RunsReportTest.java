package dev.sevenstep.export.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.chart.SampleRun;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.PageSize;
import dev.sevenstep.export.SampleDesign;
import dev.sevenstep.export.diagram.DiagramPainter;
import dev.sevenstep.export.diagram.DrawingFonts;
import dev.sevenstep.export.runs.ComparedRuns;
import dev.sevenstep.export.runs.RunCurves;
import dev.sevenstep.export.runs.RunsReport;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.studio.runs.Payments;
import dev.sevenstep.task.StageLog;
import dev.sevenstep.tracking.RunAxis;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import dev.sevenstep.tracking.Sweep;
import dev.sevenstep.tracking.SweepPlan;
import dev.sevenstep.tracking.SweepRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of kept runs: what they say, that they say it in the same bytes, and how long ones break. */
class RunsReportTest {
    private static final ExportOptions OPTIONS = ExportOptions.standard(Instant.parse("2026-11-23T10:00:00Z"));

    private static PdfReport report;

    private final Payments payments = new Payments(new AtomicLong());
    private final AtomicLong ids = new AtomicLong(1L << 40);
    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        report = new PdfReport(new DiagramPainter(SampleDesign.catalogue(), new DrawingFonts()),
                SampleDesign.catalogue());
    }

    private RunStore store() {
        return new RunStore(folder, Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC),
                () -> new UUID(ids.addAndGet(1L << 40), 7), "ada");
    }

    private RunRecord keep(RunStore store, long seed, String... parameters) {
        ParameterValues values = ParameterValues.of(payments.parameters());
        for (String parameter : parameters) {
            values = values.with(parameter.split("=")[0], parameter.split("=")[1]);
        }
        return store.keep(payments.run(values, seed, 1, new StageLog(() -> 0, _ -> {})), List.of());
    }

    private RunsReport.Comparison comparison(int count) {
        RunStore store = store();
        List<RunRecord> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(keep(store, 1 + i % 3, "rows=" + (400 + 100 * i), "kind=" + (i % 2 == 0 ? "a" : "b")));
        }
        runs.set(1, store.describe(runs.get(1), "漢字 and a name that goes on beyond its column", "", List.of()));
        ComparedRuns compared = ComparedRuns.of(runs);
        return new RunsReport.Comparison(compared,
                RunCurves.read(store, _ -> Optional.of(payments), runs, compared.briefNames(), RunAxis.BEST));
    }

    @Test
    void comparedRunsTellWhatDiffersWhatIsBestAndHowToMakeThemAgain() throws IOException {
        RunsReport.Comparison runs = comparison(3);
        byte[] pdf = report.write(runs, OPTIONS);
        String all = String.join(" ", PdfPages.of(pdf));
        String first = runs.compared().names().getFirst();
        for (String part : List.of("Payments: 3 runs compared", "Best average precision: ", "Parameters that differ",
                "rows kind", first + " 400 a", "What else differs in how they were made", "seed",
                "The best of each figure, and where", "The best approach of each run", "best 0.",
                "Precision and recall",
                "Parallel coordinates", "All approaches, figure by figure", "Rules", " in all runs", "95 % intervals",
                "Parameters that are the same in all runs", "rate 0.1", "sevenstep runs rerun",
                "Characters that the font of this report lacks")) {
            assertTrue(all.contains(part), () -> part + " in " + all);
        }
        assertFalse(all.contains("history true history"), "what is the same stands once");
        assertEquals(List.of("What differs", "What they reached", "Charts", "All approaches, figure by figure",
                "How to get these figures again"), PdfPages.bookmarks(pdf));
        PdfPages.assertWellMade(pdf);
        assertArrayEquals(pdf, report.write(runs, OPTIONS));
    }

    @Test
    void aLongComparisonBreaksBetweenRowsAndKeepsHeadings() throws IOException {
        RunsReport.Comparison runs = comparison(20);
        for (boolean landscape : new boolean[]{false, true}) {
            List<String> pages = PdfPages.of(report.write(runs, OPTIONS.withPage(PageSize.A4, landscape)));
            for (String page : pages) {
                assertFalse(page
                        .matches(".*(Charts|All approaches, figure by figure|What they reached|differ|where|each run)"
                                + " Payments: 20 runs compared \\d+ of \\d+ "),
                        page);
            }
            String all = String.join(" ", pages);
            runs.compared().runs().forEach(run -> assertTrue(all.contains(run.shortId()), run::name));
            assertTrue(pages.size() <= 11, pages.size() + " pages");
        }
    }

    @Test
    void runsWithoutScoresHaveNoCurves() throws IOException {
        RunStore store = store();
        List<RunRecord> runs = List.of(keep(store, 1), keep(store, 2));
        byte[] pdf = report.write(new RunsReport.Comparison(ComparedRuns.of(runs), List.of()), OPTIONS);
        String all = String.join(" ", PdfPages.of(pdf));
        assertTrue(all.contains("All runs have the same parameters.") && !all.contains("Precision and recall"), all);
    }

    private static SweepPlan plan(int trials, String... vary) {
        return new SweepPlan("night", "payments", Map.of("rows", "400", "rate", "0.1", "kind", "a", "history", "true"),
                List.of(vary), SweepPlan.Method.RANDOM, new Sweep.Objective("trees", "averagePrecision"),
                new Sweep.Budget(trials, 3_600, 0), 7, "");
    }

    private RunsReport.Trials sweep(SweepPlan plan) {
        RunStore store = store();
        AtomicLong clock = new AtomicLong();
        Sweep.Result result = plan.sweep(payments, 1).run(store, clock::incrementAndGet,
                new StageLog(() -> 0, _ -> {}));
        return new RunsReport.Trials(SweepRecord.of(plan.ended(result.ended()), store.list(false).runs()));
    }

    @Test
    void aSweepTellsWhatWasSearchedTheBestAndEveryTrial() throws IOException {
        RunsReport.Trials sweep = sweep(plan(18, "rows=300..900", "rate=0.01..1:log", "kind=a,b"));
        assertEquals(18, sweep.sweep().trials().size());
        byte[] pdf = report.write(sweep, OPTIONS);
        List<String> pages = PdfPages.of(pdf);
        String all = String.join(" ", pages);
        RunRecord best = sweep.sweep().best().orElseThrow();
        for (String part : List.of("Payments: sweep night", "Best average precision: ", "18 trials",
                "Varied: rows 300 to 900", "Varied: rate 0.01 to 1, by ratio", "Varied: kind a, b", "more is better",
                "random: anywhere in the space", "at most 18 trials, none begun after 60 minutes",
                "all 18 trials made", best.name(), "filled: the front", "Parallel coordinates", "on the front",
                "SHA-256", "Parameters that stayed", "history true", "sevenstep runs rerun")) {
            assertTrue(all.contains(part), () -> part + " in " + all);
        }
        for (RunRecord trial : sweep.sweep().trials()) {
            assertTrue(all.contains(trial.shortId()), trial::name);
        }
        assertEquals(List.of("What was searched", "What was found", "Trials", "How to get these figures again"),
                PdfPages.bookmarks(pdf));
        long heads = pages.stream().filter(page -> page.contains("Trial Run ")).count();
        assertEquals(2, heads, "a table over two pages has its head on both");
        PdfPages.assertWellMade(pdf);
        assertArrayEquals(pdf, report.write(sweep, OPTIONS));
    }

    @Test
    void aSweepWithoutATrialSaysSo() throws IOException {
        RunsReport.Trials none = new RunsReport.Trials(SweepRecord.of(plan(5, "rows=300..900"), List.of()));
        String all = String.join(" ", PdfPages.of(report.write(none, OPTIONS)));
        assertTrue(all.contains("sweep night") && all.contains("No trial was kept.") && all.contains("not finished"),
                all);
    }

    @Test
    void oneRunIsAReportWithoutADesign() throws IOException {
        RunsReport.Single run = new RunsReport.Single(SampleRun.of(1, 2_000), "night run");
        byte[] pdf = report.write(run, OPTIONS);
        String all = String.join(" ", PdfPages.of(pdf));
        for (String part : List.of("Run of a case study", "run night run", "Best ", "Measured: Sample", "ROC-AUC",
                "What they cost to run", "Quality against latency", "How to get these figures again", "SHA-256")) {
            assertTrue(all.contains(part), () -> part + " in " + all);
        }
        PdfPages.assertWellMade(pdf);
        assertArrayEquals(pdf, report.write(run, OPTIONS));
    }
}
