package dev.sevenstep.studio.shell;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.layout.Tidy;
import dev.sevenstep.studio.canvas.CanvasView;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Menu;
import dev.sevenstep.studio.control.ToastHost;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** Tidies the design in the background; what comes back is kept only if nothing changed meanwhile, and the newest wins. */
final class Tidying {
    private final DocumentSession session;
    private final CanvasView canvas;
    private final BackgroundWork work;
    private final ToastHost toasts;
    private int newest;

    Tidying(DocumentSession session, CanvasView canvas, BackgroundWork work, ToastHost toasts) {
        this.session = session;
        this.canvas = canvas;
        this.work = work;
        this.toasts = toasts;
    }

    List<Command> commands() {
        BooleanBinding showing = canvas.sceneProperty().isNotNull();
        BooleanBinding several = showing.and(Bindings.createBooleanBinding(
                () -> session.selection().ids().stream().filter(session.design().components()::contains).count() > 1,
                session.selectionProperty(), session.designProperty()));
        return List.of(
                Command.of("arrange.tidy", "Tidy the design", "ci-clean", Menu.ARRANGE, () -> tidy(Optional.empty()))
                        .on("Alt+T").when(showing),
                Command.of("arrange.tidy-selected", "Tidy what is selected", "ci-clean", Menu.ARRANGE,
                        () -> tidy(Optional.of(session.selection().ids()))).on("Alt+Shift+T").when(several));
    }

    private void tidy(Optional<Set<String>> ids) {
        Design before = session.design();
        int mine = ++newest;
        work.run(() -> ids.map(named -> Tidy.of(before, named)).orElseGet(() -> Tidy.of(before)),
                after -> {
                    if (mine == newest && session.design() == before) {
                        show(before, after, ids);
                    }
                }, failure -> toasts.show("Tidying failed: " + Documents.wordsOf(failure)));
    }

    private void show(Design before, Design after, Optional<Set<String>> ids) {
        if (after.equals(before)) {
            toasts.show("All is in good order already.");
            return;
        }
        canvas.glide(new Edit(ids.map(named -> "Tidy " + named.size() + " components").orElse("Tidy the design"),
                _ -> after));
        if (ids.isEmpty()) {
            canvas.fit();
        }
    }
}
