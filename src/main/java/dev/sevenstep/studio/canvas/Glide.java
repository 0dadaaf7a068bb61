package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.edit.Edit;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.theme.Motion;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.animation.Interpolator;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Lets cards, notes and groups travel to where an edit puts them. The design has changed before the first picture: what is seen
 * on the way is a preview, and any press, key or further change ends it.
 */
final class Glide extends AnimationTimer {
    private static final double NANOS = 240e6;
    /** With more cards the pictures would come too slowly to help. */
    private static final int MOST_CARDS = 150;

    private final Node canvas;
    private final DocumentSession session;
    private final Board board;
    private Design from;
    private Design to;
    private Optional<Long> start = Optional.empty();
    private boolean running;

    Glide(Node canvas, DocumentSession session, Board board) {
        this.canvas = canvas;
        this.session = session;
        this.board = board;
        from = session.design();
        to = from;
        session.designProperty().subscribe(_ -> end());
        canvas.addEventFilter(InputEvent.ANY, event -> {
            if (event.getEventType() == MouseEvent.MOUSE_PRESSED || event.getEventType() == KeyEvent.KEY_PRESSED
                    || event.getEventType() == ScrollEvent.SCROLL) {
                end();
            }
        });
    }

    void run(Edit edit) {
        from = session.design();
        if (!session.apply(edit)) {
            return;
        }
        to = session.design();
        if (!Motion.isReduced(canvas) && to.components().size() <= MOST_CARDS) {
            start = Optional.empty();
            running = true;
            board.preview(between(0));
            start();
        }
    }

    boolean isRunning() {
        return running;
    }

    private void end() {
        if (running) {
            running = false;
            stop();
            board.preview(null);
        }
    }

    @Override
    public void handle(long now) {
        if (start.isEmpty()) {
            start = Optional.of(now);
        }
        double done = (now - start.get()) / NANOS;
        if (done >= 1) {
            end();
        } else {
            board.preview(between(Interpolator.EASE_BOTH.interpolate(0.0, 1.0, Math.max(0, done))));
        }
    }

    private Design between(double part) {
        return to
                .withComponents(to.components().withAll(to.components().stream().map(card -> from.components()
                        .get(card.id()).map(old -> at(old, card, part)).orElse(card)).toList()))
                .withNotes(to.notes().withAll(to.notes().stream().map(note -> from.notes().get(note.id())
                        .map(old -> note.movedTo(mid(old.x(), note.x(), part), mid(old.y(), note.y(), part)))
                        .orElse(note)).toList()))
                .withGroups(to.groups().withAll(to.groups().stream().map(group -> from.groups().get(group.id())
                        .map(old -> group.movedTo(mid(old.x(), group.x(), part), mid(old.y(), group.y(), part))
                                .resizedTo(mid(old.width(), group.width(), part),
                                        mid(old.height(), group.height(), part)))
                        .orElse(group)).toList()));
    }

    private static Component at(Component old, Component card, double part) {
        return card.movedTo(mid(old.x(), card.x(), part), mid(old.y(), card.y(), part));
    }

    private static double mid(double from, double to, double part) {
        return from + (to - from) * part;
    }
}
