package dev.sevenstep.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The command line in a folder of its own, and what it said last. */
abstract class CliFixture {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);
    /** A run of the fraud case that ends in a second or two. */
    static final List<String> SMALL = List.of("--param", "customers=150", "--param", "terminals=300", "--param",
            "days=60", "--param", "replicates=20");

    @TempDir
    Path folder;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new Cli(services(), new PrintWriter(out), new PrintWriter(err), false).run(arguments);
    }

    final Services services() {
        return new Services(CLOCK, folder.resolve("runs"), folder.resolve("config"));
    }

    static JsonNode json(StringWriter text) throws Exception {
        return new ObjectMapper().readTree(text.toString());
    }
}
