package dev.sevenstep.design.layout;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Designs with cards on a loose grid, none on another, and random links. */
public final class GeneratedDesigns {
    private GeneratedDesigns() {
    }

    public static Design of(int cards, int links, RandomGenerator random) {
        List<Component> components = new ArrayList<>();
        int perStep = (cards + 6) / 7;
        int columns = Math.max(1, (int) Math.ceil(Math.sqrt(perStep / 1.6)));
        for (int i = 0; i < cards; i++) {
            Step step = Step.values()[i % 7];
            int place = i / 7;
            double x = place % columns * 232 + 8 * random.nextInt(4);
            double y = place / columns * 112 + 8 * random.nextInt(3);
            components.add(new Component("c" + i, "kind-" + i % 9, step, "Card " + i, x, y, 168, 72, Fields.none()));
        }
        List<Link> made = new ArrayList<>();
        for (int i = 0; i < links; i++) {
            int from = random.nextInt(cards);
            int to = random.nextInt(4) == 0 ? random.nextInt(cards) : (from + 7 * (1 + random.nextInt(3))) % cards;
            if (from != to) {
                made.add(new Link("l" + i, Link.Kind.values()[i % 3], "c" + from, "c" + to, ""));
            }
        }
        return Design.empty("generated", "Generated").withComponents(Elements.of(components))
                .withLinks(Elements.of(made));
    }
}
