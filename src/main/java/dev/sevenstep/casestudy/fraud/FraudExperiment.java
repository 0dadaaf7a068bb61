package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.pipeline.Approach;
import dev.sevenstep.pipeline.BinaryIntervals;
import dev.sevenstep.pipeline.BinaryTest;
import dev.sevenstep.pipeline.DatasetInfo;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.Explainer;
import dev.sevenstep.pipeline.LatencyProbe;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Parameter;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.pipeline.RunUnderWay;
import dev.sevenstep.pipeline.StageTimer;
import dev.sevenstep.stats.Resampling;
import dev.sevenstep.task.Parallel;
import dev.sevenstep.task.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Card fraud: five methods, each with the features of the transaction alone and with the history of card and terminal, trained
 * and judged on the same days.
 */
public final class FraudExperiment implements Experiment {
    private static final int LATENCY_WARM_UP = 2_000;
    private static final int LATENCY_SAMPLES = 5_000;
    private static final double LATENCY_SECONDS = 0.5;

    private final Clock clock;
    private final LongSupplier nanoClock;
    private final LatencyProbe probe;
    private final List<Method> methods;

    /** @param clock for the time of a run in its provenance */
    public FraudExperiment(Clock clock) {
        this(clock, System::nanoTime);
    }

    /**
     * @param clock for the time of a run in its provenance
     * @param nanoClock what stages and requests are timed with
     */
    public FraudExperiment(Clock clock, LongSupplier nanoClock) {
        this(clock, nanoClock, new LatencyProbe(nanoClock, LATENCY_WARM_UP, LATENCY_SAMPLES, LATENCY_SECONDS),
                methods());
    }

    /** In the order to show them. */
    static List<Method> methods() {
        return List.of(new RulesMethod(), TribuoMethod.logisticRegression(), TribuoMethod.decisionTree(),
                TribuoMethod.randomForest(), TribuoMethod.gradientBoosting());
    }

    FraudExperiment(Clock clock, LongSupplier nanoClock, LatencyProbe probe, List<Method> methods) {
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.probe = probe;
        this.methods = List.copyOf(methods);
    }

    @Override
    public String id() {
        return "fraud";
    }

    @Override
    public String title() {
        return "Card fraud in real time";
    }

    @Override
    public String summary() {
        return "Rules, logistic regression, a tree, a forest and boosting look for fraud among card transactions, each with and"
                + " without the history of card and terminal. Simulated transactions unless you give a file.";
    }

    @Override
    public List<Parameter> parameters() {
        return FraudOptions.parameters();
    }

    @Override
    public List<Preset> presets() {
        return List.of(FraudOptions.FULL_SIZE);
    }

    @Override
    public List<MetricSpec> metrics() {
        return FraudOptions.metrics();
    }

    @Override
    public RunResult run(ParameterValues parameters, long seed, int threads, Progress progress) {
        RunUnderWay begun = new RunUnderWay(this, parameters, seed, threads, clock, nanoClock);
        StageTimer timer = begun.timer();
        Transactions data = transactions(parameters, seed, timer, progress);
        boolean handbook = parameters.text(FraudOptions.PROTOCOL).equals(FraudOptions.HANDBOOK);
        int delay = handbook ? 7 : parameters.whole(FraudOptions.DELAY);
        FraudSplit split = handbook
                ? FraudSplit.handbook(data)
                : FraudSplit.automatic(data, parameters.whole(FraudOptions.TRAIN_DAYS), delay,
                        parameters.whole(FraudOptions.TEST_DAYS));
        FeatureTable table = timer.time("features", "Streaming features", progress,
                inner -> FeatureTable.of(data,
                        IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test())).toArray(), delay,
                        parameters.text(FraudOptions.FEATURES).equals(FraudOptions.EXTENDED), inner));
        Rows rows = new Rows(data, split, table);
        double falsePositive = parameters.real(FraudOptions.FALSE_POSITIVE_COST);
        double falseNegative = parameters.real(FraudOptions.FALSE_NEGATIVE_COST);
        BinaryTest test = new BinaryTest(rows.testLabels, rows.testDays, rows.testCards,
                new TransactionRecords(data, split.test()), falsePositive, falseNegative,
                parameters.whole(FraudOptions.CAPACITY), split.period(),
                new BinaryTest.Words("transactions", "fraud", "cards"),
                new Resampling(seed, parameters.whole(FraudOptions.REPLICATES)));

        List<ApproachRun> runs = new ArrayList<>();
        for (Method method : methods) {
            runs.add(new ApproachRun(method, true, nanoClock));
            runs.add(new ApproachRun(method, false, nanoClock));
        }
        Parallel.forEach(threads, runs.size(), i -> {
            ApproachRun run = runs.get(i);
            if (run.streaming() && rows.train.features().size() == rows.train.plain()) {
                run.markUnavailable("the data name neither card nor terminal, so there is no history to use");
            } else {
                run.trainAndScore(rows.train(run), rows.trainLabels, rows.test(run), falsePositive, falseNegative, seed,
                        progress);
            }
        });
        // One after another with nothing beside it, or the percentiles would tell of the neighbours.
        for (ApproachRun run : runs) {
            run.measureLatency(rows.test(run), probe, progress);
        }
        List<BinaryIntervals.Judged> judged = timer.time("intervals", "Bootstrap intervals", progress,
                inner -> new BinaryIntervals(test, metrics()).judge(runs.stream()
                        .map(run -> new BinaryIntervals.Scored(run.scores(), run.threshold())).toList(), threads,
                        inner));
        List<Approach> approaches = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            approaches.add(approach(runs.get(i), judged.get(i), rows));
        }
        DatasetInfo info = new DatasetInfo(data.info().name(), data.info().hash(), data.rows(), data.info().simulated(),
                data.info().note() + ". " + split.note());
        return begun.result(info, metrics(), approaches).with(test);
    }

    private static Transactions transactions(ParameterValues parameters, long seed, StageTimer timer,
            Progress progress) {
        String file = parameters.text(FraudOptions.DATA);
        if (file.isBlank()) {
            return timer.time("generate", "Simulating transactions", progress,
                    inner -> Simulator.simulate(parameters.whole(FraudOptions.CUSTOMERS),
                            parameters.whole(FraudOptions.TERMINALS), parameters.whole(FraudOptions.DAYS), seed,
                            inner));
        }
        return timer.time("load", "Loading transactions", progress,
                inner -> TransactionFile.read(Path.of(file), parameters.text(FraudOptions.MAPPING), inner));
    }

    /** Training and test rows with their labels, with all features and with the plain ones. */
    private static final class Rows {
        final FeatureTable train;
        final FeatureTable test;
        final FeatureTable plainTrain;
        final FeatureTable plainTest;
        final boolean[] trainLabels;
        final boolean[] testLabels;
        final int[] testDays;
        final int[] testCards;
        final double[] typical;

        Rows(Transactions data, FraudSplit split, FeatureTable table) {
            int border = split.train().length;
            train = table.slice(0, border);
            test = table.slice(border, table.rows().length);
            plainTrain = train.plainOnly();
            plainTest = test.plainOnly();
            trainLabels = labels(data, split.train());
            testLabels = labels(data, split.test());
            testDays = Arrays.stream(split.test()).map(data::day).toArray();
            testCards = data.hasCards()
                    ? Arrays.stream(split.test()).map(row -> data.card()[row]).toArray()
                    : IntStream.range(0, split.test().length).toArray();
            typical = Occlusion.medians(train);
        }

        private static boolean[] labels(Transactions data, int[] rows) {
            boolean[] labels = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                labels[i] = data.fraud()[rows[i]];
            }
            return labels;
        }

        FeatureTable train(ApproachRun run) {
            return run.streaming() ? train : plainTrain;
        }

        FeatureTable test(ApproachRun run) {
            return run.streaming() ? test : plainTest;
        }
    }

    private static Approach approach(ApproachRun run, BinaryIntervals.Judged judged, Rows rows) {
        Optional<Explainer> explainer = run.classifier()
                .map(classifier -> new Occlusion(classifier, rows.test(run), rows.typical));
        return new Approach(run.id(), run.name(), run.family(), judged.metrics(), judged.bands(),
                run.timer().times(), run.latency(),
                run.classifier().map(Method.Classifier::bytes).orElse(0L), run.scores(), run.threshold(), explainer,
                run.unavailable());
    }
}
