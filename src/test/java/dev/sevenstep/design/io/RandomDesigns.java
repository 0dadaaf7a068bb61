package dev.sevenstep.design.io;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Source;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Unit;
import dev.sevenstep.design.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Designs with everything a design can hold, by seed. */
public final class RandomDesigns {
    private static final String[] PIECES = {"ranker", "ρ < 0.7", "\"quoted\"", "back\\slash", "line\nbreak", "tab\t",
            "\u0000", "emoji 🎬", "\ud800 half", "\u2028", "", " ", "日本語", "</script>", "é", "x".repeat(300)};
    private static final List<Unit> TIMES = Arrays.stream(Unit.values())
            .filter(unit -> unit.dimension() == Unit.Dimension.TIME).toList();

    private final Random random;

    public RandomDesigns(long seed) {
        random = new Random(seed);
    }

    public Design design() {
        int size = random.nextInt(12);
        List<Component> components = IntStream.range(0, size).mapToObj(this::component).toList();
        List<Link> links = new ArrayList<>();
        for (int i = 0; size > 1 && i < random.nextInt(15); i++) {
            int from = random.nextInt(size);
            int to = (from + 1 + random.nextInt(size - 1)) % size;
            links.add(new Link("link-" + i, one(Link.Kind.values()), components.get(from).id(),
                    components.get(to).id(), text(), random.nextBoolean(), unknown()));
        }
        List<Note> notes = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> new Note("note-" + i, text(), place(), place(), length(), length(),
                        random.nextBoolean(), unknown()))
                .toList();
        List<Group> groups = IntStream.range(0, random.nextInt(3)).mapToObj(
                i -> new Group("group-" + i, text(), "accent", place(), place(), length(), length(),
                        random.nextBoolean(), unknown()))
                .toList();
        List<Decision> decisions = IntStream.range(0, random.nextInt(4)).mapToObj(this::decision).toList();
        Map<Step, Fields> steps = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            steps.put(step, fields());
        }
        return new Design(text(), text(), text(), text(), steps, Elements.of(components), Elements.of(links),
                Elements.of(notes), Elements.of(groups), Elements.of(decisions), text(), List.of(), unknown());
    }

    private Component component(int i) {
        boolean usual = random.nextBoolean();
        return new Component("c-" + i, random.nextInt(5) == 0 ? "from-the-future" : "ranker-service",
                one(Step.values()), text(), place(), place(), usual ? Component.DEFAULT_WIDTH : length(),
                usual ? Component.DEFAULT_HEIGHT : length(), fields(), random.nextBoolean(), unknown());
    }

    private Decision decision(int i) {
        return new Decision("decision-" + i, one(Step.values()), text(), text(),
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(_ -> new Decision.Alternative(text(), text(), text())).toList(),
                text(), unknown());
    }

    private Fields fields() {
        Map<String, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < random.nextInt(7); i++) {
            values.put("field" + i, value());
        }
        return new Fields(values);
    }

    private Value value() {
        return switch (random.nextInt(8)) {
            case 0 -> new Value.Quantity(number(), one(Unit.values()), one(Source.values()));
            case 1 -> new Value.Latency(number(), TIMES.get(random.nextInt(TIMES.size())),
                    random.nextInt(1, 1000) / 10.0, one(Source.values()));
            case 2 -> new Value.Text(text());
            case 3 -> new Value.Choice(text());
            case 4 -> new Value.Flag(random.nextBoolean());
            case 5 -> new Value.TextList(List.of(text(), text()));
            case 6 -> new Value.References(List.of("c-0", text()));
            default -> new Value.Opaque(Map.of("amount", 3L, "colour", text(), "deep", List.of(unknown())));
        };
    }

    private Map<String, Object> unknown() {
        if (random.nextInt(3) > 0) {
            return Map.of();
        }
        return Map.of("later", Map.of("a", List.of(1L, new BigDecimal("1.50"), true, text())), "x-other", text());
    }

    private double number() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(100_000);
            case 1 -> random.nextGaussian();
            case 2 -> -0.0;
            case 3 -> Double.MIN_VALUE;
            case 4 -> Double.MAX_VALUE;
            default -> random.nextDouble() * Math.pow(10, random.nextInt(-12, 18));
        };
    }

    private double place() {
        return random.nextBoolean() ? random.nextInt(100) * 16 : random.nextDouble() * 2_000;
    }

    private double length() {
        return 1 + random.nextInt(400) + random.nextInt(2) / 2.0;
    }

    private String text() {
        return one(PIECES) + one(PIECES);
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
