package dev.sevenstep.design.edit;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.design.layout.FrameLayout;
import java.util.ArrayList;
import java.util.List;

/** Makes room for a card between two others of its frame that stand side by side or one below the other. */
final class Room {
    /** Free space left on both sides, enough for an arrow and its head. */
    private static final double GAP = 40;
    private static final double GRID = 8;

    private Room() {
    }

    /**
     * Puts {@code card} in line between two cards; the farther one, and all cards of the frame that stand as far or farther,
     * are pushed on as far as needed, locked ones excepted. When the three are not of one frame, or the two do not face each
     * other, everything stays.
     */
    static Design between(Design design, Component card, Component from, Component to) {
        if (from.step() != card.step() || to.step() != card.step() || card.locked()) {
            return design;
        }
        if (facing(from.y(), from.height(), to.y(), to.height())) {
            Component left = from.x() <= to.x() ? from : to;
            Component right = left == from ? to : from;
            return placed(design, card, left, right, true);
        }
        if (facing(from.x(), from.width(), to.x(), to.width())) {
            Component upper = from.y() <= to.y() ? from : to;
            Component lower = upper == from ? to : from;
            return placed(design, card, upper, lower, false);
        }
        return design;
    }

    private static boolean facing(double a, double lengthA, double b, double lengthB) {
        return Math.min(a + lengthA, b + lengthB) - Math.max(a, b) >= Math.min(lengthA, lengthB) / 2;
    }

    private static Design placed(Design design, Component card, Component near, Component far, boolean across) {
        double end = across ? near.x() + near.width() : near.y() + near.height();
        double start = across ? far.x() : far.y();
        double length = across ? card.width() : card.height();
        double free = start - end - length;
        double at = free >= 2 * GAP ? onGrid(end + free / 2) : onGrid(end + GAP);
        double push = Math.max(0, onGrid(at + length + GAP - start));
        double beside = across
                ? near.y() + (near.height() - card.height()) / 2
                : near.x() + (near.width() - card.width()) / 2;
        List<Component> moved = new ArrayList<>();
        for (Component other : design.components()) {
            boolean beyond = (across ? other.x() : other.y()) >= start;
            if (push > 0 && other.step() == card.step() && beyond && !other.locked()
                    && !other.id().equals(card.id())) {
                moved.add(other.movedTo(other.x() + (across ? push : 0), other.y() + (across ? 0 : push)));
            }
        }
        moved.add(card.movedTo(Math.max(0, across ? at : beside), Math.max(0, across ? beside : at)));
        return design.withComponents(design.components().withAll(moved))
                .withGroups(design.groups().withAll(wider(design, near, far, across, push)));
    }

    /** A group frame around both cards goes on holding them. */
    private static List<Group> wider(Design design, Component near, Component far, boolean across, double push) {
        FrameLayout frames = FrameLayout.of(design);
        Bounds both = frames.bounds(near).union(frames.bounds(far));
        return design.groups().stream()
                .filter(group -> push > 0 && !group.locked()
                        && new Bounds(group.x(), group.y(), group.width(), group.height()).contains(both))
                .map(group -> group.resizedTo(group.width() + (across ? push : 0),
                        group.height() + (across ? 0 : push)))
                .toList();
    }

    private static double onGrid(double length) {
        return Math.round(length / GRID) * GRID;
    }
}
