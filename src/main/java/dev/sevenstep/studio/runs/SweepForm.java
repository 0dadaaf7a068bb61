package dev.sevenstep.studio.runs;

import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.studio.control.Card;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.control.Segmented;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.Sweep;
import dev.sevenstep.tracking.SweepPlan;
import dev.sevenstep.tracking.TrackedApproach;
import dev.sevenstep.tracking.TrackingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What a sweep is to vary, what it is to improve, and how long. Checked while it is written. */
final class SweepForm extends ScrollPane {
    /** Below this width the fields stand one below the other. */
    private static final double NARROW = 620;
    private static final int TRIALS = 20;
    private static final int MINUTES = 30;

    private final Parts parts;
    private final ComboBox<Experiment> cases = new ComboBox<>();
    private final TextField name = field("sweep-name", "Name");
    private final ComboBox<TrackedApproach> approach = new ComboBox<>();
    private final ComboBox<MetricSpec> metric = new ComboBox<>();
    private final Segmented<SweepPlan.Method> method = new Segmented<>(List.of(SweepPlan.Method.values()),
            way -> switch (way) {
                case GRID -> "Grid";
                case RANDOM -> "Random";
                case BAYES -> "Bayesian";
            }, SweepPlan.Method.BAYES);
    private final TextField trials = field("sweep-trials", "Trials");
    private final TextField minutes = field("sweep-minutes", "Minutes");
    private final TextField patience = field("sweep-patience", "Stop after so many trials without a better one");
    private final TextField seed = field("sweep-seed", "Seed");
    private final GridPane rows = new GridPane();
    private final Label summary = new Label();
    private final Button start = new Button("Start sweep");
    private final List<SweepRow> parameters = new ArrayList<>();
    private final Predicate<String> planned;
    private Optional<SweepPlan> plan = Optional.empty();

    /**
     * @param planned whether there is a sweep of a name, with trials or without
     * @param begin gets the plan when the user starts it
     */
    SweepForm(Parts parts, Predicate<String> planned, Consumer<SweepPlan> begin) {
        this.parts = parts;
        this.planned = planned;
        setId("sweep-form");
        getStyleClass().addAll("edge-to-edge", "runs-board");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        box(cases, "sweep-case", "Case study", Experiment::title);
        box(approach, "sweep-approach", "Approach to improve", TrackedApproach::name);
        box(metric, "sweep-metric", "Figure to improve",
                spec -> spec.label() + (spec.higherIsBetter() ? ", more is better" : ", less is better"));
        cases.getItems().setAll(parts.context().experiments().get());
        method.setId("sweep-method");
        trials.setText(Integer.toString(TRIALS));
        minutes.setText(Integer.toString(MINUTES));
        patience.setText("0");
        seed.setText("7");
        rename();
        for (TextField field : List.of(name, trials, minutes, patience, seed)) {
            field.textProperty().subscribe(_ -> check());
        }
        for (ComboBox<?> box : List.of(approach, metric)) {
            box.valueProperty().subscribe(_ -> check());
        }
        method.valueProperty().subscribe(_ -> check());
        summary.setId("sweep-summary");
        summary.setWrapText(true);
        start.setId("sweep-start");
        start.getStyleClass().add("accent");
        start.setMinWidth(USE_PREF_SIZE);
        start.setOnAction(_ -> plan.ifPresent(begin));
        rows.getStyleClass().add("sweep-rows");
        setContent(content());
        cases.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                choose();
            }
        });
        cases.setValue(cases.getItems().getFirst());
    }

    private static TextField field(String id, String words) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(words);
        field.setPrefColumnCount(6);
        return field;
    }

    private static <T> void box(ComboBox<T> box, String id, String words, Function<T, String> text) {
        box.setId(id);
        box.setAccessibleText(words);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String written) {
                return box.getItems().stream().filter(value -> text.apply(value).equals(written)).findFirst()
                        .orElseThrow();
            }
        });
    }

    private Node content() {
        GridPane head = new GridPane();
        head.getStyleClass().add("sweep-rows");
        List<Node[]> fields = List.of(new Node[]{words("Case study"), cases}, new Node[]{words("Name"), name},
                new Node[]{words("Improve"), metric}, new Node[]{words("of"), approach},
                new Node[]{words("Method"), method}, new Node[]{words("Seed"), seed},
                new Node[]{words("Stop after"), new Row(trials, words("trials or"), minutes, words("minutes"))},
                new Node[]{words("or"), new Row(patience, words("trials without a better one (0: never)"))});
        ColumnConstraints narrow = new ColumnConstraints();
        narrow.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        head.getColumnConstraints().setAll(narrow, wide, narrow, wide);
        widthProperty().map(width -> width.doubleValue() > 0 && width.doubleValue() < NARROW ? 1 : 2)
                .subscribe(beside -> {
                    head.getChildren().clear();
                    for (int i = 0; i < fields.size(); i++) {
                        head.add(fields.get(i)[0], i % beside * 2, i / beside);
                        head.add(fields.get(i)[1], i % beside * 2 + 1, i / beside);
                    }
                });
        Card goal = new Card("New sweep");
        goal.setBody(new VBox(8, head, new Row(start, summary)));
        ColumnConstraints value = new ColumnConstraints();
        // The help gives way to what is written.
        value.setMinWidth(120);
        value.setPrefWidth(240);
        rows.getColumnConstraints().setAll(narrow, value, narrow, wide);
        Card vary = new Card("Parameters: tick what to vary");
        vary.setSubtitle("a list, 7, 14, 21, a range, 3..28, or choices together, ease+als, ease");
        vary.setBody(rows);
        VBox all = new VBox(goal, vary);
        all.getStyleClass().add("sweep-form");
        return all;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** Gives the next sweep a name of its own. */
    void rename() {
        String now = "sweep-" + RunWords.time(parts.context().clock().instant(), parts.context().clock())
                .replace(' ', '-').replace(':', '.');
        name.setText(IntStream.iterate(2, i -> i + 1).mapToObj(i -> now + "-" + i).filter(free -> !taken(free))
                .findFirst().filter(_ -> taken(now)).orElse(now));
    }

    private boolean taken(String name) {
        return planned.test(name)
                || parts.library().runs().stream().anyMatch(run -> run.sweep().equals(Optional.of(name)));
    }

    /** Fills what depends on the case. */
    private void choose() {
        Experiment experiment = cases.getValue();
        metric.getItems().setAll(experiment.metrics());
        metric.setValue(experiment.metrics().getFirst());
        parameters.clear();
        rows.getChildren().clear();
        int row = 0;
        for (Parameter parameter : experiment.parameters()) {
            SweepRow made = new SweepRow(parameter, this::check);
            parameters.add(made);
            rows.addRow(row++, made.cells());
        }
        know();
    }

    /** Which approaches a case has is known from its kept runs. */
    void know() {
        if (cases.getValue() == null) {
            return;
        }
        String id = cases.getValue().id();
        List<TrackedApproach> known = parts.library().runs().stream().filter(run -> run.experiment().equals(id))
                .findFirst().map(RunRecord::approaches).orElse(List.of()).stream()
                .filter(of -> of.unavailable().isEmpty()).toList();
        String before = approach.getValue() == null ? "" : approach.getValue().id();
        approach.getItems().setAll(known);
        approach.setPromptText(known.isEmpty() ? "run the case once first" : "");
        approach.setValue(known.stream().filter(of -> of.id().equals(before)).findFirst()
                .or(() -> parts.library().runs().stream().filter(run -> run.experiment().equals(id)).findFirst()
                        .flatMap(RunRecord::best).flatMap(best -> known.stream()
                                .filter(of -> of.id().equals(best.id())).findFirst()))
                .orElse(null));
        check();
    }

    /** Says in one line what would happen, or what is in the way. */
    private void check() {
        plan = Optional.empty();
        summary.getStyleClass().remove("error-text");
        try {
            plan = Optional.of(read());
            summary.setText(plan.map(this::forecast).orElse(""));
        } catch (TrackingException | RunException e) {
            summary.setText(String.valueOf(e.getMessage()));
            summary.getStyleClass().add("error-text");
        }
        start.setDisable(plan.isEmpty());
    }

    private SweepPlan read() {
        Experiment experiment = cases.getValue();
        if (experiment == null) {
            throw new TrackingException("Choose a case study");
        }
        Map<String, String> base = new LinkedHashMap<>();
        List<String> vary = new ArrayList<>();
        ParameterValues values = ParameterValues.of(experiment.parameters());
        for (SweepRow row : parameters) {
            if (row.varied()) {
                vary.add(row.dimension(experiment.parameters()));
            } else {
                values = values.with(row.key(), row.text());
            }
        }
        values.asMap().forEach((key, value) -> base.put(key, String.valueOf(value)));
        if (vary.isEmpty()) {
            throw new TrackingException("Tick at least one parameter to vary.");
        }
        if (approach.getValue() == null) {
            throw new TrackingException("Run the case once first, so that its approaches are known.");
        }
        if (metric.getValue() == null) {
            throw new TrackingException("Choose a figure to improve.");
        }
        int most = whole(trials, 1);
        if (taken(name.getText().strip())) {
            throw new TrackingException("There is a sweep “" + name.getText().strip()
                    + "” already. Give this one another name.");
        }
        return new SweepPlan(name.getText().strip(), experiment.id(), base, vary, method.getValue(),
                new Sweep.Objective(approach.getValue().id(), metric.getValue().key()),
                new Sweep.Budget(most, whole(minutes, 1) * 60.0, whole(patience, 0)), whole(seed, 0), "");
    }

    private static int whole(TextField field, int least) {
        try {
            int value = Integer.parseInt(field.getText().strip());
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number that is too small.
        }
        throw new TrackingException(field.getAccessibleText() + ": a whole number from " + least + " on");
    }

    /** How much it will be, by the kept runs of the case. */
    private String forecast(SweepPlan asked) {
        Experiment experiment = cases.getValue();
        int asking = asked.budget().trials();
        OptionalLong size = asked.search(experiment).size();
        boolean whole = size.isPresent() && size.getAsLong() <= asking;
        int most = whole ? (int) size.getAsLong() : asking;
        double[] seconds = parts.library().runs().stream().filter(run -> run.experiment().equals(experiment.id()))
                .mapToDouble(RunRecord::seconds).sorted().toArray();
        String about = seconds.length == 0
                ? ""
                : "; the kept runs took " + RunWords.duration(seconds[seconds.length / 2])
                        + " each, so about " + RunWords.duration(Math.min(asked.budget().seconds(),
                                most * seconds[seconds.length / 2]));
        return most + (most == 1 ? " trial" : " trials") + (whole ? ", the whole space" : "") + about + ".";
    }
}
