package dev.sevenstep.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Runs kept on disk. Below the store's folder, {@code mlruns/} is a file store of MLflow with an experiment for each
 * case study: {@code mlflow ui --backend-store-uri FOLDER/mlruns} shows it.
 *
 * <p>A run is written to {@code incoming/} and moved into its place in one step, so that a crash leaves it whole or not at all;
 * what a program that is gone left in {@code incoming/} is removed with the next run. Several programs may use one folder.
 */
public final class RunStore {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final long LARGEST_RESULT = 64L << 20;

    private final Path folder;
    private final Path runs;
    private final Incoming incoming;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final String user;
    private final RunCache cache = new RunCache();
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Runs of a folder, and what of it could not be read. */
    public record Listing(List<RunRecord> runs, List<String> problems) {
        public Listing {
            runs = List.copyOf(runs);
            problems = List.copyOf(problems);
        }
    }

    /**
     * @param folder need not exist yet
     * @param ids such as {@code UUID::randomUUID}
     * @param user for MLflow's list; may be empty
     */
    public RunStore(Path folder, Clock clock, Supplier<UUID> ids, String user) {
        this.folder = folder.toAbsolutePath();
        this.runs = this.folder.resolve("mlruns");
        this.incoming = new Incoming(this.folder.resolve("incoming"));
        this.clock = clock;
        this.ids = ids;
        this.user = user;
    }

    /**
     * The folder of window and command line: {@code SEVENSTEP_RUNS}, or {@code runs} in the user's configuration folder.
     *
     * @param environment variables of the process
     */
    public static Path folder(Path config, Map<String, String> environment) {
        String given = environment.getOrDefault("SEVENSTEP_RUNS", "");
        return given.isBlank() ? config.resolve("runs") : Path.of(given);
    }

    public Path folder() {
        return folder;
    }

    /**
     * Makes the folder, as before long work whose runs are to be kept.
     *
     * @throws TrackingException when nothing can be written there
     */
    public void prepare() {
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString());
            }
        } catch (IOException e) {
            throw new TrackingException("No run can be kept in " + folder + ": " + new FileProblem(e).words()
                    + ". Make room, allow writing or choose another folder.", e);
        }
    }

    /**
     * Keeps a run.
     *
     * @throws TrackingException when the folder cannot be written; nothing of the run is kept then
     */
    public RunRecord keep(RunResult result, List<Artifact> artifacts) {
        return keep(result, artifacts, Map.of(), result);
    }

    /**
     * As {@link #keep(RunResult, List)}, with tags.
     *
     * @param tags their names begin with {@code sevenstep.}
     * @param shown the result, or the part of it that is to be looked at again: the hundreds of runs of a sweep would fill a disk
     */
    RunRecord keep(RunResult result, List<Artifact> artifacts, Map<String, String> tags, RunResult shown) {
        String id = ids.get().toString().replace("-", "");
        Instant ended = clock.instant();
        Path experiment = experiment(result.experiment());
        Path home = experiment.resolve(id);
        Path fresh = incoming.place(id);
        try {
            incoming.removeLeftOvers();
            Files.createDirectories(fresh.resolve(MlflowLayout.ARTIFACTS));
            MlflowLayout.run(fresh, home, id, result, user, ended);
            MlflowLayout.tags(fresh, tags);
            json.writeValue(fresh.resolve(MlflowLayout.ARTIFACTS).resolve(MlflowLayout.RESULT).toFile(),
                    ResultTree.of(result));
            KeptResult.write(shown, fresh.resolve(MlflowLayout.ARTIFACTS));
            for (Artifact artifact : artifacts) {
                Path file = fresh.resolve(MlflowLayout.ARTIFACTS).resolve(artifact.path());
                Files.createDirectories(parent(file));
                artifact.writer().write(file);
            }
            begin(experiment, MlflowLayout.experiment(experiment, result.experiment(), result.title(), clock.instant()),
                    id + "-experiment");
            MlflowDataset dataset = new MlflowDataset(result.dataset());
            begin(experiment.resolve("datasets").resolve(dataset.id()), dataset.meta(), id + "-dataset");
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            return read(home);
        } catch (IOException | UncheckedIOException e) {
            Incoming.delete(fresh, e);
            IOException cause = e instanceof IOException io
                    ? io
                    : Objects.requireNonNull(((UncheckedIOException) e).getCause());
            throw new TrackingException("The run was not kept in " + folder + ": " + new FileProblem(cause).words()
                    + ". Make room, allow writing or choose another folder.", e);
        }
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file below a folder");
    }

    /** The folder of an experiment's runs. */
    private Path experiment(String id) {
        return runs.resolve(MlflowLayout.number(id));
    }

    /**
     * Gives a folder its {@code meta.yaml} when it has none yet.
     *
     * @param draft no other run's, as several may begin the same folder at once
     */
    private void begin(Path home, Map<String, Object> meta, String draft) throws IOException {
        if (Files.exists(home.resolve(MlflowLayout.META))) {
            return;
        }
        Files.createDirectories(home);
        Path fresh = incoming.place(draft);
        MlflowLayout.yaml(fresh, meta);
        Files.move(fresh, home.resolve(MlflowLayout.META), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** All runs, newest first; those marked deleted only when asked for. */
    public Listing list(boolean deletedToo) {
        List<RunRecord> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        if (Files.isRegularFile(folder)) {
            problems.add(folder + " is a file; runs are kept in a folder. Name another.");
        }
        for (Path experiment : folders(runs)) {
            if (experiment.endsWith("models")) {
                continue;
            }
            for (Path run : folders(experiment)) {
                if (ID.matcher(String.valueOf(run.getFileName())).matches()) {
                    try {
                        RunRecord record = read(run);
                        if (deletedToo || !record.deleted()) {
                            found.add(record);
                        }
                    } catch (TrackingException e) {
                        problems.add(String.valueOf(e.getMessage()));
                    }
                }
            }
        }
        found.sort(Comparator.comparing(RunRecord::started).reversed().thenComparing(RunRecord::id));
        return new Listing(found, problems);
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, Files::isDirectory)) {
            entries.forEach(folders::add);
        } catch (IOException e) {
            throw new TrackingException(parent + " cannot be read: " + e.getMessage(), e);
        }
        folders.sort(Comparator.naturalOrder());
        return folders;
    }

    private RunRecord read(Path run) {
        return cache.get(run, this::readFresh);
    }

    private RunRecord readFresh(Path run) {
        Path result = run.resolve(MlflowLayout.ARTIFACTS).resolve(MlflowLayout.RESULT);
        try {
            Map<?, ?> meta = MlflowLayout.meta(run);
            if (!Files.exists(result)) {
                throw new TrackingException(run + " is a run of another program: it has no " + MlflowLayout.RESULT);
            }
            if (Files.size(result) > LARGEST_RESULT) {
                throw new TrackingException(result + " is larger than " + (LARGEST_RESULT >> 20) + " MiB");
            }
            JsonNode tree = json.readTree(Files.readAllBytes(result));
            Instant ended = meta.get("end_time") instanceof Number millis
                    ? Instant.ofEpochMilli(millis.longValue())
                    : Instant.EPOCH;
            return ResultReader.read(tree, String.valueOf(run.getFileName()), ended, MlflowLayout.tags(run),
                    "deleted".equals(meta.get("lifecycle_stage")));
        } catch (IOException | IllegalArgumentException e) {
            throw new TrackingException("The run in " + run + " cannot be read: " + reason(e)
                    + ". Take its folder from a copy or remove it.", e);
        }
    }

    private static String reason(Exception e) {
        return switch (e) {
            case NoSuchFileException missing -> Path.of(missing.getFile()).getFileName() + " is missing";
            case JsonProcessingException json -> MlflowLayout.RESULT + " is no whole JSON, line "
                    + (json.getLocation() == null ? 1 : json.getLocation().getLineNr());
            default -> String.valueOf(e.getMessage());
        };
    }

    /**
     * The run whose id begins with {@code start}.
     *
     * @param start at least four hexadecimal digits
     * @throws TrackingException when there is none, or more than one
     */
    public RunRecord find(String start) {
        if (!start.matches("[0-9a-f]{4,32}")) {
            throw new TrackingException("'" + start + "' is no run: give at least four digits of its id");
        }
        Listing all = list(true);
        List<RunRecord> found = all.runs().stream().filter(run -> run.id().startsWith(start)).toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        String none = all.problems().stream().filter(problem -> problem.contains(java.io.File.separator + start))
                .findFirst()
                .orElse("There is no run " + start + " in " + folder);
        throw new TrackingException(found.isEmpty()
                ? none
                : found.size() + " runs begin with " + start + ": give more digits");
    }

    /** The folder of a run's artifacts. */
    public Path artifacts(RunRecord run) {
        return home(run).resolve(MlflowLayout.ARTIFACTS);
    }

    private Path home(RunRecord run) {
        Path named = runs.resolve(run.experiment()).resolve(run.id());
        // As stores were laid out before MLflow's databases wanted numbers.
        return Files.isDirectory(named) ? named : experiment(run.experiment()).resolve(run.id());
    }

    /** Whether {@link #open} can show a run again. */
    public boolean opens(RunRecord run) {
        return KeptResult.in(artifacts(run));
    }

    /**
     * A kept run's result as it was, to the last digit but without models: charts, lists and threshold work, reasons do not.
     *
     * @param experiment the one the run is of
     * @throws TrackingException when it was kept without them, or they cannot be read; the message says what to do
     */
    public RunResult open(RunRecord run, Experiment experiment) {
        if (!opens(run)) {
            throw new TrackingException("Run " + run.shortId()
                    + " was kept without its charts, so only its figures are there. Run it again with the same seed.");
        }
        try {
            return KeptResult.read(run, experiment, artifacts(run));
        } catch (IOException | RunException e) {
            throw new TrackingException("Run " + run.shortId() + " cannot be opened: " + e.getMessage()
                    + ". Run it again with the same seed.", e);
        }
    }

    /**
     * Gives a run a name, a note and labels of the user's.
     *
     * @param name empty for the one it had at first
     * @param labels without commas
     * @return the run as it is now
     */
    public RunRecord describe(RunRecord run, String name, String note, List<String> labels) {
        Path home = home(run);
        String called = name.isBlank() ? run.experiment() + "-" + run.shortId() : name.strip();
        try {
            MlflowLayout.tag(home, MlflowLayout.NOTE, note.isBlank() ? run.dataset().note() : note.strip());
            MlflowLayout.tag(home, RunRecord.LABELS, String.join(", ", labels));
            MlflowLayout.tag(home, MlflowLayout.NAME, called);
            MlflowLayout.change(home, "run_name", called);
        } catch (IOException e) {
            throw new TrackingException("Run " + run.shortId() + " could not be changed: " + e.getMessage(), e);
        }
        cache.forget(home);
        return read(home);
    }

    /** Writes one run as it was kept, or several as a list of them. */
    public void export(List<RunRecord> chosen, Path file) {
        try {
            if (chosen.size() == 1) {
                Files.copy(artifacts(chosen.getFirst()).resolve(MlflowLayout.RESULT), file,
                        StandardCopyOption.REPLACE_EXISTING);
                return;
            }
            try (SequenceWriter writer = json.writer().writeValuesAsArray(file.toFile())) {
                for (RunRecord run : chosen) {
                    writer.write(json.readTree(artifacts(run).resolve(MlflowLayout.RESULT).toFile()));
                }
            }
        } catch (IOException e) {
            throw new TrackingException("The runs were not written to " + file + ": " + e.getMessage()
                    + ". Choose another folder.", e);
        }
    }

    /** Marks a run deleted, as MLflow does; {@link #restore} takes it back, {@link #purge} is for good. */
    public void delete(RunRecord run) {
        mark(run, "deleted");
    }

    public void restore(RunRecord run) {
        mark(run, "active");
    }

    private void mark(RunRecord run, String stage) {
        try {
            MlflowLayout.change(home(run), "lifecycle_stage", stage);
        } catch (IOException e) {
            throw new TrackingException("Run " + run.shortId() + " could not be changed: " + e.getMessage(), e);
        }
    }

    /** Removes all runs marked deleted from the disk; returns how many. */
    public int purge() {
        List<RunRecord> gone = list(true).runs().stream().filter(RunRecord::deleted).toList();
        for (RunRecord run : gone) {
            try {
                // Out of the list in one step, then at leisure.
                Files.createDirectories(incoming.folder());
                Path out = incoming.place("gone-" + run.id());
                Files.move(home(run), out, StandardCopyOption.ATOMIC_MOVE);
                Incoming.delete(out);
            } catch (IOException e) {
                throw new TrackingException("Run " + run.shortId() + " could not be removed: " + e.getMessage(), e);
            }
        }
        return gone.size();
    }

    /** The newest run of an experiment that is not marked deleted. */
    public Optional<RunRecord> newest(String experiment) {
        return list(false).runs().stream().filter(run -> run.experiment().equals(experiment)).findFirst();
    }
}
