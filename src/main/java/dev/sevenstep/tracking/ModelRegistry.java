package dev.sevenstep.tracking;

import dev.sevenstep.pipeline.FileProblem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Named models with versions, each the approach of a kept run, in the layout of MLflow's file registry
 * ({@code mlruns/models/NAME/version-N/meta.yaml}); the one in production also has the alias {@code production}, since MLflow's page no
 * longer shows stages. A version goes into production only through a {@link ModelGate}; the one it
 * replaces is retired.
 */
public final class ModelRegistry {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _.\\-]{0,99}");
    private static final String APPROACH = "sevenstep.approach";
    private static final String VERSION = "version-";
    private static final String ALIAS = "production";

    /** Versions of models, and what of them could not be read. */
    public record Listing(List<ModelVersion> versions, List<String> problems) {
        public Listing {
            versions = List.copyOf(versions);
            problems = List.copyOf(problems);
        }
    }

    private final RunStore store;
    private final Path models;
    private final Clock clock;

    public ModelRegistry(RunStore store, Clock clock) {
        this.store = store;
        this.models = store.folder().resolve("mlruns").resolve("models");
        this.clock = clock;
    }

    /** The versions of a model, oldest first, without those of other programs; empty when there is no such model. */
    public List<ModelVersion> versions(String model) {
        List<ModelVersion> versions = new ArrayList<>();
        try {
            for (Path folder : folders(home(model))) {
                if (Files.exists(approach(folder))) {
                    versions.add(read(model, folder));
                }
            }
        } catch (IOException e) {
            throw new TrackingException("Model '" + model + "' cannot be read: " + new FileProblem(e).words(), e);
        }
        versions.sort(Comparator.comparingInt(ModelVersion::number));
        return versions;
    }

    private static List<Path> folders(Path home) throws IOException {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(home)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(home, VERSION + "*")) {
                versions.forEach(folders::add);
            }
        }
        return folders;
    }

    /** What shows that a version is one of ours, and whole: it is written last. */
    private static Path approach(Path version) {
        return version.resolve("tags").resolve(APPROACH);
    }

    /** One more than any version has or had half, whosever it is. */
    private static int next(Path home) throws IOException {
        return 1 + folders(home).stream().map(folder -> String.valueOf(folder.getFileName()))
                .map(name -> name.substring(VERSION.length())).filter(number -> number.matches("[0-9]{1,8}"))
                .mapToInt(Integer::parseInt).max().orElse(0);
    }

    /** The versions of all models, by name and then oldest first. */
    public Listing list() {
        List<ModelVersion> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String model : models()) {
            try {
                found.addAll(versions(model));
            } catch (TrackingException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new Listing(found, problems);
    }

    /** Names of models; other programs may have others. */
    private List<String> models() {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(models)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(models, Files::isDirectory)) {
                for (Path folder : folders) {
                    String name = String.valueOf(folder.getFileName());
                    if (isName(name)) {
                        names.add(name);
                    }
                }
            } catch (IOException e) {
                throw new TrackingException(models + " cannot be read: " + e.getMessage(), e);
            }
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    /**
     * Adds the approach of a run as the next version, a candidate.
     *
     * @throws TrackingException when the run has no such approach, or the name is not one
     */
    public ModelVersion register(String model, RunRecord run, String approach) {
        if (run.approach(approach).flatMap(TrackedApproach::unavailable).isPresent()
                || run.approach(approach).isEmpty()) {
            throw new TrackingException("Run " + run.shortId() + " has no approach '" + approach + "'; there are "
                    + String.join(", ", run.approaches().stream().map(TrackedApproach::id).toList()));
        }
        int number;
        Instant now = clock.instant();
        Path home = home(model);
        try {
            if (!Files.exists(home.resolve(MlflowLayout.META))) {
                Files.createDirectories(home);
                Map<String, Object> meta = new LinkedHashMap<>();
                meta.put("aliases", Map.of());
                meta.put("creation_timestamp", now.toEpochMilli());
                meta.put("description", "");
                meta.put("last_updated_timestamp", now.toEpochMilli());
                meta.put("latest_versions", List.of());
                meta.put("name", model);
                MlflowLayout.yaml(home.resolve(MlflowLayout.META), meta);
            }
            number = next(home);
            Path folder = Files.createDirectory(home.resolve(VERSION + number));
            Map<String, Object> meta = new LinkedHashMap<>();
            meta.put("aliases", List.of());
            meta.put("creation_timestamp", now.toEpochMilli());
            meta.put("current_stage", ModelVersion.Stage.CANDIDATE.mlflow());
            meta.put("description", run.approach(approach).map(TrackedApproach::name).orElse(approach));
            meta.put("last_updated_timestamp", now.toEpochMilli());
            meta.put("name", model);
            meta.put("run_id", run.id());
            meta.put("run_link", "");
            meta.put("source", store.artifacts(run).toUri().toString().replaceAll("/$", ""));
            meta.put("status", "READY");
            meta.put("status_message", "");
            meta.put("storage_location", "");
            meta.put("user_id", "");
            meta.put("version", number);
            MlflowLayout.yaml(folder.resolve(MlflowLayout.META), meta);
            Files.createDirectories(folder.resolve("tags"));
            Files.writeString(approach(folder), approach);
        } catch (IOException e) {
            throw new TrackingException("The model was not kept: " + new FileProblem(e).words(), e);
        }
        return new ModelVersion(model, number, ModelVersion.Stage.CANDIDATE, run.id(), approach, now);
    }

    /**
     * Puts a version into production and retires the one it replaces.
     *
     * @throws TrackingException with the gate's reason when it refuses; nothing changes then
     */
    public void promote(ModelVersion version, ModelGate gate) {
        Optional<ModelVersion> inUse = versions(version.model()).stream()
                .filter(other -> other.stage() == ModelVersion.Stage.PRODUCTION && other.number() != version.number())
                .findFirst();
        Optional<String> refusal = gate.refusal(store.find(version.runId()), version.approach(),
                inUse.map(other -> new ModelGate.Judged(store.find(other.runId()), other.approach())));
        if (refusal.isPresent()) {
            throw new TrackingException("Version " + version.number() + " of '" + version.model()
                    + "' stays a candidate: " + refusal.get());
        }
        // The new one first: between the two steps there are two in production, never none.
        move(version, ModelVersion.Stage.PRODUCTION);
        inUse.ifPresent(other -> move(other, ModelVersion.Stage.RETIRED));
    }

    public void retire(ModelVersion version) {
        move(version, ModelVersion.Stage.RETIRED);
    }

    private void move(ModelVersion version, ModelVersion.Stage stage) {
        try {
            MlflowLayout.change(home(version.model()).resolve(VERSION + version.number()), "current_stage",
                    stage.mlflow());
            alias(version, stage);
        } catch (IOException e) {
            throw new TrackingException("Version " + version.number() + " of '" + version.model()
                    + "' could not be changed: " + e.getMessage(), e);
        }
    }

    private void alias(ModelVersion version, ModelVersion.Stage stage) throws IOException {
        Path alias = home(version.model()).resolve("aliases").resolve(ALIAS);
        String number = Integer.toString(version.number());
        if (stage == ModelVersion.Stage.PRODUCTION) {
            Files.createDirectories(home(version.model()).resolve("aliases"));
            Files.writeString(alias, number);
        } else if (Files.exists(alias) && Files.readString(alias).equals(number)) {
            Files.delete(alias);
        }
    }

    private ModelVersion read(String model, Path folder) throws IOException {
        Map<?, ?> meta = MlflowLayout.meta(folder);
        String stage = String.valueOf(meta.get("current_stage"));
        for (ModelVersion.Stage known : ModelVersion.Stage.values()) {
            if (known.mlflow().equals(stage) && meta.get("version") instanceof Number number
                    && meta.get("creation_timestamp") instanceof Number millis) {
                return new ModelVersion(model, number.intValue(), known, String.valueOf(meta.get("run_id")),
                        Files.readString(approach(folder)),
                        Instant.ofEpochMilli(millis.longValue()));
            }
        }
        throw new IOException(folder + " is no version this program wrote");
    }

    private static boolean isName(String model) {
        return NAME.matcher(model).matches() && !model.contains("..");
    }

    private Path home(String model) {
        if (!isName(model)) {
            throw new TrackingException("'" + model + "' is no name for a model: letters, digits, space, _ . -");
        }
        return models.resolve(model);
    }
}
