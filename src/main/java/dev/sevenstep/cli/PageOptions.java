package dev.sevenstep.cli;

import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.export.PageSize;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a document is laid out and dated, the same for designs and runs. */
@SuppressWarnings("NullAway.Init")
final class PageOptions {
    @Option(names = "--page", paramLabel = "SIZE", defaultValue = "A4", description = "PDF: A4 or LETTER (default ${DEFAULT-VALUE}).")
    private PageSize page;
    @Option(names = "--landscape", description = "PDF: text pages lie on their side.")
    private boolean landscape;
    @Option(names = "--author", defaultValue = "", description = "PDF: for the title page and the properties.")
    private String author;
    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "The date in the document (default: today). Same input, options and date, same bytes.")
    private @Nullable LocalDate date;

    /** @param clock tells which day is today */
    ExportOptions options(Clock clock) {
        LocalDate day = date == null ? LocalDate.now(clock) : date;
        return ExportOptions.standard(day.atStartOfDay(ZoneOffset.UTC).toInstant()).withPage(page, landscape)
                .withAuthor(author);
    }
}
