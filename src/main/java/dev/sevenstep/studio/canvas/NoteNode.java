package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Note;
import dev.sevenstep.design.NoteText;
import dev.sevenstep.design.layout.Bounds;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Free text on the canvas, with its simple formatting. */
final class NoteNode extends Pane {
    private static final double SIDE = 10;
    private static final double TOP = 8;
    private static final double INDENT = 13;
    private static final double EMPTY_LINE = 8;

    /** A line of the text, its marker if it is a point of a list, and the grounds of its code. */
    private record Row(TextFlow flow, @Nullable Text marker, List<int[]> code, Path ground) {}

    private final List<Row> rows = new ArrayList<>();
    private final FontIcon lock = new FontIcon("ci-locked");
    private String text = "";

    NoteNode(Note note) {
        getStyleClass().add("canvas-note");
        lock.getStyleClass().add("lock-icon");
        lock.setVisible(false);
        lock.setManaged(false);
        setManaged(false);
        setAccessibleRole(AccessibleRole.TEXT);
        setId("note-" + note.id());
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().add(lock);
    }

    void show(Note note) {
        if (!note.text().equals(text)) {
            text = note.text();
            NoteText read = NoteText.of(text);
            write(read);
            setAccessibleText("Note: " + read.plain());
        }
        lock.setVisible(note.locked());
        resizeRelocate(note.x(), note.y(), note.width(), note.height());
    }

    static Bounds boundsOf(Note note) {
        return new Bounds(note.x(), note.y(), note.width(), note.height());
    }

    private void write(NoteText read) {
        rows.clear();
        getChildren().clear();
        for (NoteText.Line line : read.lines()) {
            TextFlow flow = new TextFlow();
            List<int[]> code = new ArrayList<>();
            int length = 0;
            for (NoteText.Span span : line.spans()) {
                flow.getChildren().add(piece(span));
                if (span.code()) {
                    code.add(new int[]{length, length + span.text().length()});
                }
                length += span.text().length();
            }
            Text marker = line.marker().isEmpty() ? null : styled(new Text(line.marker()));
            Path ground = new Path();
            ground.getStyleClass().add("note-code-ground");
            getChildren().addAll(ground, flow);
            if (marker != null) {
                getChildren().add(marker);
            }
            rows.add(new Row(flow, marker, code, ground));
        }
        getChildren().add(lock);
        requestLayout();
    }

    private static Text piece(NoteText.Span span) {
        Text piece = styled(new Text(span.text()));
        if (span.bold()) {
            piece.getStyleClass().add("note-bold");
        } else if (span.italic()) {
            piece.getStyleClass().add("note-italic");
        } else if (span.code()) {
            piece.getStyleClass().add("note-code");
        }
        return piece;
    }

    private static Text styled(Text piece) {
        piece.getStyleClass().add("note-text");
        return piece;
    }

    /** The height that all of the text needs at the note's width, in canvas units. */
    double neededHeight() {
        applyCss();
        return Math.ceil(place(false) + TOP);
    }

    @Override
    protected void layoutChildren() {
        place(true);
        lock.relocate(getWidth() - 18, 6);
    }

    private double place(boolean really) {
        double y = TOP;
        for (Row row : rows) {
            if (row.flow().getChildren().isEmpty() && row.marker() == null) {
                y += EMPTY_LINE;
                continue;
            }
            double left = SIDE + (row.marker() == null ? 0 : INDENT);
            double width = Math.max(10, getWidth() - left - SIDE);
            double height = row.flow().prefHeight(width);
            if (really) {
                row.flow().resizeRelocate(left, y, width, height);
                row.flow().layout();
                ground(row, left, y);
                if (row.marker() != null) {
                    row.marker().relocate(SIDE, y);
                }
            }
            y += height;
        }
        return y;
    }

    private static void ground(Row row, double x, double y) {
        row.ground().getElements().clear();
        row.ground().setLayoutX(x);
        row.ground().setLayoutY(y);
        for (int[] range : row.code()) {
            row.ground().getElements().addAll(row.flow().getRangeShape(range[0], range[1], false));
        }
    }
}
