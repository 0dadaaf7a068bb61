package dev.sevenstep.studio.inspector;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.History;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.form.FormParts;
import dev.sevenstep.studio.form.HelpStrip;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** The panel that shows what is selected, as a form. A new selection makes a new form; an edit only refreshes it. */
public final class InspectorView extends BorderPane {
    private final DocumentSession session;
    private final Supplier<List<Experiment>> cases;
    private final ScrollPane scroll = new ScrollPane();
    private final HelpStrip help = new HelpStrip();
    private @Nullable Pane pane;
    private @Nullable Subject subject;

    /** What a form is made for; another one needs another form. */
    private record Subject(Selection selection, Set<String> kinds, int document) {}

    /** @param cases the case studies a design may be linked with, made when first asked for */
    public InspectorView(DocumentSession session, Supplier<List<Experiment>> cases) {
        this.session = session;
        this.cases = cases;
        getStyleClass().addAll("inspector", "surface");
        getStylesheets().addAll(FormParts.sheet(), sheet());
        setAccessibleText("Inspector");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setBottom(help);
        session.designProperty().subscribe(_ -> refresh());
        session.selectionProperty().subscribe(_ -> refresh());
        session.historyProperty().subscribe(_ -> refresh());
    }

    private static String sheet() {
        return Objects.requireNonNull(InspectorView.class.getResource("inspector.css")).toExternalForm();
    }

    private void refresh() {
        Design design = session.design();
        Selection selection = session.selection();
        Subject now = new Subject(selection, kindsOf(selection, design), identity(session.historyProperty().get()));
        Pane shown = pane;
        if (shown == null || !now.equals(subject)) {
            session.closeMerge();
            shown = paneFor(selection, design);
            pane = shown;
            subject = now;
            help.clear();
            help.setShown(shown.explainsFields());
            scroll.setContent(shown);
            scroll.setVvalue(0);
        }
        shown.show(design);
    }

    /** Puts the cursor into the design's title, ready to be replaced. */
    public void editTitle() {
        if (lookup("#design-title") instanceof TextField title) {
            title.requestFocus();
            title.selectAll();
        }
    }

    private static int identity(History history) {
        return System.identityHashCode(history);
    }

    /** Kinds and steps of the selected components: the form depends on them. */
    private static Set<String> kindsOf(Selection selection, Design design) {
        return selection.ids().stream().flatMap(id -> design.components().get(id).stream())
                .map(card -> card.kind() + " " + card.step().id()).collect(Collectors.toSet());
    }

    private Pane paneFor(Selection selection, Design design) {
        if (selection.step().isPresent()) {
            return new StepPane(session, selection.step().get(), help);
        }
        if (selection.ids().size() > 1) {
            return new SeveralPane(session, selection.ids(), help);
        }
        if (selection.isEmpty()) {
            return new DesignPane(session, cases);
        }
        String id = selection.ids().iterator().next();
        return design.components().get(id).<Pane>map(card -> new ComponentPane(session, card, help))
                .or(() -> design.links().get(id).map(link -> new LinkPane(session, link)))
                .or(() -> design.notes().get(id).map(_ -> new NotePane(session, id)))
                .or(() -> design.groups().get(id).map(group -> new GroupPane(session, group)))
                .orElseGet(() -> new DesignPane(session, cases));
    }
}
