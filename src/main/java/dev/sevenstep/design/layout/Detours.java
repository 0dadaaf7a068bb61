package dev.sevenstep.design.layout;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ways around cards for a few links of a design, to be found within the time of a frame or two: only cards near a link are
 * looked at, and not more crossings than there is time for. Where that would take too long, a link runs straight through for
 * now. Finds the same ways on any machine. Safe for any thread.
 */
public final class Detours {
    /** How far around the cards of a link other cards are looked at. */
    private static final double AROUND = 240;
    /** More cards than this around the links to be routed take too long for a frame. */
    private static final int MOST_NEAR = 250;
    /** More links than this are not routed around cards in one frame. */
    private static final int MOST_LINKS = 30;
    /** More crossings than this are not looked at in one frame. */
    private static final int MOST_CROSSINGS = 6_000;
    private static final int MOST_CROSSINGS_A_LINK = 1_500;

    private final Design design;
    private final FrameLayout frames;
    private final Boxes cards;
    private final List<Link> links;

    /** @param cards where the cards stand, in the order of the design; does not change afterwards */
    Detours(Design design, FrameLayout frames, Boxes cards, List<Link> links) {
        this.design = design;
        this.frames = frames;
        this.cards = cards;
        this.links = List.copyOf(links);
    }

    Design design() {
        return design;
    }

    FrameLayout frames() {
        return frames;
    }

    List<Link> links() {
        return links;
    }

    /** By link id. Links that lie near each other go together in batches that have few cards to look at. */
    public Map<String, List<Point>> find() {
        LinkRouter router = new LinkRouter(design, frames);
        Map<String, List<Point>> made = new HashMap<>();
        List<Link> batch = new ArrayList<>();
        List<Bounds> near = List.of();
        Bounds region = null;
        int left = MOST_LINKS;
        Effort effort = Effort.of(MOST_CROSSINGS, MOST_CROSSINGS_A_LINK);
        for (Link link : links) {
            Optional<Bounds> own = router.between(link);
            if (own.isEmpty()) {
                continue;
            }
            List<Bounds> around = left-- > 0 ? near(own.get()) : List.of();
            if (around.isEmpty() || around.size() > MOST_NEAR) {
                made.putAll(router.rough(List.of(link)));
                continue;
            }
            Bounds wider = region == null ? own.get() : region.union(own.get());
            List<Bounds> together = region == null ? around : near(wider);
            if (together.size() > MOST_NEAR) {
                made.putAll(router.route(batch, near, false, effort));
                batch.clear();
                wider = own.get();
                together = around;
            }
            batch.add(link);
            region = wider;
            near = together;
        }
        if (!batch.isEmpty()) {
            made.putAll(router.route(batch, near, false, effort));
        }
        return made;
    }

    /** The cards around the two of a link; of too many, no more than show that they are. */
    private List<Bounds> near(Bounds own) {
        List<Component> all = design.components().list();
        List<Bounds> near = new ArrayList<>();
        cards.meeting(own.grown(AROUND), number -> {
            if (near.size() <= MOST_NEAR) {
                near.add(frames.bounds(all.get(number)));
            }
        });
        return near;
    }
}
