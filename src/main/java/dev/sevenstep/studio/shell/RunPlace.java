package dev.sevenstep.studio.shell;

import dev.sevenstep.chart.ChartFonts;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.export.Exporter;
import dev.sevenstep.export.runs.RunsReport;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.pipeline.RunResult;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.control.PageQuestion;
import dev.sevenstep.studio.control.ReportSaving;
import dev.sevenstep.studio.control.ToastHost;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.run.RunView;
import dev.sevenstep.studio.runs.RunKeeper;
import dev.sevenstep.studio.runs.RunsContext;
import dev.sevenstep.studio.runs.RunsView;
import dev.sevenstep.tracking.RunRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The run view and the kept runs, each made when it is first shown, and what came out of the runs of this session. */
final class RunPlace {
    private final ShellContext context;
    private final DocumentSession session;
    private final Commands commands;
    private final ToastHost toasts;
    private final Consumer<View> go;
    private final RunKeeper keeper;
    private final Exporter exporter;
    private final PageQuestion pages;
    private final ReportSaving reports;
    /** What the last result of a case is called among the kept runs. */
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, RunResult> results = new HashMap<>();
    private @Nullable RunView view;
    private @Nullable RunsView runs;

    /**
     * @param go brings a view to the front
     * @param pages how the pages of reports lie
     * @param problem shows why something could not be exported
     */
    RunPlace(ShellContext context, DocumentSession session, Commands commands, ToastHost toasts, Consumer<View> go,
            PageQuestion pages, Consumer<String> problem) {
        this.context = context;
        this.session = session;
        this.commands = commands;
        this.toasts = toasts;
        this.go = go;
        this.pages = pages;
        exporter = new Exporter(context.catalogue());
        reports = new ReportSaving(exporter, context.work().executor(), context.files(), pages,
                context.openOutside(), toasts, problem);
        keeper = new RunKeeper(context.runs(), context.work().executor());
    }

    RunView view() {
        RunView made = view;
        if (made == null) {
            made = new RunView(context.experiments().get(), context.work().executor(), context.theme(), context.files(),
                    this::came, this::report);
            commands.register(made.commands().toArray(Command[]::new));
            commands.register(Command.of("run.link", "Link design with this case study", "ci-link", Menu.RUN,
                    () -> link(view().experiment())));
            view = made;
        }
        return made;
    }

    /** The kept runs, read again: another window or the command line may have made some. */
    RunsView runs() {
        RunsView made = runs;
        if (made == null) {
            made = new RunsView(new RunsContext(context.runs(), context.experiments(), context.work().executor(),
                    context.theme(), new ChartTheme(Palette.PRINT, new ChartFonts()), context.files(),
                    context.openOutside(), context.clock(), exporter, pages, new Target()));
            commands.register(made.commands().toArray(Command[]::new));
            runs = made;
        }
        made.refresh();
        return made;
    }

    /** A run ended: it is kept, whatever view is in front. */
    private void came(RunResult result) {
        results.put(result.experiment(), result);
        names.remove(result.experiment());
        keep(result);
    }

    private void keep(RunResult result) {
        keeper.keep(result, run -> {
            if (results.get(result.experiment()) == result) {
                names.put(result.experiment(), run.name());
            }
            view().kept(result, "Kept as " + run.name());
            if (runs != null) {
                runs.added(run);
            }
        }, reason -> view().notKept(result, reason, () -> keep(result)));
    }

    /** The design's reports print the last run of its case study. */
    private void link(Experiment experiment) {
        session.apply(Edits.linkCase(experiment.id(), experiment.title()));
        toasts.show("“" + session.design().title() + "” is linked with " + experiment.title()
                + ": its reports print the last run");
    }

    private void report(RunResult result) {
        RunsReport.Single report = new RunsReport.Single(result, names.getOrDefault(result.experiment(), ""));
        reports.save(report.title(), () -> report);
    }

    /** Shows a case study. */
    void open(Experiment experiment) {
        view().open(experiment.id());
    }

    /** Whether a run is under way. */
    boolean isRunning() {
        return view != null && view.runningProperty().get();
    }

    /** Stops the run under way, if there is one. */
    void stop() {
        if (view != null) {
            view.cancel();
        }
    }

    /** The last result of a case study in this session. */
    Optional<RunResult> result(String experiment) {
        return Optional.ofNullable(results.get(experiment));
    }

    private final class Target implements RunsContext.Target {
        @Override
        public void show(RunRecord run, RunResult result) {
            results.put(result.experiment(), result);
            names.put(result.experiment(), run.name());
            go.accept(View.RUN);
            view().show(result);
            view().kept(result, "Kept as " + run.name());
        }

        @Override
        public void front() {
            go.accept(View.RUNS);
        }

        @Override
        public void makeRuns() {
            go.accept(View.RUN);
        }
    }
}
