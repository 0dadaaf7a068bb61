package dev.sevenstep.studio.form;

import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.LinkCheck;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.control.Segmented;
import dev.sevenstep.studio.document.DocumentSession;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What flows over one link or several. A kind that does not fit the ends is refused with the reason. */
public final class LinkKindSwitch extends VBox {
    /** A kind, or none where several links differ. */
    private static final List<Optional<Link.Kind>> KINDS = Arrays.stream(Link.Kind.values()).map(Optional::of).toList();

    private final DocumentSession session;
    private final Set<String> ids;
    private final Segmented<Optional<Link.Kind>> choice = new Segmented<>(KINDS,
            kind -> kind.map(LinkKindSwitch::nameOf).orElse(""), Optional.empty());
    private final Label reason = new Label();
    private boolean showing;

    public LinkKindSwitch(DocumentSession session, Set<String> ids) {
        super(4);
        this.session = session;
        this.ids = ids;
        reason.getStyleClass().add("error-text");
        reason.setWrapText(true);
        reason.setPrefWidth(0);
        choice.setAccessibleText("What flows");
        choice.valueProperty().subscribe((_, chosen) -> {
            if (!showing && chosen.isPresent()) {
                change(chosen.get());
            }
        });
        getChildren().addAll(choice, reason);
        complain("");
    }

    /** The kind's name, as it stands on the switch. */
    public static String nameOf(Link.Kind kind) {
        return switch (kind) {
            case DATA -> "Data";
            case REQUEST -> "Request";
            case FEEDBACK -> "Feedback";
        };
    }

    private void change(Link.Kind kind) {
        Design design = session.design();
        Optional<Edit> edit = Optional.empty();
        Set<String> refusals = new LinkedHashSet<>();
        for (String id : ids) {
            Optional<Link> link = design.links().get(id).filter(now -> now.kind() != kind);
            if (link.isPresent()) {
                if (session.catalogue().mayLink(design, kind, link.get().from(),
                        link.get().to()) instanceof LinkCheck.Refused(String why)) {
                    refusals.add(why);
                } else {
                    Edit next = Edits.setLinkKind(id, kind);
                    edit = Optional.of(edit.map(first -> first.then(next)).orElse(next));
                }
            }
        }
        edit.map(all -> ids.size() == 1 ? all : all.named("Make " + ids.size() + " links " + kind.id() + " links"))
                .ifPresent(session::apply);
        show(session.design());
        complain(String.join(" ", refusals));
    }

    private void complain(String why) {
        reason.setText(why);
        reason.setVisible(!why.isEmpty());
        reason.setManaged(!why.isEmpty());
    }

    public void show(Design design) {
        List<Link.Kind> kinds = ids.stream().flatMap(id -> design.links().get(id).stream()).map(Link::kind).distinct()
                .toList();
        showing = true;
        choice.setValue(kinds.size() == 1 ? Optional.of(kinds.getFirst()) : Optional.empty());
        showing = false;
        complain("");
    }
}
