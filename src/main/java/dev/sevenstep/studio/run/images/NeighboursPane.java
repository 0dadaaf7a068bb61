package dev.sevenstep.studio.run.images;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.vectors.IndexQuality;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What one approach finds: exact neighbours, and below them those of its index with what it missed. */
final class NeighboursPane extends VBox {
    private static final double MICROS_PER_MILLI = 1e3;
    private static final double SLOW_MICROS = 400_000;
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final ImageContext context;
    private final ObjectProperty<Optional<Approach>> approach;
    private final Newest newest;
    private final ComboBox<Optional<Approach>> chooser = new ComboBox<>();
    private final Label figures = new Label();
    private final Button again = new Button("Search again");
    private final Waiting waiting;
    private final Label exactHead = new Label();
    private final Label foundHead = new Label();
    private final PictureGrid exact;
    private final PictureGrid found;
    private final ReadOnlyBooleanWrapper approximate = new ReadOnlyBooleanWrapper(this, "approximate");
    private Optional<Question> asked = Optional.empty();

    private record Question(Subject subject, Approach approach, ImageModel.Live live) {}

    /**
     * @param name tells the panes apart
     * @param approach whose neighbours; empty for none
     * @param optional whether "none" is offered
     */
    NeighboursPane(String name, ImageContext context, ObjectProperty<Optional<Approach>> approach, boolean optional) {
        this.context = context;
        this.approach = approach;
        newest = new Newest(context);
        getStyleClass().add("neighbours");
        chooser.setId("neighbours-approach-" + name);
        chooser.setAccessibleText("Approach of the " + name + " neighbours");
        chooser.setConverter(converter());
        chooser.setOnAction(_ -> choose());
        figures.setId("neighbours-figures-" + name);
        figures.getStyleClass().add("muted");
        exactHead.getStyleClass().add("section-title");
        foundHead.getStyleClass().add("section-title");
        foundHead.setId("neighbours-index-" + name);
        exact = PictureGrid.row(context.images(), 2, this::pick);
        exact.setId("neighbours-exact-" + name);
        exact.setAccessibleText("Exact neighbours of " + name);
        found = PictureGrid.row(context.images(), 2, this::pick);
        found.setId("neighbours-found-" + name);
        found.setAccessibleText("Neighbours that the index found of " + name);
        waiting = new Waiting("neighbours-waiting-" + name, newest, this::cancelled);
        again.setId("neighbours-again-" + name);
        again.getStyleClass().add("small");
        again.managedProperty().bind(again.visibleProperty());
        again.setVisible(false);
        again.setOnAction(_ -> {
            asked = Optional.empty();
            refresh();
        });
        figures.visibleProperty().bind(waiting.visibleProperty().not());
        figures.managedProperty().bind(figures.visibleProperty());
        // What is still there answers another question.
        waiting.visibleProperty().subscribe(shown -> pseudoClassStateChanged(OLD, shown));
        FlowPane head = new FlowPane(chooser, figures, again, waiting);
        head.getStyleClass().add("neighbours-head");
        getChildren().addAll(head, exactHead, exact, foundHead, found);
        context.model().shownProperty().subscribe(_ -> fill(optional));
        approach.subscribe(_ -> {
            chooser.setValue(approach.get());
            refresh();
        });
        context.model().trailProperty().subscribe(_ -> refresh());
        context.model().liveProperty().subscribe(_ -> refresh());
    }

    private StringConverter<Optional<Approach>> converter() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Optional<Approach> of) {
                return of == null ? "" : of.map(Approach::name).orElse("None beside it");
            }

            @Override
            public Optional<Approach> fromString(String text) {
                return chooser.getItems().stream().filter(of -> toString(of).equals(text)).findFirst()
                        .orElse(Optional.empty());
            }
        };
    }

    /** Whether its index may miss something, and so shows a second row. */
    ReadOnlyBooleanProperty approximateProperty() {
        return approximate.getReadOnlyProperty();
    }

    private void fill(boolean optional) {
        asked = Optional.empty();
        context.model().shownProperty().get().ifPresent(shown -> chooser.getItems().setAll(Stream.concat(
                optional ? Stream.of(Optional.<Approach>empty()) : Stream.empty(),
                shown.ran().stream().map(Optional::of)).toList()));
    }

    private void choose() {
        if (chooser.getValue() != null) {
            approach.set(chooser.getValue());
        }
    }

    private void pick(PictureList.Shown shown) {
        context.model().look(new Subject.Item(shown.item()));
    }

    private void refresh() {
        ImageModel model = context.model();
        Optional<ImageModel.Live> live = model.live(approach.get());
        Optional<Subject> subject = model.trailProperty().get().here();
        if (live.isEmpty() || subject.isEmpty() || approach.get().isEmpty()) {
            asked = Optional.empty();
            newest.forget();
            clear();
            return;
        }
        Question question = new Question(subject.get(), approach.get().get(), live.get());
        if (asked.equals(Optional.of(question))) {
            return;
        }
        asked = Optional.of(question);
        again.setVisible(false);
        ImageTest test = model.test().orElseThrow();
        waiting.setWords("Searching among " + Numbers.whole(test.catalogue().size()) + " pictures");
        newest.ask(progress -> answer(question, test.cutoff(), progress), answer -> show(test, question, answer),
                this::failed);
    }

    /** A vector at hand is searched for twice where that is quick: the first time tells of a cold start. */
    private static ImageSearch.Answer answer(Question question, int cutoff, Progress progress) {
        ImageModel.Live live = question.live();
        ImageSearch.Answer first = question.subject().search(live.searcher(), cutoff, live.effort(), progress);
        return question.subject() instanceof Subject.Foreign || first.exactMicros() > SLOW_MICROS
                ? first
                : question.subject().search(live.searcher(), cutoff, live.effort(), progress.quiet());
    }

    /** The pictures there belong to what was searched for before. */
    private void cancelled() {
        clear();
        figures.setText("Search cancelled.");
        again.setVisible(true);
    }

    private void clear() {
        figures.setText("");
        exactHead.setText("");
        foundHead.setText("");
        approximate.set(false);
        rows(false, false);
    }

    private void rows(boolean any, boolean both) {
        exactHead.setVisible(any);
        exact.setVisible(any);
        exact.setManaged(any);
        foundHead.setVisible(both);
        foundHead.setManaged(both);
        found.setVisible(both);
        found.setManaged(both);
    }

    private void show(ImageTest test, Question question, ImageSearch.Answer answer) {
        boolean both = !question.live().searcher().index().equals(IndexSpec.EXACT);
        Hits truth = new Hits(test, answer, true, question.subject().label(test));
        Hits given = new Hits(test, answer, false, question.subject().label(test));
        figures.setText(figures(truth, given, answer, both));
        String missed = !both
                ? ""
                : truth.unshared() == 0
                        ? ": none missed by the index"
                        : ": " + truth.unshared() + " missed by the index (dashed)";
        exactHead.setText("Compared with all " + Numbers.whole(test.catalogue().size())
                + time(answer.exactMicros()) + missed);
        foundHead.setText(question.live().searcher().index().label() + ": compared with "
                + Numbers.whole(answer.found().compared()) + time(answer.foundMicros())
                + (given.unshared() == 0
                        ? ""
                        : ", " + given.unshared() + " not among the exact " + truth.size() + " (dotted)"));
        rows(true, both);
        exact.show(truth);
        found.show(both ? given : PictureList.NONE);
        approximate.set(both);
    }

    private static String figures(Hits truth, Hits given, ImageSearch.Answer answer, boolean both) {
        int k = truth.size();
        List<String> figures = new ArrayList<>();
        if (!Double.isNaN(truth.precision())) {
            figures.add("precision@" + k + " " + Numbers.fixed(truth.precision(), 1)
                    + (both ? " exact, " + Numbers.fixed(given.precision(), 1) + " found" : ""));
        }
        if (both) {
            figures.add("recall@" + k + " " + Numbers.fixed(IndexQuality.recall(answer.exact(), answer.found()), 1));
        }
        if (answer.embedMicros() > 0) {
            figures.add("embedding " + millis(answer.embedMicros()));
        }
        return String.join(" · ", figures);
    }

    /** Nothing where it was not measured. */
    private static String time(double micros) {
        return Double.isNaN(micros) ? "" : " in " + millis(micros);
    }

    private static String millis(double micros) {
        return Numbers.significant(micros / MICROS_PER_MILLI, 2) + " ms";
    }

    private void failed(RuntimeException failure) {
        clear();
        figures.setText(failure instanceof RunException && failure.getMessage() != null
                ? failure.getMessage()
                : "The search failed: " + failure + ". Choose another picture or approach.");
    }
}
