package dev.sevenstep.tracking;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The plans of sweeps, a file each in {@code sweeps/} of the runs' folder. Their trials are among the kept runs; a plan only says
 * what was asked for, so one without its file is still a sweep, and one whose file is damaged loses no trial.
 */
public final class SweepStore {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _.\\-]{0,59}");

    private final Path folder;
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public SweepStore(RunStore store) {
        folder = store.folder().resolve("sweeps");
    }

    /**
     * Writes a plan in place of one of the same name; the file is old or new, never half.
     *
     * @throws TrackingException when the name is none or the folder cannot be written
     */
    public void save(SweepPlan plan) {
        Path file = file(plan.name());
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "plan", ".new");
            json.writeValue(fresh.toFile(), plan);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TrackingException("The plan of the sweep was not kept in " + folder + ": " + e.getMessage()
                    + ". Make room or allow writing.", e);
        }
    }

    /** Plans by name, those that can go on first; what cannot be read is passed over, since its trials are kept. */
    public List<SweepPlan> list() {
        List<SweepPlan> plans = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return plans;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                try {
                    plans.add(json.readValue(file.toFile(), SweepPlan.class));
                } catch (IOException _) {
                    continue;
                }
            }
        } catch (IOException e) {
            throw new TrackingException(folder + " cannot be read: " + e.getMessage(), e);
        }
        plans.sort(Comparator.comparing(SweepPlan::unfinished).reversed().thenComparing(SweepPlan::name));
        return plans;
    }

    /** Forgets a plan; its trials stay among the kept runs. */
    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new TrackingException("The plan of the sweep was not removed: " + e.getMessage(), e);
        }
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new TrackingException("'" + name + "' is no name for a sweep: letters, digits, space, _ . -");
        }
        return folder.resolve(name + ".json");
    }
}
