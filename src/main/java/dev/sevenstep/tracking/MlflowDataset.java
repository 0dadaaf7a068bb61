package dev.sevenstep.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sevenstep.pipeline.DatasetInfo;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The data of a run as MLflow's page shows them in its column "Dataset": a folder of the experiment for each data set, and one of the run
 * that names it.
 *
 * <p>Source: {@code log_inputs} of {@code mlflow/store/tracking/file_store.py}.
 */
record MlflowDataset(DatasetInfo data) {
    /** MLflow's own digests are as long. */
    private static final int DIGEST = 8;

    /** Folder of the data set below {@code datasets}. */
    String id() {
        return name(data.name() + data.hash());
    }

    /** {@code meta.yaml} of the data set. */
    Map<String, Object> meta() {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("digest", data.hash().substring(0, Math.min(DIGEST, data.hash().length())));
        meta.put("name", data.name());
        meta.put("profile", json(Map.of("num_rows", data.rows(), "simulated", data.simulated())));
        meta.put("schema", "");
        meta.put("source", json(Map.of("sha256", data.hash())));
        meta.put("source_type", "sevenstep");
        return meta;
    }

    /** Folder below {@code inputs} of a run. */
    String inputId(String run) {
        return name(id() + run);
    }

    /** {@code meta.yaml} of that folder. */
    Map<String, Object> input(String run) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("destination_id", run);
        meta.put("destination_type", "RUN");
        meta.put("source_id", id());
        meta.put("source_type", "DATASET");
        meta.put("tags", Map.of());
        return meta;
    }

    /** 32 hexadecimal digits, as MLflow has them. */
    private static String name(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
    }

    private static String json(Map<String, Object> tree) {
        try {
            return new ObjectMapper().writeValueAsString(new java.util.TreeMap<>(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }
}
