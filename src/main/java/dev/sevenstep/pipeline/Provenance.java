package dev.sevenstep.pipeline;

import java.time.Instant;
import java.util.Map;

/**
 * What is needed to get the same result again.
 *
 * @param versions of program, Java and the libraries that compute
 * @param machine processor count, operating system, heap: what timings depend on
 */
public record Provenance(long seed, int threads, Instant started, Map<String, String> versions, String machine) {
    public Provenance {
        versions = Map.copyOf(versions);
    }
}
