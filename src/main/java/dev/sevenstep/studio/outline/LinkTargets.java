package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.form.LinkKindSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What a component can be linked to or from, a line for each kind of link that fits. What cannot be linked is listed below
 * with the reason, and choosing it does nothing.
 */
final class LinkTargets {
    private static final int MOST = 200;

    private final Outline outline;
    private final DocumentSession session;
    private final String card;
    private final boolean leaving;

    /** @param leaving whether links from the component are added, not to it */
    LinkTargets(Outline outline, String card, boolean leaving) {
        this.outline = outline;
        session = outline.session();
        this.card = card;
        this.leaving = leaving;
    }

    FilterList<LinkTarget> list() {
        FilterList<LinkTarget> list = new FilterList<>(leaving ? "Link to…" : "Link from…", this::matching, new Look(),
                this::add, outline::show);
        list.field().setId((leaving ? "outline-link-to-" : "outline-link-from-") + card);
        return list;
    }

    private List<LinkTarget> matching(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        Design design = session.design();
        List<LinkTarget> usual = new ArrayList<>();
        List<LinkTarget> other = new ArrayList<>();
        List<LinkTarget> refused = new ArrayList<>();
        for (Component end : design.components()) {
            if (!end.id().equals(card) && (end.title().toLowerCase(Locale.ROOT).contains(wanted)
                    || kindName(end).toLowerCase(Locale.ROOT).contains(wanted))) {
                String from = leaving ? card : end.id();
                String to = leaving ? end.id() : card;
                List<Link.Kind> possible = session.catalogue().possibleLinks(design, from, to);
                for (int i = 0; i < possible.size(); i++) {
                    (i == 0 ? usual : other).add(new LinkTarget(end, Optional.of(possible.get(i)), ""));
                }
                if (possible.isEmpty()) {
                    refused.add(new LinkTarget(end, Optional.empty(), reason(design, from, to)));
                }
            }
        }
        usual.addAll(other);
        usual.addAll(refused);
        return usual.subList(0, Math.min(MOST, usual.size()));
    }

    private String kindName(Component end) {
        return session.catalogue().kind(end.kind()).map(Kind::name).orElse("");
    }

    /** The reason for the first kind of link that the start gives, which is what the user would have meant. */
    private String reason(Design design, String from, String to) {
        Catalogue catalogue = session.catalogue();
        Optional<Kind> start = design.components().get(from).map(Component::kind).flatMap(catalogue::kind);
        Link.Kind meant = Link.Kind.DATA;
        for (Link.Kind kind : Link.Kind.values()) {
            if (start.isPresent() && start.get().gives().containsKey(kind)) {
                meant = kind;
                break;
            }
        }
        return catalogue.mayLink(design, meant, from, to).reason();
    }

    private void add(LinkTarget target) {
        target.kind().ifPresent(kind -> {
            String from = leaving ? card : target.other().id();
            String to = leaving ? target.other().id() : card;
            session.apply(Edits.addLink(session.design(), session.catalogue(), kind, from, to));
        });
    }

    private final class Look implements FilterList.Look<LinkTarget> {
        @Override
        public Node node(LinkTarget target) {
            Label title = new Label(target.other().title());
            title.setMinWidth(Label.USE_PREF_SIZE);
            Label kind = new Label(target.kind().map(LinkKindSwitch::nameOf).orElse(target.reason()));
            kind.getStyleClass().addAll("muted", "small-text");
            Row row = new Row(new FontIcon(session.catalogue().kind(target.other().kind()).map(Kind::icon)
                    .orElse("ci-help")), title, kind);
            if (target.kind().isEmpty()) {
                title.getStyleClass().add("muted");
            }
            return row;
        }

        @Override
        public String spoken(LinkTarget target) {
            return target.other().title() + ", "
                    + target.kind().map(kind -> LinkKindSwitch.nameOf(kind) + " link").orElse(target.reason());
        }
    }
}
