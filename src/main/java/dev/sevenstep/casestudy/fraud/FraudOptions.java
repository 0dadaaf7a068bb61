package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.MetricSpec;
import dev.sevenstep.pipeline.Parameter;
import java.util.List;
import java.util.Map;

/** The knobs of the fraud case and the meaning of its figures. */
final class FraudOptions {
    static final String DATA = "data";
    static final String PROTOCOL = "protocol";
    static final String MAPPING = "mapping";
    static final String FEATURES = "features";
    static final String CUSTOMERS = "customers";
    static final String TERMINALS = "terminals";
    static final String DAYS = "days";
    static final String DELAY = "labelDelayDays";
    static final String TRAIN_DAYS = "trainDays";
    static final String TEST_DAYS = "testDays";
    static final String FALSE_POSITIVE_COST = "falsePositiveCost";
    static final String FALSE_NEGATIVE_COST = "falseNegativeCost";
    static final String CAPACITY = "capacity";
    static final String REPLICATES = "replicates";

    static final String AUTO = "auto";
    static final String HANDBOOK = "handbook";
    static final String EXTENDED = "extended";

    /** The size of the handbook. */
    static final Experiment.Preset FULL_SIZE = new Experiment.Preset("Full size",
            "Simulates as much as the handbook: about 1.75 million transactions",
            Map.of(CUSTOMERS, "5000", TERMINALS, "10000", DAYS, "183"));

    private FraudOptions() {
    }

    static List<Parameter> parameters() {
        return List.of(
                new Parameter.File(DATA, "Transactions",
                        "A CSV file, plain or gzipped: the handbook's, ULB's creditcard.csv or your own. Empty: simulate.",
                        List.of("csv", "gz")),
                new Parameter.Choice(PROTOCOL, "Protocol",
                        "Which days train and test. Automatic: the handbook's days on simulated data, else the last days.",
                        List.of(new Parameter.Option(AUTO, "Automatic"), new Parameter.Option(HANDBOOK,
                                "Handbook: train 25 to 31 July 2018, wait 7 days, test 8 to 14 August")),
                        AUTO),
                new Parameter.Text(MAPPING, "Column mapping",
                        "For your own file: time=…,amount=…,card=…,terminal=…,label=… (card and terminal may be left out).",
                        ""),
                new Parameter.Choice(FEATURES, "Features",
                        "The handbook's 15, or sums and terminal amounts as well.",
                        List.of(new Parameter.Option(HANDBOOK, "As in the handbook"),
                                new Parameter.Option(EXTENDED, "Extended with sums and means")),
                        HANDBOOK),
                new Parameter.Whole(CUSTOMERS, "Customers", "Size of the simulation; the handbook has 5,000.",
                        "customers", 2_500, 100, 20_000),
                new Parameter.Whole(TERMINALS, "Terminals", "Size of the simulation; the handbook has 10,000.",
                        "terminals", 5_000, 100, 50_000),
                new Parameter.Whole(DAYS, "Simulated days", "The handbook has 183.", "days", 183, 30, 730),
                new Parameter.Whole(DELAY, "Label delay",
                        "Days until a fraud is known: the gap before the test, and how old a terminal's risk is.",
                        "days",
                        7, 1, 60),
                new Parameter.Whole(TRAIN_DAYS, "Training period", "Days to learn from.", "days", 7, 1, 365),
                new Parameter.Whole(TEST_DAYS, "Test period", "Days to be judged on.", "days", 7, 1, 365),
                new Parameter.Real(FALSE_POSITIVE_COST, "Cost of a false alarm",
                        "Looking into it, and the customer's annoyance.", "€", 9, 0, 100_000),
                new Parameter.Real(FALSE_NEGATIVE_COST, "Cost of a missed fraud", "What is lost by it.", "€", 122, 0,
                        1_000_000),
                new Parameter.Whole(CAPACITY, "Reviewers' capacity", "Cards that can be looked at a day.", "cards/day",
                        100, 1, 10_000),
                new Parameter.Whole(REPLICATES, "Bootstrap replicates",
                        "Resamples of the test cards behind each interval; 0 gives no intervals.", "", 200, 0, 2_000));
    }

    /** In the order of {@code BinaryEvaluation.Figures}. */
    static List<MetricSpec> metrics() {
        return List.of(
                new MetricSpec("averagePrecision", "Average precision", "",
                        "Precision averaged over recall: the area under the precision-recall curve.", true, 3),
                new MetricSpec("rocAuc", "ROC-AUC", "",
                        "The chance that a fraud scores above a genuine transaction.", true, 3),
                new MetricSpec("precision", "Precision", "", "Share of the alarms that are fraud, at the threshold.",
                        true,
                        3),
                new MetricSpec("recall", "Recall", "", "Share of the frauds that are caught, at the threshold.", true,
                        3),
                new MetricSpec("f1", "F1", "", "Harmonic mean of precision and recall at the threshold.", true, 3),
                new MetricSpec("cardPrecision100", "Card precision at capacity", "",
                        "Of the cards the reviewers can look at each day, the share with fraud; found cards drop out.",
                        true, 3),
                new MetricSpec("costPerDay", "Cost a day", "€",
                        "False alarms and missed frauds at their prices, a day.",
                        false, 0),
                new MetricSpec("logLoss", "Log-loss", "", "How surprised the scores are by what happened.", false, 4),
                new MetricSpec("brier", "Brier score", "", "Mean squared error of the scores as probabilities.", false,
                        4),
                new MetricSpec("calibrationError", "Calibration error", "",
                        "Mean gap between score and share of fraud over ten bins of score.", false, 4));
    }
}
