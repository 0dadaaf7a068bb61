package dev.sevenstep.cli;

import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Problem;
import dev.sevenstep.design.Validation;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignFileException;
import dev.sevenstep.design.io.DesignWriter;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.exchange.ImportedDrawing;
import dev.sevenstep.export.ExportFormat;
import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.Exporter;
import dev.sevenstep.layout.Tidy;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.ParameterValues;
import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.tracking.RunRecord;
import dev.sevenstep.tracking.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code design new|show|validate|migrate|tidy|link|export|import}. */
@Command(name = "design", description = "Designs in files.", mixinStandardHelpOptions = true)
final class DesignCommand {
    private final Console console;
    private final Services services;

    DesignCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Command(name = "new", description = "Makes a new design, empty or from a sample. Never replaces a file.", mixinStandardHelpOptions = true)
    int create(@Parameters(paramLabel = "FILE", description = "Where to write it (.json).") Path file,
            @Option(names = "--title", paramLabel = "TEXT", description = "Its title.") @Nullable String title,
            @Option(names = "--question", paramLabel = "TEXT", description = "The question it answers.") @Nullable String question,
            @Option(names = "--from", paramLabel = "SAMPLE", description = "Start from this sample: card-fraud, movie-recommendation, image-search.") @Nullable String sample)
            throws DesignFileException {
        if (Files.exists(file)) {
            throw new RunException(file + " is there already; choose another name or move it away");
        }
        if (sample != null && !Samples.ids().contains(sample)) {
            throw new RunException(
                    "there is no sample '" + sample + "'; there are " + String.join(", ", Samples.ids()));
        }
        String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("design");
        Design design = sample == null
                ? Design.empty(name.replaceFirst("\\.json$", ""), "Untitled design")
                : Samples.open(sample);
        if (title != null) {
            design = design.withTitle(title);
        }
        if (question != null) {
            design = design.withQuestion(question);
        }
        services.save(design, file);
        console.note("wrote " + file);
        return ExitCode.OK;
    }

    @Command(name = "show", description = "Prints a design as text, step by step; PDFs made by the studio too.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--json", description = "For machines: the design in the present file format.") boolean json)
            throws DesignFileException {
        Design design = services.open(file);
        if (json) {
            console.line(new String(DesignWriter.write(design), StandardCharsets.UTF_8).strip());
        } else {
            new DesignText(design, services.catalogue()).lines().forEach(console::line);
        }
        return ExitCode.OK;
    }

    @Command(name = "validate", description = {"Checks designs: can they be read, do they fit the catalogue.",
            "Exit code 1 when anything was found."}, mixinStandardHelpOptions = true)
    int validate(@Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files,
            @Option(names = "--json", description = "For machines: one array.") boolean json) {
        Catalogue catalogue = services.catalogue();
        List<Map<String, Object>> found = new ArrayList<>();
        for (Path file : files) {
            try {
                for (Problem problem : Validation.of(services.open(file), catalogue)) {
                    found.add(entry(file, problem.severity().name().toLowerCase(java.util.Locale.ROOT),
                            problem.element(), problem.field(), problem.message()));
                }
            } catch (DesignFileException e) {
                found.add(entry(file, "error", e.place(), "", e.reason()));
            }
        }
        if (json) {
            console.json(found);
        } else {
            found.forEach(entry -> console.line(entry.get("file") + ": " + entry.get("severity") + ": "
                    + place(entry) + entry.get("message")));
            console.note(found.isEmpty() ? files.size() + " sound" : found.size() + " found");
        }
        return found.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String place(Map<String, Object> entry) {
        String element = String.valueOf(entry.get("element"));
        String field = String.valueOf(entry.get("field"));
        String place = field.isEmpty() ? element : element + "." + field;
        return place.isEmpty() ? "" : place + ": ";
    }

    private static Map<String, Object> entry(Path file, String severity, String element, String field,
            String message) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", file.toString());
        entry.put("severity", severity);
        entry.put("element", element);
        entry.put("field", field);
        entry.put("message", message);
        return entry;
    }

    @Command(name = "migrate", description = "Writes a design in the present file format.", mixinStandardHelpOptions = true)
    int migrate(@Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (default: in place).") @Nullable Path out)
            throws DesignFileException {
        Path target = out == null ? file : out;
        DesignFile.Opened opened = DesignFile.open(file);
        services.save(opened.design(), target);
        console.note("wrote " + target + ": version " + opened.version() + " → " + DesignFile.presentVersion());
        return ExitCode.OK;
    }

    @Command(name = "tidy", description = "Puts the cards in good order within their frames; locked cards stay.", mixinStandardHelpOptions = true)
    int tidy(@Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (default: in place).") @Nullable Path out)
            throws DesignFileException {
        Path target = out == null ? file : out;
        services.save(Tidy.of(services.open(file)), target);
        console.note("wrote " + target);
        return ExitCode.OK;
    }

    @Command(name = "link", description = "Links a design with a case study: its reports print the case's run.", mixinStandardHelpOptions = true)
    int link(@Parameters(paramLabel = "FILE") Path file,
            @Parameters(paramLabel = "CASE", description = "An id of 'case list', or 'none'.") String id,
            @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (default: in place).") @Nullable Path out)
            throws DesignFileException {
        Path target = out == null ? file : out;
        String linked = id.equals("none") ? "" : services.experiment(id).id();
        services.save(services.open(file).withLinkedCase(linked), target);
        console.note("wrote " + target);
        return ExitCode.OK;
    }

    @Command(name = "export", description = "Writes a design in the format that the ending of the file's name asks for.", mixinStandardHelpOptions = true)
    int export(@Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "Ends in .pdf, .svg, .png, .html, .md, .mmd, .drawio or .excalidraw.") Path out,
            @Option(names = "--palette", defaultValue = "PRINT", description = "Pictures: PRINT, LIGHT or DARK (default ${DEFAULT-VALUE}).") Palette palette,
            @Option(names = "--scale", defaultValue = "2", description = "PNG: pixels for one unit of the canvas, 0.1 to 8 (default ${DEFAULT-VALUE}).") double scale,
            @Option(names = "--transparent", description = "Pictures: no ground.") boolean transparent,
            @Option(names = "--run", description = "PDF: runs the design's case study and prints its figures and charts.") boolean run,
            @Option(names = "--kept", paramLabel = "RUN", description = "PDF: prints this kept run instead; the first digits of its id are enough, see 'runs list'.") @Nullable String kept,
            @Mixin PageOptions page)
            throws DesignFileException, IOException {
        Design design = services.open(file);
        ExportOptions options = page.options(services.clock()).withPicture(palette, scale, transparent);
        if (run && kept != null) {
            throw new RunException("--run and --kept: give one of them");
        }
        if ((run || kept != null) && ExportFormat.ofFile(out) != ExportFormat.PDF) {
            throw new RunException((run ? "--run" : "--kept") + ": only a PDF shows a run, and " + out + " is none");
        }
        Exporter exporter = services.exporter();
        exporter.check(out);
        Optional<RunResult> shown = kept != null
                ? Optional.of(kept(kept))
                : run ? Optional.of(runOf(design)) : Optional.empty();
        exporter.export(design, shown, out, options);
        console.note("wrote " + out);
        return ExitCode.OK;
    }

    @Command(name = "import", description = {
            "Makes a design of the boxes and arrows of a draw.io or Excalidraw drawing.",
            "Prints which kind each box is taken for, how sure that is, and why; without --out it does no more."}, mixinStandardHelpOptions = true)
    int importDrawing(@Parameters(paramLabel = "FILE", description = "A .drawio or .excalidraw file.") Path file,
            @Option(names = "--out", paramLabel = "FILE", description = "Where to write the design (.json).") @Nullable Path out,
            @Option(names = "--kind", paramLabel = "TITLE=KIND", description = "Another kind for the box with this title, by its id; nothing after = makes it a note. May be given several times.") @Nullable Map<String, String> kinds,
            @Option(names = "--json", description = "For machines: one object with items, remarks and what was left out.") boolean json)
            throws DesignFileException {
        ImportedDrawing drawing = services.importer().read(file, UUID.randomUUID().toString());
        Map<String, String> wanted = kinds == null ? Map.of() : kinds;
        ImportReport report = new ImportReport(drawing, wanted, services.catalogue());
        report.print(console, json);
        if (out != null) {
            services.save(report.design(), out);
            console.note("wrote " + out);
        }
        return ExitCode.OK;
    }

    private RunResult kept(String id) {
        RunStore store = services.runs();
        RunRecord record = store.find(id);
        return store.open(record, services.experiment(record.experiment()));
    }

    private RunResult runOf(Design design) {
        if (design.linkedCase().isEmpty()) {
            throw new RunException(
                    "--run: this design names no case study to run; give it one by 'design link', or print any run of 'runs list' by --kept RUN");
        }
        Experiment experiment = services.experiment(design.linkedCase());
        return CaseCommand.run(experiment, ParameterValues.of(experiment.parameters()), Services.SEED,
                Runtime.getRuntime().availableProcessors(), console);
    }
}
