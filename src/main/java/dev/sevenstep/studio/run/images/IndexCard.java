package dev.sevenstep.studio.run.images;

import dev.sevenstep.chart.Numbers;
import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.ImageSearch;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.vectors.IndexSpec;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.task.Job;
import dev.sevenstep.task.Stage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The index of the first approach: built anew as its form changes, asked with more or less effort as sliders move. */
public final class IndexCard extends Card {
    /** A slider on its way should not start what it will leave behind. */
    private static final Duration REST = Duration.millis(300);
    private static final String ENDING = "index";

    private final ImageContext context;
    private final ImageModel model;
    private final IndexForm form = new IndexForm(this::rest, this::searchOtherwise);
    private final Label facts = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel = new Button("Cancel");
    private final Row progress = new Row(bar, cancel);
    private final Button save = new Button("Save index…");
    private final Button open = new Button("Open index…");
    private final Newest files;
    private final PauseTransition rest = new PauseTransition(REST);
    private final AtomicBoolean told = new AtomicBoolean();
    private Optional<Job<ImageSearch.Searcher>> job = Optional.empty();
    private Optional<Approach> shown = Optional.empty();

    public IndexCard(ImageContext context) {
        super("Index");
        this.context = context;
        model = context.model();
        files = new Newest(context);
        setId("index-card");
        facts.setId("index-facts");
        facts.setWrapText(true);
        facts.setMinHeight(USE_PREF_SIZE);
        facts.getStyleClass().addAll("muted", "small-text");
        bar.setId("index-progress");
        bar.setAccessibleText("Building the index");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        cancel.setId("index-cancel");
        cancel.setOnAction(_ -> cancel());
        progress.setVisible(false);
        save.setId("index-save");
        save.setOnAction(_ -> save());
        open.setId("index-open");
        open.setOnAction(_ -> open());
        VBox body = new VBox(10, form, progress, facts, new Row(save, open));
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "index-scroll");
        setBody(scroll);
        rest.setOnFinished(_ -> build());
        model.firstProperty().subscribe(_ -> load());
        model.liveProperty().subscribe(_ -> load());
    }

    private void load() {
        Optional<Approach> approach = model.firstProperty().get();
        if (!approach.equals(shown)) {
            rest.stop();
            stop();
            shown = approach;
        }
        setSubtitle(approach.map(of -> "of " + of.name()).orElse(""));
        setDisable(approach.isEmpty());
        boolean repeats = model.live(approach).filter(live -> live.searcher().repeats()).isPresent();
        form.setDisable(repeats);
        save.setDisable(repeats);
        open.setDisable(repeats);
        model.live(approach).ifPresent(live -> {
            if (job.isEmpty()) {
                form.load(live.searcher().index(), live.effort());
            }
            facts.setText("In use: " + live.searcher().index().label() + ". "
                    + Numbers.whole(Math.round(live.searcher().bytesPerVector())) + " bytes a vector. "
                    + (repeats ? "Other indexes need the vectors, which are not kept with a run." : live.origin()));
        });
    }

    private void searchOtherwise() {
        model.live(shown).ifPresent(live -> shown.ifPresent(
                of -> model.use(of.id(), live.with(form.effort()))));
    }

    private void rest() {
        rest.playFromStart();
    }

    private void build() {
        Optional<ImageModel.Live> live = model.live(shown);
        if (live.isEmpty() || shown.isEmpty()) {
            return;
        }
        stop();
        IndexSpec spec = form.spec();
        if (spec.equals(live.get().searcher().index())) {
            return;
        }
        Approach of = shown.get();
        ImageSearch.Searcher from = live.get().searcher();
        progress.setVisible(true);
        bar.setProgress(0);
        try {
            Job<ImageSearch.Searcher> started = Job.start(context.executor(), context.nanoClock(), this::report,
                    inner -> inner.stage("Building the index", stage -> from.with(spec, context.threads(), stage)));
            job = Optional.of(started);
            started.result().whenComplete((made, failure) -> Platform.runLater(() -> {
                if (job.equals(Optional.of(started))) {
                    done(of, made, failure, started.snapshot().seconds());
                }
            }));
        } catch (RejectedExecutionException _) {
            // The window is closing.
            progress.setVisible(false);
        }
    }

    private void report(Job.Snapshot snapshot) {
        if (told.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                told.set(false);
                bar.setProgress(job.flatMap(now -> now.snapshot().current()).map(Stage::fraction).orElse(0.0));
            });
        }
    }

    private void done(Approach of, ImageSearch.@Nullable Searcher made, @Nullable Throwable failure, double seconds) {
        job = Optional.empty();
        progress.setVisible(false);
        if (made != null) {
            model.use(of.id(), ImageModel.Live.built(made, form.effort(), seconds));
            return;
        }
        load();
        if (failure != null && !(failure instanceof CancellationException)) {
            failed(failure);
        }
    }

    private void save() {
        model.live(shown).ifPresent(live -> context.files()
                .save("Save index", shown.map(of -> of.id().replace('/', '-')).orElse("") + "." + ENDING,
                        List.of(ENDING))
                .ifPresent(file -> files.ask(_ -> {
                    live.searcher().save(file);
                    return file;
                }, saved -> context.notice().accept("Saved " + saved.getFileName()), this::failed)));
    }

    /** An index of another embedding is refused; why is a lesson, and is shown. */
    private void open() {
        Optional<ImageModel.Live> live = model.live(shown);
        shown.ifPresent(of -> live.ifPresent(now -> context.files().open("Open index", List.of(ENDING))
                .ifPresent(file -> files.ask(_ -> now.searcher().open(file), opened -> {
                    rest.stop();
                    stop();
                    model.use(of.id(), ImageModel.Live.opened(opened, form.effort(), file));
                }, this::failed))));
    }

    private void failed(Throwable failure) {
        context.problem().accept(failure instanceof RunException && failure.getMessage() != null
                ? failure.getMessage()
                : "The index was not built or opened: " + failure + ". The one before is still in use.");
    }

    private void stop() {
        job.ifPresent(Job::cancel);
        job = Optional.empty();
        progress.setVisible(false);
    }

    /** Back to the index in use. */
    private void cancel() {
        rest.stop();
        stop();
        load();
    }
}
