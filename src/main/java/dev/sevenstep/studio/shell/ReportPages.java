package dev.sevenstep.studio.shell;

import dev.sevenstep.export.ExportOptions;
import dev.sevenstep.studio.control.PageQuestion;
import dev.sevenstep.studio.exchange.ReportPane;
import java.time.Clock;
import java.util.function.Consumer;

/** Asks over the window how the pages of a report lie; it begins with what was chosen last in this tab. */
final class ReportPages implements PageQuestion {
    private final Overlay overlay;
    private final Clock clock;
    private ExportOptions last;

    /** @param clock for the date on the report */
    ReportPages(Overlay overlay, Clock clock) {
        this.overlay = overlay;
        this.clock = clock;
        last = ExportOptions.standard(clock.instant());
    }

    @Override
    public void ask(String title, Consumer<ExportOptions> answered) {
        ExportOptions first = ExportOptions.standard(clock.instant()).withPage(last.pageSize(), last.landscape());
        ReportPane pane = new ReportPane(title, first, options -> {
            last = options;
            overlay.close();
            answered.accept(options);
        }, overlay::dismiss);
        overlay.show(pane, -1, pane.first(), () -> {});
    }
}
