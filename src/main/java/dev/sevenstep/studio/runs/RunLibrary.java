package dev.sevenstep.studio.runs;

import dev.sevenstep.studio.control.Background;
import dev.sevenstep.tracking.ModelRegistry;
import dev.sevenstep.tracking.ModelVersion;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import dev.sevenstep.tracking.TrackingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The kept runs and model versions as last read. The disk is touched off the JavaFX thread, the rest is for that thread. */
final class RunLibrary {
    private final RunStore store;
    private final ModelRegistry registry;
    private final Executor executor;
    private final Consumer<String> problem;
    private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper(this, "changing");
    private final ReadOnlyObjectWrapper<List<ModelVersion>> versions = new ReadOnlyObjectWrapper<>(this, "versions",
            List.of());
    private final ReadOnlyObjectWrapper<List<String>> damaged = new ReadOnlyObjectWrapper<>(this, "damaged",
            List.of());
    private long newest;

    /** @param problem told in words what went wrong, on the JavaFX thread */
    RunLibrary(RunStore store, ModelRegistry registry, Executor executor, Consumer<String> problem) {
        this.store = store;
        this.registry = registry;
        this.executor = executor;
        this.problem = problem;
    }

    /** Newest first, without those marked deleted. */
    ObservableList<RunRecord> runs() {
        return runs;
    }

    /** Whether the store was read at least once: before, an empty list says nothing. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** True while rows are exchanged: what a table makes of that is no choice of the user's. */
    ReadOnlyBooleanProperty changingProperty() {
        return changing.getReadOnlyProperty();
    }

    private void change(List<RunRecord> now) {
        if (!runs.equals(now)) {
            changing.set(true);
            runs.setAll(now);
            changing.set(false);
        }
    }

    ReadOnlyObjectProperty<List<ModelVersion>> versionsProperty() {
        return versions.getReadOnlyProperty();
    }

    /** What could not be read, in words. */
    ReadOnlyObjectProperty<List<String>> damagedProperty() {
        return damaged.getReadOnlyProperty();
    }

    RunStore store() {
        return store;
    }

    ModelRegistry registry() {
        return registry;
    }

    Optional<RunRecord> find(String id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** The versions of models that a run made. */
    List<ModelVersion> versionsOf(RunRecord run) {
        return versions.get().stream().filter(version -> version.runId().equals(run.id())).toList();
    }

    /** What is on the disk at one moment. */
    private record Read(RunStore.Listing runs, ModelRegistry.Listing models) {}

    /** Reads everything again. */
    void load() {
        long request = ++newest;
        work(() -> new Read(store.list(false), registry.list()), read -> {
            if (request == newest) {
                show(read);
            }
        }, () -> {});
    }

    private void show(Read read) {
        damaged.set(Stream.concat(read.runs().problems().stream(), read.models().problems().stream()).toList());
        versions.set(read.models().versions());
        change(read.runs().runs());
        loaded.set(true);
    }

    /** A run that was just kept, by this window. */
    void added(RunRecord run) {
        if (loaded.get() && find(run.id()).isEmpty()) {
            List<RunRecord> now = new ArrayList<>(runs);
            now.addFirst(run);
            change(now);
        }
    }

    void delete(List<RunRecord> gone, Runnable done) {
        work(() -> {
            gone.forEach(store::delete);
            return gone;
        }, _ -> {
            Set<String> ids = gone.stream().map(RunRecord::id).collect(Collectors.toSet());
            change(runs.stream().filter(run -> !ids.contains(run.id())).toList());
            done.run();
        }, this::load);
    }

    void restore(List<RunRecord> back) {
        work(() -> {
            back.forEach(store::restore);
            return back;
        }, _ -> load(), this::load);
    }

    void describe(RunRecord run, String name, String note, List<String> labels) {
        work(() -> store.describe(run, name, note, labels),
                now -> change(runs.stream().map(known -> known.id().equals(now.id()) ? now : known).toList()),
                this::load);
    }

    /** Does something to the store, then reads it again; what fails is told. */
    void alter(Runnable work) {
        work(() -> {
            work.run();
            return true;
        }, _ -> load(), () -> {});
    }

    /** Does something that takes long; what fails is told. */
    <T> void work(Supplier<T> work, Consumer<T> done, Runnable failed) {
        Background.run(executor, () -> attempt(work), outcome -> {
            if (outcome.failure() == null) {
                done.accept(outcome.value());
            } else {
                failed.run();
                problem.accept(outcome.failure());
            }
        });
    }

    private record Outcome<T>(T value, @Nullable String failure) {}

    @SuppressWarnings("NullAway") // the value is read only where nothing failed
    private static <T> Outcome<T> attempt(Supplier<T> work) {
        try {
            return new Outcome<>(work.get(), null);
        } catch (TrackingException e) {
            return new Outcome<>(null, String.valueOf(e.getMessage()));
        }
    }
}
