package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The folder of a run as MLflow's file store has it: {@code meta.yaml}, a file for each parameter, metric and tag, and
 * {@code artifacts/}. Metrics are named APPROACH/KEY, so MLflow's page groups them by approach.
 *
 * <p>Source: MLflow's documentation of its file store and its reader, {@code mlflow/store/tracking/file_store.py}.
 */
final class MlflowLayout {
    static final String META = "meta.yaml";
    static final String ARTIFACTS = "artifacts";
    private static final String OURS = "sevenstep.";
    /** MLflow's tags for what people call a run and write about it. */
    static final String NAME = "mlflow.runName";
    static final String NOTE = "mlflow.note.content";
    static final String RESULT = "result.json";
    /** MLflow refuses longer parameter values. */
    private static final int LONGEST_PARAMETER = 6_000;
    private static final int FINISHED = 3;
    private static final int LOCAL = 4;

    private MlflowLayout() {
    }

    /**
     * MLflow's number of an experiment, from 0 to 2³¹ − 1, the same wherever runs are kept. A word would do for MLflow's file store, but
     * its databases number experiments, and {@code mlflow migrate-filestore} passes over folders that are no number.
     */
    static String number(String experiment) {
        CRC32 sum = new CRC32();
        sum.update(experiment.getBytes(StandardCharsets.UTF_8));
        return Long.toString(sum.getValue() & Integer.MAX_VALUE);
    }

    /**
     * {@code meta.yaml} of an experiment, by which MLflow knows its name.
     *
     * @param home its folder
     */
    static Map<String, Object> experiment(Path home, String id, String title, Instant now) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("artifact_location", uri(home));
        meta.put("creation_time", now.toEpochMilli());
        meta.put("experiment_id", number(id));
        meta.put("last_update_time", now.toEpochMilli());
        meta.put("lifecycle_stage", "active");
        meta.put("name", title);
        return meta;
    }

    /**
     * Writes all of a run but its artifacts.
     *
     * @param folder to write to
     * @param home where it will stand in the end
     */
    static void run(Path folder, Path home, String id, RunResult result, String user, Instant ended)
            throws IOException {
        long start = result.provenance().started().toEpochMilli();
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("artifact_uri", uri(home.resolve(ARTIFACTS)));
        meta.put("end_time", ended.toEpochMilli());
        meta.put("entry_point_name", "");
        meta.put("experiment_id", number(result.experiment()));
        meta.put("lifecycle_stage", "active");
        meta.put("run_id", id);
        meta.put("run_name", name(id, result));
        meta.put("run_uuid", id);
        meta.put("source_name", "");
        meta.put("source_type", LOCAL);
        meta.put("source_version", "");
        meta.put("start_time", start);
        meta.put("status", FINISHED);
        meta.put("tags", List.of());
        meta.put("user_id", user);
        yaml(folder.resolve(META), meta);
        for (Map.Entry<String, Object> parameter : result.parameters().asMap().entrySet()) {
            String value = String.valueOf(parameter.getValue());
            text(folder.resolve("params").resolve(parameter.getKey()),
                    value.substring(0, Math.min(value.length(), LONGEST_PARAMETER)));
        }
        text(folder.resolve("params").resolve("seed"), Long.toString(result.provenance().seed()));
        metrics(folder.resolve("metrics"), result, ended.toEpochMilli());
        tags(folder.resolve("tags"), result, id, user);
        MlflowDataset dataset = new MlflowDataset(result.dataset());
        Path input = folder.resolve("inputs").resolve(dataset.inputId(id));
        Files.createDirectories(input);
        yaml(input.resolve(META), dataset.input(id));
    }

    private static void metrics(Path folder, RunResult result, long time) throws IOException {
        for (var approach : result.approaches()) {
            Path own = folder.resolve(approach.id());
            for (var metric : approach.metrics().entrySet()) {
                if (!Double.isNaN(metric.getValue().value())) {
                    text(own.resolve(metric.getKey()), time + " " + metric.getValue().value() + " 0\n");
                }
            }
            if (approach.latency().isPresent()) {
                for (double percentile : new double[]{50, 95, 99}) {
                    text(own.resolve("latencyMicrosP" + (int) percentile),
                            time + " " + approach.latency().get().at(percentile) + " 0\n");
                }
            }
            if (approach.modelBytes() > 0) {
                text(own.resolve("modelBytes"), time + " " + approach.modelBytes() + " 0\n");
            }
        }
        for (var curve : MlflowCurves.of(result).entrySet()) {
            StringBuilder lines = new StringBuilder();
            curve.getValue().forEach((step, value) -> lines.append(time).append(' ').append((double) value).append(' ')
                    .append((int) step).append('\n'));
            if (!lines.isEmpty()) {
                text(folder.resolve(curve.getKey()), lines.toString());
            }
        }
    }

    private static void tags(Path folder, RunResult result, String id, String user) throws IOException {
        text(folder.resolve(NAME), name(id, result));
        text(folder.resolve("mlflow.user"), user);
        text(folder.resolve("mlflow.source.name"), "sevenstep case run " + result.experiment());
        text(folder.resolve("mlflow.source.type"), "LOCAL");
        text(folder.resolve(NOTE), result.dataset().note());
        text(folder.resolve("dataset.sha256"), result.dataset().hash());
        text(folder.resolve("machine"), result.provenance().machine());
        for (Map.Entry<String, String> version : result.provenance().versions().entrySet()) {
            text(folder.resolve("version." + version.getKey().replace(' ', '-')), version.getValue());
        }
    }

    /** Adds tags of ours. */
    static void tags(Path run, Map<String, String> tags) throws IOException {
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            text(run.resolve("tags").resolve(tag.getKey()), tag.getValue());
        }
    }

    /** Sets one tag; it is old or new, never half. */
    static void tag(Path run, String key, String value) throws IOException {
        Path fresh = run.resolve("tag.new");
        Files.writeString(fresh, value);
        Files.createDirectories(run.resolve("tags"));
        Files.move(fresh, run.resolve("tags").resolve(key), java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** The tags of ours, the name and the note. */
    static Map<String, String> tags(Path run) throws IOException {
        Map<String, String> tags = new LinkedHashMap<>();
        if (Files.isDirectory(run.resolve("tags"))) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(run.resolve("tags"),
                    "{" + OURS + "*," + NAME + "," + NOTE + "}")) {
                for (Path file : files) {
                    tags.put(String.valueOf(file.getFileName()), Files.readString(file));
                }
            }
        }
        return tags;
    }

    private static String name(String id, RunResult result) {
        return result.experiment() + "-" + id.substring(0, 8);
    }

    private static String uri(Path folder) {
        String uri = folder.toAbsolutePath().toUri().toString();
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }

    private static void text(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }

    static void yaml(Path file, Map<String, Object> tree) throws IOException {
        DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        Files.writeString(file, new Dump(settings).dumpToString(tree));
    }

    /** Reads a {@code meta.yaml}; everything in it is a scalar or a short list. */
    static Map<?, ?> meta(Path folder) throws IOException {
        Path file = folder.resolve(META);
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).setMaxAliasesForCollections(10)
                    .setCodePointLimit(100_000).build();
            Object tree = new Load(settings).loadFromString(Files.readString(file, StandardCharsets.UTF_8));
            if (tree instanceof Map<?, ?> map) {
                return map;
            }
            throw new IOException("it holds no settings");
        } catch (YamlEngineException e) {
            throw new IOException("it is no YAML: " + e.getMessage(), e);
        }
    }

    /** Changes one setting of a {@code meta.yaml}; the file is old or new, never half. */
    static void change(Path folder, String key, Object value) throws IOException {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta(folder).forEach((k, v) -> meta.put(String.valueOf(k), v));
        meta.put(key, value);
        Path fresh = folder.resolve(META + ".new");
        yaml(fresh, meta);
        Files.move(fresh, folder.resolve(META), java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
