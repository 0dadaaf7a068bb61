package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.LatencyProfile;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.Provenance;
import dev.sevenstep.pipeline.RecordTable;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.stats.Band;
import dev.sevenstep.stats.Resampling;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The test set of a run and every approach's scores on it, so that its charts and its threshold can be looked at again. Numbers
 * are kept to the last digit. What is not kept are the models, so there are no reasons for a single row.
 *
 * <p>A gzipped stream of Java's data output: its version, the test set, its rows as texts, then each approach.
 */
final class KeptScores {
    static final String FILE = "scores.bin.gz";
    private static final int VERSION = 1;
    private static final int MOST_ROWS = 4_000_000;
    private static final int MOST_CELLS = 100;
    private static final int LONGEST_TEXT = 1 << 20;

    private KeptScores() {
    }

    /** Whether a run has anything to keep here. */
    static boolean of(RunResult result) {
        return result.binary().map(test -> test.rows() <= MOST_ROWS).orElse(false);
    }

    static void write(RunResult result, Path file) throws IOException {
        BinaryTest test = result.binary().orElseThrow();
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), 1 << 16))) {
            out.writeInt(VERSION);
            out.writeInt(test.rows());
            for (int row = 0; row < test.rows(); row++) {
                out.writeBoolean(test.labels()[row]);
                out.writeInt(test.days()[row]);
                out.writeInt(test.entities()[row]);
            }
            out.writeDouble(test.falsePositiveCost());
            out.writeDouble(test.falseNegativeCost());
            out.writeInt(test.capacityPerDay());
            text(out, test.period());
            text(out, test.words().rows());
            text(out, test.words().positives());
            text(out, test.words().entities());
            out.writeLong(test.resampling().seed());
            out.writeInt(test.resampling().replicates());
            records(out, test.records());
            out.writeInt(result.approaches().size());
            for (Approach approach : result.approaches()) {
                approach(out, approach);
            }
        }
    }

    private static void records(DataOutputStream out, RecordTable table) throws IOException {
        out.writeInt(table.columns().size());
        for (RecordTable.Column column : table.columns()) {
            text(out, column.name());
            text(out, column.unit());
            out.writeBoolean(column.number());
        }
        out.writeInt(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                text(out, table.cell(row, column));
            }
        }
    }

    private static void approach(DataOutputStream out, Approach approach) throws IOException {
        text(out, approach.id());
        text(out, approach.family());
        out.writeDouble(approach.threshold());
        numbers(out, approach.scores());
        out.writeBoolean(approach.bands().isPresent());
        if (approach.bands().isPresent()) {
            for (Band band : List.of(approach.bands().get().precisionByRecall(),
                    approach.bands().get().recallByFalsePositiveRate())) {
                numbers(out, band.x());
                numbers(out, band.low());
                numbers(out, band.high());
            }
        }
        out.writeBoolean(approach.latency().isPresent());
        if (approach.latency().isPresent()) {
            numbers(out, approach.latency().get().percentiles());
            numbers(out, approach.latency().get().micros());
            out.writeLong(approach.latency().get().samples());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void numbers(DataOutputStream out, double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    /** What is read of an approach; the rest stands in the run's record. */
    private record Scores(String family, double threshold, double[] scores, Optional<Approach.Bands> bands,
            Optional<LatencyProfile> latency) {}

    /**
     * The result as it was, without models.
     *
     * @param experiment the one the run is of
     * @throws IOException when the file is no such file
     * @throws RunException when the experiment no longer takes the run's parameters
     */
    static RunResult read(RunRecord run, Experiment experiment, Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16))) {
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException("its scores are of version " + version + ", which this program does not know");
            }
            BinaryTest test = test(in);
            Map<String, Scores> scores = new HashMap<>();
            int count = count(in, MOST_CELLS);
            for (int i = 0; i < count; i++) {
                scores.put(text(in), scores(in));
            }
            // To the end of the file, where its checksum is.
            if (in.read() >= 0) {
                throw new IOException("its scores are damaged");
            }
            return result(run, experiment, test, scores);
        }
    }

    private static RunResult result(RunRecord run, Experiment experiment, BinaryTest test,
            Map<String, Scores> scores) {
        ParameterValues values = Reproduction.values(run, experiment);
        List<Approach> approaches = new ArrayList<>();
        for (TrackedApproach kept : run.approaches()) {
            Scores of = scores.getOrDefault(kept.id(),
                    new Scores(kept.id(), Double.NaN, new double[0], Optional.empty(), Optional.empty()));
            approaches.add(new Approach(kept.id(), kept.name(), of.family(), new LinkedHashMap<>(kept.metrics()),
                    of.bands(), kept.stages(), of.latency(), kept.modelBytes(), of.scores(), of.threshold(),
                    Optional.empty(), kept.unavailable()));
        }
        return new RunResult(run.experiment(), run.title(), values, run.dataset(), run.metrics(), approaches,
                run.stages(), Optional.of(test), Optional.empty(), Optional.empty(),
                new Provenance(run.seed(), run.threads(), run.started(), run.versions(), run.machine()));
    }

    private static BinaryTest test(DataInputStream in) throws IOException {
        int rows = count(in, MOST_ROWS);
        boolean[] labels = new boolean[rows];
        int[] days = new int[rows];
        int[] entities = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = in.readBoolean();
            days[row] = in.readInt();
            entities[row] = in.readInt();
        }
        double falsePositive = in.readDouble();
        double falseNegative = in.readDouble();
        int capacity = in.readInt();
        String period = text(in);
        BinaryTest.Words words = new BinaryTest.Words(text(in), text(in), text(in));
        Resampling resampling = new Resampling(in.readLong(), in.readInt());
        return new BinaryTest(labels, days, entities, records(in), falsePositive, falseNegative, capacity, period,
                words, resampling);
    }

    private static RecordTable records(DataInputStream in) throws IOException {
        int width = count(in, MOST_CELLS);
        List<RecordTable.Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add(new RecordTable.Column(text(in), text(in), in.readBoolean()));
        }
        int rows = count(in, MOST_ROWS);
        String[][] cells = new String[rows][width];
        // Most texts come again and again: days, cards, amounts.
        Map<String, String> same = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < width; column++) {
                String text = text(in);
                cells[row][column] = same.computeIfAbsent(text, _ -> text);
            }
        }
        return new KeptRecords(List.copyOf(columns), cells);
    }

    private static Scores scores(DataInputStream in) throws IOException {
        String family = text(in);
        double threshold = in.readDouble();
        double[] scores = numbers(in);
        Optional<Approach.Bands> bands = in.readBoolean()
                ? Optional.of(new Approach.Bands(new Band(numbers(in), numbers(in), numbers(in)),
                        new Band(numbers(in), numbers(in), numbers(in))))
                : Optional.empty();
        Optional<LatencyProfile> latency = in.readBoolean()
                ? Optional.of(new LatencyProfile(numbers(in), numbers(in), in.readLong()))
                : Optional.empty();
        return new Scores(family, threshold, scores, bands, latency);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(count(in, LONGEST_TEXT)), StandardCharsets.UTF_8);
    }

    private static double[] numbers(DataInputStream in) throws IOException {
        double[] numbers = new double[count(in, MOST_ROWS)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }

    private static int count(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("its scores are damaged");
        }
        return count;
    }

    /** The test's rows as they were shown. */
    private record KeptRecords(List<RecordTable.Column> columns, String[][] cells) implements RecordTable {
        @Override
        public int rows() {
            return cells.length;
        }

        @Override
        public String cell(int row, int column) {
            return cells[row][column];
        }
    }
}
