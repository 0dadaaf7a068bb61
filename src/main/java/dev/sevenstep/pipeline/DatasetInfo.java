package dev.sevenstep.pipeline;

/**
 * The data behind a run.
 *
 * @param hash SHA-256 of its content, hex
 * @param simulated true for generated data; the window and the PDF then say so
 * @param note where it comes from, its period and size, in a sentence
 */
public record DatasetInfo(String name, String hash, long rows, boolean simulated, String note) {}
