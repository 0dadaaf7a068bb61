package dev.sevenstep.design.diff;

import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Element;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.FieldSpec;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Placeholder;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Value;
import dev.sevenstep.design.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Walks two designs side by side. */
final class Comparison {
    private static final int NAME_LENGTH = 40;

    private final Design before;
    private final Design after;
    private final Catalogue catalogue;
    private final List<Difference> found = new ArrayList<>();
    private final List<Detail> ofDesign = new ArrayList<>();
    private List<Detail> details = new ArrayList<>();

    Comparison(Design before, Design after, Catalogue catalogue) {
        this.before = before;
        this.after = after;
        this.catalogue = catalogue;
    }

    List<Difference> differences() {
        for (Step step : Step.values()) {
            details = new ArrayList<>();
            fields(before.fields(step), after.fields(step), key -> catalogue.stepField(step, key));
            changed(Difference.Sort.STEP, step.id(), step.number() + " " + step.shortName());
        }
        elements(Difference.Sort.COMPONENT, before.components(), after.components(), (_, card) -> title(card),
                this::component);
        elements(Difference.Sort.LINK, before.links(), after.links(), Comparison::ends, this::link);
        elements(Difference.Sort.NOTE, before.notes(), after.notes(), (_, note) -> shortened(note.text()), this::note);
        elements(Difference.Sort.GROUP, before.groups(), after.groups(), (_, group) -> shortened(group.title()),
                this::group);
        elements(Difference.Sort.DECISION, before.decisions(), after.decisions(),
                (_, decision) -> shortened(decision.subject()), this::decision);
        placeholders();
        ofDesign();
        return found;
    }

    private void ofDesign() {
        details = new ArrayList<>();
        text("title", before.title(), after.title());
        text("question", before.question(), after.question());
        text("summary", before.summary(), after.summary());
        text("linked case study", before.linkedCase(), after.linkedCase());
        text("id", before.id(), after.id());
        details.addAll(ofDesign);
        differs("other content", before.unknown(), after.unknown());
        if (details.isEmpty() && found.isEmpty()) {
            details.add(new Detail("other content", "", ""));
        }
        if (!details.isEmpty()) {
            found.addFirst(new Difference(Difference.Change.CHANGED, Difference.Sort.DESIGN, "", "design", details));
        }
    }

    private void placeholders() {
        if (before.placeholders().equals(after.placeholders())) {
            return;
        }
        List<Placeholder> gone = new ArrayList<>(before.placeholders());
        after.placeholders().forEach(gone::remove);
        List<Placeholder> come = new ArrayList<>(after.placeholders());
        before.placeholders().forEach(come::remove);
        come.forEach(entry -> unreadable(Difference.Change.ADDED, entry));
        gone.forEach(entry -> unreadable(Difference.Change.REMOVED, entry));
        if (come.isEmpty() && gone.isEmpty()) {
            ofDesign.add(new Detail("order of the unreadable entries", "", ""));
        }
    }

    private void unreadable(Difference.Change change, Placeholder entry) {
        found.add(new Difference(change, Difference.Sort.UNREADABLE, "", entry.section() + " " + (entry.index() + 1),
                List.of()));
    }

    private <E extends Element> void elements(Difference.Sort sort, Elements<E> old, Elements<E> now,
            BiFunction<Design, E, String> name, BiConsumer<E, E> compare) {
        for (E element : now) {
            Optional<E> was = old.get(element.id());
            if (was.isEmpty()) {
                found.add(new Difference(Difference.Change.ADDED, sort, element.id(), name.apply(after, element),
                        List.of()));
            } else if (was.get() != element && !was.get().equals(element)) {
                details = new ArrayList<>();
                compare.accept(was.get(), element);
                if (details.isEmpty()) {
                    details.add(new Detail("other content", "", ""));
                }
                changed(sort, element.id(), name.apply(before, was.get()));
            }
        }
        for (E element : old) {
            if (!now.contains(element.id())) {
                found.add(new Difference(Difference.Change.REMOVED, sort, element.id(), name.apply(before, element),
                        List.of()));
            }
        }
        List<String> oldOrder = old.stream().map(Element::id).filter(now::contains).toList();
        List<String> newOrder = now.stream().map(Element::id).filter(old::contains).toList();
        if (!oldOrder.equals(newOrder)) {
            ofDesign.add(new Detail("order of the " + sort.noun(2), "", ""));
        }
    }

    private void changed(Difference.Sort sort, String id, String subject) {
        if (!details.isEmpty()) {
            found.add(new Difference(Difference.Change.CHANGED, sort, id, subject, details));
        }
    }

    private void component(Component old, Component now) {
        text("title", old.title(), now.title());
        text("kind", kind(old), kind(now));
        text("step", old.step().shortName(), now.step().shortName());
        box(old.x() == now.x() && old.y() == now.y() || old.step() != now.step(),
                old.width() == now.width() && old.height() == now.height());
        fields(old.fields(), now.fields(), key -> catalogue.field(now.kind(), key)
                .or(() -> catalogue.field(old.kind(), key)));
        flag("locked", old.locked(), now.locked());
        differs("other content", old.unknown(), now.unknown());
    }

    private String kind(Component card) {
        return catalogue.kind(card.kind()).map(Kind::name).orElse(card.kind());
    }

    private void link(Link old, Link now) {
        text("kind", old.kind().id(), now.kind().id());
        text("start", end(before, old.from()), end(after, now.from()));
        text("end", end(before, old.to()), end(after, now.to()));
        text("label", old.label(), now.label());
        flag("disabled", old.disabled(), now.disabled());
        differs("other content", old.unknown(), now.unknown());
    }

    private void note(Note old, Note now) {
        text("text", old.text(), now.text());
        box(old.x() == now.x() && old.y() == now.y(), old.width() == now.width() && old.height() == now.height());
        flag("locked", old.locked(), now.locked());
        differs("other content", old.unknown(), now.unknown());
    }

    private void group(Group old, Group now) {
        text("title", old.title(), now.title());
        text("colour", old.tone(), now.tone());
        box(old.x() == now.x() && old.y() == now.y(), old.width() == now.width() && old.height() == now.height());
        flag("locked", old.locked(), now.locked());
        differs("other content", old.unknown(), now.unknown());
    }

    private void decision(Decision old, Decision now) {
        text("subject", old.subject(), now.subject());
        text("step", old.step().shortName(), now.step().shortName());
        text("choice", old.choice(), now.choice());
        text("because", old.because(), now.because());
        text("alternatives", alternatives(old), alternatives(now));
        differs("other content", old.unknown(), now.unknown());
    }

    private static String alternatives(Decision decision) {
        return String.join(", ", decision.alternatives().stream()
                .map(other -> other.name() + " (+ " + other.pro() + " / − " + other.con() + ")").toList());
    }

    private void box(boolean samePlace, boolean sameSize) {
        if (!samePlace) {
            details.add(new Detail("place", "", ""));
        }
        if (!sameSize) {
            details.add(new Detail("size", "", ""));
        }
    }

    private void text(String label, String old, String now) {
        if (!old.equals(now)) {
            boolean told = !old.isBlank() || !now.isBlank();
            details.add(new Detail(label, told ? old : "", told ? now : ""));
        }
    }

    private void flag(String label, boolean old, boolean now) {
        text(label, old ? "yes" : "no", now ? "yes" : "no");
    }

    private void differs(String label, Object old, Object now) {
        if (!old.equals(now)) {
            details.add(new Detail(label, "", ""));
        }
    }

    private void fields(Fields old, Fields now, Function<String, Optional<FieldSpec>> specs) {
        Set<String> keys = new LinkedHashSet<>(old.values().keySet());
        keys.addAll(now.values().keySet());
        for (String key : keys) {
            Optional<Value> was = old.get(key);
            Optional<Value> is = now.get(key);
            if (!Objects.equals(was, is)) {
                field(key, was, is, specs.apply(key));
            }
        }
    }

    private void field(String key, Optional<Value> was, Optional<Value> is, Optional<FieldSpec> spec) {
        boolean sources = was.isPresent() && is.isPresent() && !source(was.get()).equals(source(is.get()));
        String old = was.map(value -> of(value, spec, before, sources)).orElse("");
        String now = is.map(value -> of(value, spec, after, sources)).orElse("");
        boolean told = !old.equals(now);
        details.add(new Detail(spec.map(FieldSpec::label).orElse(key), told ? old : "", told ? now : ""));
    }

    private static String of(Value value, Optional<FieldSpec> spec, Design design, boolean withSource) {
        String text = ValueText.of(value, spec, design);
        return withSource
                ? source(value).map(source -> text + " (" + ValueText.source(source) + ")").orElse(text)
                : text;
    }

    private static Optional<Source> source(Value value) {
        return switch (value) {
            case Value.Quantity quantity -> Optional.of(quantity.source());
            case Value.Latency latency -> Optional.of(latency.source());
            default -> Optional.empty();
        };
    }

    private String title(Component card) {
        return shortened(card.title().isBlank() ? kind(card) : card.title());
    }

    private static String ends(Design design, Link link) {
        return end(design, link.from()) + " → " + end(design, link.to());
    }

    private static String end(Design design, String id) {
        return design.components().get(id).map(card -> shortened(card.title())).orElse(id);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= NAME_LENGTH) {
            return line;
        }
        int end = Character.isLowSurrogate(line.charAt(NAME_LENGTH)) ? NAME_LENGTH - 1 : NAME_LENGTH;
        return line.substring(0, end) + "…";
    }
}
