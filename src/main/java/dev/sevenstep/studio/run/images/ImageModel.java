package dev.sevenstep.studio.run.images;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.StageTime;
import dev.sevenstep.pipeline.vectors.Effort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What is looked at: a run's pictures, what is searched for, by which approaches, in which indexes. For the JavaFX thread. */
public final class ImageModel {
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(this, "shown",
            Optional.empty());
    private final ReadOnlyObjectWrapper<Trail<Subject>> trail = new ReadOnlyObjectWrapper<>(this, "trail",
            Trail.empty());
    private final ObjectProperty<Optional<Approach>> first = new SimpleObjectProperty<>(this, "first",
            Optional.empty());
    private final ObjectProperty<Optional<Approach>> second = new SimpleObjectProperty<>(this, "second",
            Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, Live>> live = new ReadOnlyObjectWrapper<>(this, "live", Map.of());

    /**
     * A run's pictures.
     *
     * @param ran the approaches that can be asked
     */
    record Shown(RunResult result, ImageTest test, List<Approach> ran) {}

    /**
     * The index that an approach is asked with.
     *
     * @param buildSeconds that building it took; NaN for one that was opened
     * @param origin how it came about, in a sentence; may be empty
     */
    record Live(ImageSearch.Searcher searcher, Effort effort, double buildSeconds, String origin) {

        static Live built(ImageSearch.Searcher searcher, Effort effort, double seconds) {
            return new Live(searcher, effort, seconds,
                    Double.isNaN(seconds) ? "" : "Built in " + Numbers.significant(seconds, 2) + " s.");
        }

        static Live opened(ImageSearch.Searcher searcher, Effort effort, Path file) {
            return new Live(searcher, effort, Double.NaN, "Opened from " + file.getFileName() + ".");
        }

        Live with(Effort other) {
            return new Live(searcher, other, buildSeconds, origin);
        }
    }

    ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Trail<Subject>> trailProperty() {
        return trail.getReadOnlyProperty();
    }

    /** The approach whose index is tuned and whose mistakes are shown. */
    ObjectProperty<Optional<Approach>> firstProperty() {
        return first;
    }

    /** The approach beside it; empty for none. */
    ObjectProperty<Optional<Approach>> secondProperty() {
        return second;
    }

    /** By id of the approach. */
    ReadOnlyObjectProperty<Map<String, Live>> liveProperty() {
        return live.getReadOnlyProperty();
    }

    Optional<Live> live(Optional<Approach> approach) {
        return approach.flatMap(of -> Optional.ofNullable(live.get().get(of.id())));
    }

    /** Whether only the run's own queries have an answer: the models of a kept run are gone. */
    boolean onlyQueries() {
        return !live.get().isEmpty() && live.get().values().stream().allMatch(each -> each.searcher().repeats());
    }

    Optional<ImageTest> test() {
        return shown.get().map(Shown::test);
    }

    /** The search behind an approach, as the run left it. */
    Optional<ImageSearch> search(Optional<Approach> approach) {
        return approach.flatMap(of -> test().flatMap(test -> Optional.ofNullable(test.searches().get(of.id()))));
    }

    /** Shows a run from its first query on; of the same pictures, as after the run was made again, what was looked at stays. */
    public void show(RunResult result, ImageTest test) {
        List<Approach> ran = result.approaches().stream().filter(each -> test.searches().containsKey(each.id()))
                .toList();
        Optional<Subject> before = test()
                .flatMap(was -> trail.get().here().filter(subject -> subject.stays(was, test)));
        Optional<Approach> firstBefore = before.flatMap(_ -> same(first.get(), ran));
        Optional<Approach> secondBefore = before.flatMap(_ -> same(second.get(), ran));
        first.set(Optional.empty());
        second.set(Optional.empty());
        Map<String, Live> indexes = new HashMap<>();
        for (Approach approach : ran) {
            ImageSearch search = Objects.requireNonNull(test.searches().get(approach.id()));
            indexes.put(approach.id(), Live.built(search.searcher(), search.effort(), buildSeconds(approach)));
        }
        live.set(Map.copyOf(indexes));
        trail.set(Trail.empty());
        shown.set(Optional.of(new Shown(result, test, ran)));
        first.set(firstBefore.or(() -> ran.stream().findFirst()));
        second.set(secondBefore.or(() -> ran.size() > 1 ? Optional.of(ran.getLast()) : Optional.empty()));
        if (test.queries().size() > 0 && !ran.isEmpty()) {
            look(before.filter(subject -> subject instanceof Subject.Query || !onlyQueries())
                    .orElse(new Subject.Query(0)));
        }
    }

    private static Optional<Approach> same(Optional<Approach> before, List<Approach> ran) {
        return before.flatMap(was -> ran.stream().filter(each -> each.id().equals(was.id())).findFirst());
    }

    private static double buildSeconds(Approach approach) {
        return approach.stages().stream().filter(stage -> stage.name().equals("build")).findFirst()
                .map(StageTime::seconds).orElse(Double.NaN);
    }

    /** Searches for something else. */
    void look(Subject subject) {
        if (!trail.get().here().equals(Optional.of(subject))) {
            trail.set(trail.get().to(subject));
        }
    }

    /** The drawing has changed: it takes the place of what it was. */
    void redraw(Subject.Foreign before, Subject.Foreign now) {
        trail.set(trail.get().here().equals(Optional.of(before))
                ? trail.get().instead(now)
                : trail.get().to(now));
    }

    /** Back or forward. */
    void move(int steps) {
        trail.set(trail.get().move(steps));
    }

    /** Asks an approach with another index or effort from now on. */
    void use(String approach, Live now) {
        Map<String, Live> indexes = new HashMap<>(live.get());
        indexes.put(approach, now);
        live.set(Map.copyOf(indexes));
    }
}
