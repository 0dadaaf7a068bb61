package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.edit.BoxEdits;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.edit.LinkEdits;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.LinkMarks;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.command.Command;
import dev.sevenstep.studio.command.Menu;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be done with the selected links, cards, notes and groups themselves. */
final class ElementCommands {
    private static final double STEP = FrameLayout.GRID / 2;

    private final Editor editor;
    private final Annotations annotations;
    private final CanvasMouse mouse;
    private final CanvasKeys keys;
    private final Conditions when;

    ElementCommands(Editor editor, CanvasMouse mouse, CanvasKeys keys, Conditions when) {
        this.editor = editor;
        this.annotations = editor.annotations();
        this.mouse = mouse;
        this.keys = keys;
        this.when = when;
    }

    List<Command> all() {
        List<Command> all = new ArrayList<>(links());
        all.addAll(cards());
        all.addAll(notesAndGroups());
        return all;
    }

    private List<Command> links() {
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of("link.label", "Edit label", "ci-edit", Menu.EDIT, editor::rename)
                .when(when.that(() -> one().isPresent())));
        commands.add(Command.of("link.insert", "Insert component on link…", "ci-row-insert", Menu.EDIT,
                () -> one().ifPresent(link -> editor.choose(editor.choices().inserting(link, middle(link)),
                        middle(link))))
                .when(when.that(() -> one().isPresent())));
        for (Link.Kind kind : Link.Kind.values()) {
            commands.add(Command.of("link." + kind.id(), "Make it a " + kind.id() + " link",
                    LinkMarks.icon(kind), Menu.EDIT,
                    () -> one().ifPresent(link -> editor.session().apply(Edits.setLinkKind(link.id(), kind))))
                    .when(when.that(() -> one().filter(link -> link.kind() != kind && fits(link, kind)).isPresent())));
        }
        commands.add(Command.of("link.reverse", "Reverse link", "ci-arrows-horizontal", Menu.EDIT,
                () -> one().ifPresent(link -> editor.session().apply(LinkEdits
                        .reconnect(design(), link.id(), link.to(), link.from()).called("Reverse"))))
                .when(when.that(() -> one().filter(link -> LinkEdits
                        .mayReverse(design(), editor.session().catalogue(), link.id()).allowed()).isPresent())));
        commands.add(Command.of("link.start", "Take link's start elsewhere…", "ci-arrow-up-left", Menu.EDIT,
                () -> one().ifPresent(link -> keys.startReconnect(link, true)))
                .when(when.that(() -> one().isPresent())));
        commands.add(Command.of("link.end", "Take link's end elsewhere…", "ci-arrow-down-right", Menu.EDIT,
                () -> one().ifPresent(link -> keys.startReconnect(link, false)))
                .when(when.that(() -> one().isPresent())));
        commands.add(Command.of("link.disable", "Disable link", "ci-cut", Menu.EDIT, () -> setDisabled(true))
                .when(when.that(() -> chosen().stream().anyMatch(link -> !link.disabled()))));
        commands.add(Command.of("link.enable", "Enable link", "ci-connect", Menu.EDIT, () -> setDisabled(false))
                .when(when.that(() -> chosen().stream().anyMatch(Link::disabled))));
        return commands;
    }

    private List<Command> cards() {
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of("card.replace", "Replace kind…", "ci-change-catalog", Menu.EDIT,
                () -> card().ifPresent(card -> editor.choose(editor.choices().replacing(card),
                        mouse.placeForList())))
                .on("Shortcut+R").when(when.that(() -> card().isPresent())));
        commands.add(resize("wider", "ci-arrow-right", "Right", STEP, 0));
        commands.add(resize("narrower", "ci-arrow-left", "Left", -STEP, 0));
        commands.add(resize("higher", "ci-arrow-down", "Down", 0, STEP));
        commands.add(resize("lower", "ci-arrow-up", "Up", 0, -STEP));
        return commands;
    }

    private Command resize(String how, String icon, String key, double dx, double dy) {
        return Command.of("canvas.resize-" + how, "Make " + how, icon, Menu.ARRANGE, () -> resize(dx, dy))
                .on("Alt+Shift+" + key).when(when.that(() -> boxes().findAny().isPresent()));
    }

    private void resize(double dx, double dy) {
        FrameLayout frames = editor.board().shown().frames();
        Set<String> ids = boxes().collect(Collectors.toSet());
        if (editor.allLocked(ids, mouse.placeForList())) {
            return;
        }
        ids.stream().flatMap(id -> BoxEdits.bounds(design(), frames, id).stream().map(box -> BoxEdits
                .reshape(design(), id, 0, 0, box.width() + dx, box.height() + dy))).reduce((a, b) -> a.then(b))
                .ifPresent(edit -> editor.session().apply(edit, "resize " + String.join(" ", ids)));
    }

    private List<Command> notesAndGroups() {
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of("note.add", "Add note", "ci-notebook", Menu.EDIT,
                () -> annotations.newNote(mouse.placeForList())).on("Shortcut+Shift+M")
                .when(when.showing()));
        commands.add(Command.of("note.edit", "Edit note", "ci-edit", Menu.EDIT, () -> note()
                .ifPresent(annotations::editNote)).when(when.that(() -> note().isPresent())));
        commands.add(Command.of("group.add", "Draw group frame", "ci-group", Menu.ARRANGE,
                () -> annotations.group(mouse.placeForList())).on("Shortcut+G").when(when.showing()));
        for (String tone : Group.TONES) {
            String name = Group.colour(tone);
            commands.add(Command.of("group.tone-" + tone, "Colour group " + name, "ci-circle-filled", Menu.ARRANGE,
                    () -> annotations.setTone(tone)).when(
                            when.that(() -> annotations.groups().stream()
                                    .anyMatch(group -> !group.tone().toLowerCase(Locale.ROOT).equals(tone)))));
        }
        commands.add(Command.of("canvas.lock", "Lock", "ci-locked", Menu.ARRANGE, () -> annotations.setLocked(true))
                .on("Shortcut+Shift+O").when(when.that(() -> boxes().anyMatch(id -> !BoxEdits.locked(design(), id)))));
        commands.add(Command.of("canvas.unlock", "Unlock", "ci-unlocked", Menu.ARRANGE,
                () -> annotations.setLocked(false)).on("Shortcut+Shift+U")
                .when(when.that(() -> boxes().anyMatch(id -> BoxEdits.locked(design(), id)))));
        return commands;
    }

    private Design design() {
        return editor.session().design();
    }

    private List<Link> chosen() {
        return editor.session().selection().ids().stream().flatMap(id -> design().links().get(id).stream()).toList();
    }

    private Optional<Link> one() {
        List<Link> links = chosen();
        return links.size() == 1 && editor.session().selection().ids().size() == 1
                ? Optional.of(links.getFirst())
                : Optional.empty();
    }

    private boolean fits(Link link, Link.Kind kind) {
        return LinkEdits.mayReconnect(design().withLinks(design().links().with(link.withKind(kind))),
                editor.session().catalogue(), link.id(), link.from(), link.to()).allowed();
    }

    private Point middle(Link link) {
        List<Point> route = editor.board().shown().route(link.id());
        return route.size() < 2 ? mouse.placeForList() : LinkMarks.middle(route);
    }

    private void setDisabled(boolean disabled) {
        editor.session().apply(Edits.setDisabled(chosen().stream().map(Link::id).collect(Collectors.toSet()),
                disabled));
    }

    private Optional<Component> card() {
        return editor.selectedCard().flatMap(design().components()::get);
    }

    private Optional<String> note() {
        Set<String> ids = editor.session().selection().ids();
        return ids.size() == 1 ? ids.stream().filter(design().notes()::contains).findFirst() : Optional.empty();
    }

    /** The selected elements that have a place and a size. */
    private Stream<String> boxes() {
        return editor.session().selection().ids().stream().filter(id -> MoveGesture.movable(design(), id));
    }
}
