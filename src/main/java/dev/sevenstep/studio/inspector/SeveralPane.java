package dev.sevenstep.studio.inspector;

import static dev.sevenstep.studio.form.FormParts.labelled;
import static dev.sevenstep.studio.form.FormParts.paragraph;
import static dev.sevenstep.studio.form.FormParts.section;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.edit.Fragments;
import dev.sevenstep.studio.control.Row;
import dev.sevenstep.studio.form.LinkKindSwitch;
import dev.sevenstep.studio.form.ToneSwitch;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.form.FieldForm;
import dev.sevenstep.studio.form.FieldTarget;
import dev.sevenstep.studio.form.HelpStrip;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Several elements: what they are, what they have in common, and what can be said or done to all of them at once. A field
 * that they fill differently shows as mixed until it is given one value for all.
 */
final class SeveralPane extends Pane {
    private static final double COPY_SHIFT = 24;
    private static final int MOST_KINDS = 3;

    private final DocumentSession session;
    private final Set<String> ids;
    private final Label what = paragraph("", "muted", "subtitle");
    private final LockNotice locked;
    private final NameList names;
    private final Optional<FieldForm> form;
    private final Optional<LinkKindSwitch> linkKinds;
    private final Optional<ToneSwitch> tones;

    SeveralPane(DocumentSession session, Set<String> ids, HelpStrip help) {
        this.session = session;
        this.ids = ids;
        Design design = session.design();
        List<Component> cards = cards(design);
        Label heading = new Label(heading(design));
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        Button duplicate = new Button("Duplicate", new FontIcon("ci-copy"));
        duplicate.setOnAction(_ -> duplicate());
        duplicate.setDisable(Fragments.isEmpty(Fragments.of(design, ids)));
        Button delete = new Button("Delete", new FontIcon("ci-trash-can"));
        delete.setOnAction(_ -> session.apply(Edits.delete(session.design(), ids)));
        locked = new LockNotice(session, ids);
        getChildren().addAll(heading, what, locked, new Row(duplicate, delete));
        linkKinds = only(ids.stream().filter(design.links()::contains).collect(Collectors.toSet()))
                .map(links -> new LinkKindSwitch(session, links));
        linkKinds.ifPresent(node -> getChildren().add(labelled("What flows", node)));
        tones = only(ids.stream().filter(design.groups()::contains).collect(Collectors.toSet()))
                .map(groups -> new ToneSwitch(session, groups));
        tones.ifPresent(tone -> getChildren().add(labelled("Tone of the frames", tone.node())));
        form = cards.size() > 1 ? sharedForm(cards, help) : Optional.empty();
        names = new NameList(session);
        if (!cards.isEmpty()) {
            getChildren().addAll(section("Selected components"), names);
        }
    }

    private static Optional<Set<String>> only(Set<String> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some);
    }

    private Optional<FieldForm> sharedForm(List<Component> cards, HelpStrip help) {
        List<Optional<Kind>> kinds = cards.stream().map(Component::kind).distinct().map(session.catalogue()::kind)
                .toList();
        List<FieldSpec> fields = kinds.stream().allMatch(Optional::isPresent)
                ? SharedFields.of(kinds.stream().flatMap(Optional::stream).toList())
                : List.of();
        getChildren().add(section(fields.isEmpty()
                ? "Their kinds have no field in common"
                : "Fields of all "
                        + cards.size()));
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Set<String> owners = new LinkedHashSet<>(cards.stream().map(Component::id).toList());
        FieldForm made = new FieldForm(session, new FieldTarget.OfComponents(owners), fields, help);
        getChildren().add(made);
        return Optional.of(made);
    }

    private List<Component> cards(Design design) {
        return design.components().stream().filter(card -> ids.contains(card.id())).toList();
    }

    /** "3 components and 2 links". */
    private String heading(Design design) {
        List<String> parts = Stream.of(count(cards(design).size(), "component"),
                count(design.links().stream().map(Link::id).filter(ids::contains).count(), "link"),
                count(design.notes().stream().map(Note::id).filter(ids::contains).count(), "note"),
                count(design.groups().stream().map(Group::id).filter(ids::contains).count(), "group frame"))
                .filter(part -> !part.isEmpty()).toList();
        int last = parts.size() - 1;
        return last <= 0
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    private static String count(long number, String what) {
        return number == 0 ? "" : number + " " + what + (number == 1 ? "" : "s");
    }

    /** "All Ranker service · step 6" or "Trees, Ranker and 2 more kinds · steps 4 and 6". */
    private String summary(List<Component> cards) {
        if (cards.isEmpty()) {
            return "";
        }
        List<String> kinds = cards.stream().map(card -> session.catalogue().kind(card.kind()).map(Kind::name)
                .orElse("unknown kind")).distinct().toList();
        Set<Integer> steps = cards.stream().map(card -> card.step().number())
                .collect(Collectors.toCollection(TreeSet::new));
        String listed = kinds.size() <= MOST_KINDS
                ? String.join(", ", kinds)
                : String.join(", ", kinds.subList(0, MOST_KINDS)) + " and " + (kinds.size() - MOST_KINDS)
                        + " more kinds";
        return (kinds.size() == 1 && cards.size() > 1 ? "All " : "") + listed + " · "
                + (steps.size() == 1 ? "step " : "steps ")
                + steps.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void duplicate() {
        Design before = session.design();
        Design copies = Fragments.shifted(Fragments.of(before, ids), COPY_SHIFT, COPY_SHIFT);
        session.apply(Edits.paste(copies).named("Duplicate " + heading(before)));
        session.select(Selection.of(Fragments.added(before, session.design())));
    }

    @Override
    boolean explainsFields() {
        return form.isPresent();
    }

    @Override
    void show(Design design) {
        List<Component> cards = cards(design);
        what.setText(summary(cards));
        what.setVisible(!cards.isEmpty());
        what.setManaged(!cards.isEmpty());
        locked.show(design);
        names.show(cards, session.catalogue());
        form.ifPresent(shown -> shown.show(design));
        linkKinds.ifPresent(shown -> shown.show(design));
        tones.ifPresent(shown -> shown.show(design));
    }
}
