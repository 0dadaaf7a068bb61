package dev.sevenstep.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.io.CatalogueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindGuesserTest {
    private final KindGuesser guesser = new KindGuesser(CatalogueReader.bundled());

    @ParameterizedTest
    @CsvSource({"Feature store, feature-store, CERTAIN", "Feature Stores, feature-store, CERTAIN",
            "kafka, stream, CERTAIN", "Kafka topic for clicks, stream, LIKELY",
            "Online feature store (Redis), feature-store, LIKELY", "Redis cache, cache, LIKELY",
            "PostgreSQL, sql-store, CERTAIN", "Users DB, sql-store, LIKELY", "XGBoost ranker, ranker, LIKELY",
            "Model training, trainer, CERTAIN", "ModelTraining, trainer, CERTAIN", "Model Registry, registry, CERTAIN",
            "S3 bucket, object-store, LIKELY", "Load Balancer, load-balancer, CERTAIN",
            "A/B test, ab-splitter, CERTAIN", "Airflow, orchestrator, CERTAIN", "Human review, human-review, CERTAIN",
            "Data drift, drift-detector, CERTAIN", "Grafana, dashboard, CERTAIN",
            "BM25 + ANN index, retrieval-index, LIKELY",
            "Two-tower model, two-tower, CERTAIN", "GPT-4, llm, LIKELY", "Négative sampling, sampler, CERTAIN",
            "Fits nightly, batch-job, GUESS"})
    void titlesSayTheKind(String title, String kind, Confidence confidence) {
        Guess guess = guesser.guess(title, "", "").orElseThrow();
        assertEquals(kind, guess.kind(), guess.why());
        assertEquals(confidence, guess.confidence(), guess.why());
        assertTrue(!guess.why().isBlank());
    }

    @ParameterizedTest
    @CsvSource({"'', aws4 s3, object-store", "Things, cylinder3, ", "Orders, cylinder, sql-store",
            "People, mscae actor, event-source"})
    void shapesHelpWhereTitlesSayNothing(String title, String shape, String kind) {
        assertEquals(kind == null ? "" : kind, guesser.guess(title, shape, "").map(Guess::kind).orElse(""));
    }

    @Test
    void nothingKnownIsNoGuess() {
        assertTrue(guesser.guess("Foo bar", "", "").isEmpty());
        assertTrue(guesser.guess("", "", "").isEmpty());
    }

    @Test
    void areasNameSteps() {
        assertEquals("3", KindGuesser.step("Feature engineering").map(step -> "" + step.number()).orElse(""));
        assertEquals("6", KindGuesser.step("6 Serving").map(step -> "" + step.number()).orElse(""));
        assertTrue(KindGuesser.step("VPC").isEmpty());
    }
}
