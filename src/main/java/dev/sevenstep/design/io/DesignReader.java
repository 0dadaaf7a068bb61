package dev.sevenstep.design.io;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Element;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Placeholder;
import dev.sevenstep.design.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The bytes of a design file as a design. A file that is no design, is damaged as a whole or comes from a newer major version
 * is refused. Within a design no broken element blocks the rest: it becomes a {@link Placeholder} with its reason. That goes
 * for an id used twice (the first keeps it), a link to itself and a link whose end is not there, so in every design read from
 * a file ids are unique and links have both ends.
 */
public final class DesignReader {
    private final Map<String, Object> rest;
    private final Set<String> ids = new HashSet<>();
    private final List<Placeholder> placeholders = new ArrayList<>();

    private DesignReader(Map<String, Object> tree) {
        this.rest = tree;
    }

    /**
     * @param json UTF-8
     * @throws DesignFileException names "the design" as its file
     */
    public static Design read(byte[] json) throws DesignFileException {
        return read(TreeParser.parse(json));
    }

    static Design read(Map<String, Object> tree) throws DesignFileException {
        return new DesignReader(Migrations.toPresent(tree)).design();
    }

    private Design design() throws DesignFileException {
        rest.remove("format");
        rest.remove("version");
        String id = text("id", "design");
        String title = text("title", "Untitled");
        String question = text("question", "");
        String summary = text("summary", "");
        String linkedCase = text("linkedCase", "");
        Map<Step, Fields> steps = steps();
        Elements<Component> components = section("components", ElementReader::component);
        Elements<Link> links = linked(section("links", ElementReader::link), components);
        Elements<Note> notes = section("notes", ElementReader::note);
        Elements<Group> groups = section("groups", ElementReader::group);
        Elements<Decision> decisions = section("decisions", ElementReader::decision);
        return new Design(id, title, question, summary, steps, components, links, notes, groups, decisions,
                linkedCase, placeholders, rest);
    }

    private String text(String key, String otherwise) throws DesignFileException {
        if (!rest.containsKey(key)) {
            return otherwise;
        }
        if (rest.remove(key) instanceof String text) {
            return text;
        }
        throw wrong("/" + key, "it should be a text");
    }

    /** Steps this program does not know stay behind in {@code rest}. */
    private Map<Step, Fields> steps() throws DesignFileException {
        Map<Step, Fields> steps = new EnumMap<>(Step.class);
        if (!rest.containsKey("steps")) {
            return steps;
        }
        if (!(rest.remove("steps") instanceof Map<?, ?> map)) {
            throw wrong("/steps", "it should be an object in braces");
        }
        Map<String, Object> others = new LinkedHashMap<>();
        map.forEach((key, value) -> others.put((String) key, value));
        for (Step step : Step.values()) {
            if (others.get(step.id()) instanceof Map<?, ?> fields) {
                others.remove(step.id());
                steps.put(step, ElementReader.fields(fields));
            } else if (others.containsKey(step.id())) {
                throw wrong("/steps/" + step.id(), "it should be an object in braces");
            }
        }
        if (!others.isEmpty()) {
            rest.put("steps", others);
        }
        return steps;
    }

    private interface Read<E> {
        E from(ElementReader reader) throws ElementReader.Unreadable;
    }

    private <E extends Element> Elements<E> section(String name, Read<E> read) throws DesignFileException {
        List<E> elements = new ArrayList<>();
        if (!rest.containsKey(name)) {
            return Elements.none();
        }
        if (!(rest.remove(name) instanceof List<?> list)) {
            throw wrong("/" + name, "it should be a list");
        }
        if (list.size() > Limits.ELEMENTS) {
            throw wrong("/" + name, "it has more than " + Limits.ELEMENTS + " entries");
        }
        for (int i = 0; i < list.size(); i++) {
            Object tree = list.get(i);
            try {
                E element = read.from(new ElementReader(tree));
                if (!ids.add(element.id())) {
                    throw new ElementReader.Unreadable("the id '" + element.id() + "' is used twice");
                }
                elements.add(element);
            } catch (ElementReader.Unreadable e) {
                placeholders.add(new Placeholder(name, i, String.valueOf(e.getMessage()), tree));
            }
        }
        return Elements.of(elements);
    }

    private Elements<Link> linked(Elements<Link> links, Elements<Component> components) {
        List<Link> whole = new ArrayList<>();
        List<Placeholder> broken = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        placeholders.stream().filter(placeholder -> placeholder.section().equals("links"))
                .forEach(placeholder -> taken.add(placeholder.index()));
        int index = 0;
        for (Link link : links) {
            while (taken.contains(index)) {
                index++;
            }
            String missing = !components.contains(link.from())
                    ? link.from()
                    : !components.contains(link.to()) ? link.to() : "";
            if (missing.isEmpty()) {
                whole.add(link);
            } else {
                broken.add(new Placeholder("links", index,
                        "the component '" + missing + "' at one of its ends is not there", DesignWriter.link(link)));
            }
            index++;
        }
        placeholders.addAll(broken);
        return Elements.of(whole);
    }

    private static DesignFileException wrong(String place, String reason) {
        return new DesignFileException("the design", place, reason,
                "Repair that place or take the file from a backup.");
    }
}
