package dev.sevenstep.design.io;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of a file at a time, from a plain tree to a record. Each member is taken out as it is understood; what is left
 * is what this program does not know.
 */
final class ElementReader {

    /** An element that cannot be read; the message says why, in words for the user. */
    static final class Unreadable extends Exception {
        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }

    private final Map<String, Object> rest;

    ElementReader(Object tree) throws Unreadable {
        if (!(tree instanceof Map<?, ?> map)) {
            throw new Unreadable("it should be an object in braces");
        }
        rest = new LinkedHashMap<>();
        map.forEach((key, value) -> rest.put((String) key, value));
    }

    Component component() throws Unreadable {
        String id = id();
        String kind = text("kind");
        Step step = step();
        String title = text("title");
        double x = coordinate("x");
        double y = coordinate("y");
        double width = rest.containsKey("width") ? length("width") : Component.DEFAULT_WIDTH;
        double height = rest.containsKey("height") ? length("height") : Component.DEFAULT_HEIGHT;
        Fields fields = Fields.none();
        if (rest.containsKey("fields")) {
            if (!(rest.remove("fields") instanceof Map<?, ?> map)) {
                throw new Unreadable("its fields should be an object in braces");
            }
            fields = fields(map);
        }
        return new Component(id, kind, step, title, x, y, width, height, fields, flag("locked"), rest);
    }

    Link link() throws Unreadable {
        String id = id();
        String name = text("kind");
        Link.Kind kind = null;
        for (Link.Kind candidate : Link.Kind.values()) {
            if (candidate.id().equals(name)) {
                kind = candidate;
            }
        }
        if (kind == null) {
            throw new Unreadable("a link of kind '" + name + "' is not known");
        }
        String from = text("from");
        String to = text("to");
        if (from.equals(to)) {
            throw new Unreadable("the link starts and ends at '" + from + "'");
        }
        return new Link(id, kind, from, to, optionalText("label"), flag("disabled"), rest);
    }

    Note note() throws Unreadable {
        return new Note(id(), text("text"), coordinate("x"), coordinate("y"), length("width"), length("height"),
                flag("locked"), rest);
    }

    Group group() throws Unreadable {
        String id = id();
        String title = text("title");
        String tone = rest.containsKey("tone") ? text("tone") : "neutral";
        return new Group(id, title, tone, coordinate("x"), coordinate("y"), length("width"), length("height"),
                flag("locked"), rest);
    }

    Decision decision() throws Unreadable {
        String id = id();
        Step step = step();
        String subject = text("subject");
        String choice = text("choice");
        List<Decision.Alternative> alternatives = new ArrayList<>();
        if (rest.containsKey("alternatives")) {
            if (!(rest.remove("alternatives") instanceof List<?> list)) {
                throw new Unreadable("its alternatives should be a list");
            }
            for (Object item : list) {
                ElementReader reader = new ElementReader(item);
                alternatives.add(new Decision.Alternative(reader.text("name"), reader.optionalText("pro"),
                        reader.optionalText("con")));
                if (!reader.rest.isEmpty()) {
                    throw new Unreadable("an alternative has a member '" + reader.rest.keySet().iterator().next()
                            + "' that this program does not know");
                }
            }
        }
        return new Decision(id, step, subject, choice, alternatives, optionalText("because"), rest);
    }

    static Fields fields(Map<?, ?> map) {
        Map<String, Value> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put((String) key, ValueTree.read(value)));
        return new Fields(values);
    }

    private String id() throws Unreadable {
        String id = text("id");
        if (id.isBlank()) {
            throw new Unreadable("its id is empty");
        }
        return id;
    }

    private Step step() throws Unreadable {
        String name = text("step");
        for (Step step : Step.values()) {
            if (step.id().equals(name)) {
                return step;
            }
        }
        throw new Unreadable("a step '" + name + "' is not known");
    }

    private String text(String key) throws Unreadable {
        Object value = rest.remove(key);
        if (value instanceof String text) {
            return text;
        }
        throw new Unreadable(value == null ? "it has no " + key : "its " + key + " should be a text");
    }

    private String optionalText(String key) throws Unreadable {
        return rest.containsKey(key) ? text(key) : "";
    }

    private boolean flag(String key) throws Unreadable {
        if (!rest.containsKey(key)) {
            return false;
        }
        if (rest.remove(key) instanceof Boolean flag) {
            return flag;
        }
        throw new Unreadable("its " + key + " should be true or false");
    }

    private double coordinate(String key) throws Unreadable {
        Optional<Double> number = ValueTree.number(rest.remove(key));
        if (number.isEmpty() || Math.abs(number.get()) > Limits.COORDINATE) {
            throw new Unreadable("its " + key + " should be a number within ±1,000,000");
        }
        return number.get();
    }

    private double length(String key) throws Unreadable {
        double length = coordinate(key);
        if (!(length > 0)) {
            throw new Unreadable("its " + key + " should be more than 0");
        }
        return length;
    }
}
