package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.document.DocumentSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the command palette offers: commands, components of the design, samples, recent files. */
final class PaletteEntries {
    private final ShellContext context;
    private final DocumentSession session;
    private final Commands commands;
    private final Documents documents;
    private final Consumer<String> goTo;
    private List<Samples.Sample> samples = List.of();

    /**
     * @param goTo shows the component of an id
     */
    PaletteEntries(ShellContext context, DocumentSession session, Commands commands, Documents documents,
            Consumer<String> goTo) {
        this.context = context;
        this.session = session;
        this.commands = commands;
        this.documents = documents;
        this.goTo = goTo;
    }

    void load() {
        context.work().run(Samples::list, found -> samples = found, _ -> samples = List.of());
    }

    List<CommandPalette.Entry> all() {
        List<CommandPalette.Entry> all = new ArrayList<>();
        for (Command command : commands.all()) {
            if (!command.id().equals("view.palette")) {
                String keys = command.keys();
                all.add(new CommandPalette.Entry(command.icon(), command.label(), command.menu().title(),
                        keys == null ? "" : keys, command.enabled().get(), command::run));
            }
        }
        for (Component card : session.design().components()) {
            all.add(new CommandPalette.Entry(
                    session.catalogue().kind(card.kind()).map(Kind::icon).orElse("ci-unknown"), card.title(),
                    session.catalogue().kind(card.kind()).map(Kind::name).orElse("Component") + ", step "
                            + card.step().number(),
                    "", true, () -> goTo.accept(card.id())));
        }
        for (Samples.Sample sample : samples) {
            all.add(new CommandPalette.Entry("ci-document", "Open sample " + sample.design().title(), "Sample", "",
                    true, () -> documents.openSample(sample.design())));
        }
        for (Path file : context.settings().recent()) {
            Path folder = file.getParent();
            all.add(new CommandPalette.Entry("ci-recently-viewed", file.getFileName().toString(),
                    folder == null ? "Recent" : "Recent, " + folder, "", true, () -> documents.open(List.of(file))));
        }
        return all;
    }
}
