package dev.sevenstep.design.io;

import dev.sevenstep.design.Design;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The designs that come with the program. */
public final class Samples {
    private static final List<String> IDS = List.of("card-fraud", "movie-recommendation", "image-search");

    /** A sample and what to open it by. */
    public record Sample(String id, Design design) {}

    private Samples() {
    }

    /** The ids of all samples, the one to begin with first. */
    public static List<String> ids() {
        return IDS;
    }

    /** All samples, read afresh. */
    public static List<Sample> list() {
        return IDS.stream().map(id -> new Sample(id, open(id))).toList();
    }

    /**
     * @throws IllegalArgumentException when no sample has this id
     */
    public static Design open(String id) {
        if (!IDS.contains(id)) {
            throw new IllegalArgumentException("no sample is called '" + id + "'; there are " + IDS);
        }
        String resource = "/dev/sevenstep/designs/" + id + ".json";
        try (InputStream in = Samples.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + resource + " is missing");
            }
            return DesignReader.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        } catch (DesignFileException e) {
            throw new IllegalStateException(resource + ": " + e.getMessage(), e);
        }
    }
}
