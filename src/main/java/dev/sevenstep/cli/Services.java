package dev.sevenstep.cli;

import dev.sevenstep.casestudy.CaseStudies;
import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.Suggestions;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.exchange.Importer;
import dev.sevenstep.design.io.DesignStore;
import dev.sevenstep.export.ExportFormat;
import dev.sevenstep.export.Exporter;
import dev.sevenstep.export.pdf.PdfSource;
import dev.sevenstep.tracking.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.List;

/**
 * What the commands work with, made when asked for, so that {@code --help} loads nothing.
 *
 * @param clock for dates in exports and in the provenance of runs
 * @param runsFolder where runs are kept
 * @param config the user's configuration folder, where older versions and unsaved work of designs are kept
 */
public record Services(Clock clock, Path runsFolder, Path config) {
    /** Of a run that says nothing else, here as in the window. */
    static final long SEED = 7;

    Catalogue catalogue() {
        return CatalogueReader.bundled();
    }

    /** A design from its own file or from a PDF that the studio made. */
    Design open(Path file) throws DesignFileException {
        return isPdf(file) ? PdfSource.read(file) : DesignFile.read(file);
    }

    /**
     * Writes a design as its own file.
     *
     * @throws RunException when its name is that of a PDF or another file that is made from designs
     */
    void save(Design design, Path file) throws DesignFileException {
        ExportFormat.named(file).ifPresent(format -> {
            throw new RunException(file + ": its ending is that of another format (" + format.label()
                    + "), and this command writes a design. Name a file that ends in .json (--out FILE); 'design export' "
                    + "writes the other formats.");
        });
        DesignFile.save(design, file);
    }

    private static boolean isPdf(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    Importer importer() {
        return new Importer(catalogue(), Suggestions.of(Samples.list().stream().map(Samples.Sample::design).toList()));
    }

    DesignStore store() {
        return new DesignStore(config, clock);
    }

    Exporter exporter() {
        return new Exporter(catalogue());
    }

    RunStore runs() {
        return new RunStore(runsFolder, clock, UUID::randomUUID, System.getProperty("user.name", ""));
    }

    List<Experiment> experiments() {
        return CaseStudies.all(clock);
    }

    Experiment experiment(String id) {
        List<Experiment> experiments = experiments();
        return experiments.stream().filter(e -> e.id().equals(id)).findFirst()
                .orElseThrow(() -> new RunException("there is no case study '" + id + "'; there are "
                        + String.join(", ", experiments.stream().map(Experiment::id).toList())));
    }
}
