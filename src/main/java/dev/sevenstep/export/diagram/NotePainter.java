package dev.sevenstep.export.diagram;

import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.NoteText;
import dev.sevenstep.design.layout.Bounds;
import dev.sevenstep.export.diagram.DrawingFonts.Face;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Writes the text of notes with its formatting ({@link NoteText}), in the sizes of the screen. */
final class NotePainter {
    private static final double SIZE = 11;
    private static final double LINE = 15;
    private static final double EMPTY_LINE = 8;
    private static final double SIDE = 10;
    private static final double TOP = 8;
    private static final double BASELINE = 11;
    private static final double INDENT = 13;

    /** A word, or a part of one, in one look. */
    private record Word(String text, Font font, boolean code) {}

    private final DrawingFonts fonts;
    private final TextFit fit;

    NotePainter(DrawingFonts fonts, TextFit fit) {
        this.fonts = fonts;
        this.fit = fit;
    }

    /** What does not fit into the note's height is left out; the last line then ends in an ellipsis. */
    void paint(Graphics2D canvas, Note note, Bounds bounds, Palette palette) {
        double y = bounds.y() + TOP;
        double bottom = bounds.bottom() - TOP / 2;
        for (NoteText.Line line : NoteText.of(fonts.printable().block(note.text()).strip()).lines()) {
            if (line.spans().isEmpty() && line.marker().isEmpty()) {
                y += EMPTY_LINE;
                continue;
            }
            double indent = line.marker().isEmpty() ? 0 : INDENT;
            boolean first = true;
            for (List<Word> row : rows(line, bounds.width() - 2 * SIDE - indent)) {
                if (y + LINE > bottom) {
                    return;
                }
                if (first && indent > 0) {
                    DiagramPainter.text(canvas, line.marker(), fonts.font(Face.REGULAR, SIZE), palette.foreground(),
                            bounds.x() + SIDE, y + BASELINE);
                }
                boolean last = y + 2 * LINE > bottom;
                row(canvas, row, bounds.x() + SIDE + indent, y, bounds.right() - SIDE, last, palette);
                y += LINE;
                first = false;
            }
        }
    }

    private void row(Graphics2D canvas, List<Word> row, double left, double y, double right, boolean last,
            Palette palette) {
        double x = left;
        for (Word word : joined(row)) {
            double width = fit.width(word.text(), word.font());
            String shown = last && x + width > right ? fit.cut(word.text(), word.font(), right - x) : word.text();
            if (word.code()) {
                canvas.setColor(palette.subtle());
                canvas.fill(new RoundRectangle2D.Double(x - 1.5, y + 0.5, width + 3, LINE - 1.5, 5, 5));
            }
            DiagramPainter.text(canvas, shown, word.font(), palette.foreground(), x, y + BASELINE);
            x += width;
        }
    }

    /** Words of one look as one text: where another program measures them otherwise they keep their distance. */
    private static List<Word> joined(List<Word> row) {
        List<Word> joined = new ArrayList<>();
        for (Word word : row) {
            Word before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && !before.code() && !word.code() && before.font().equals(word.font())) {
                joined.set(joined.size() - 1, new Word(before.text() + word.text(), word.font(), false));
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    /** The words of a line in rows; a word that is wider than a row is broken anywhere. */
    private List<List<Word>> rows(NoteText.Line line, double width) {
        List<List<Word>> rows = new ArrayList<>();
        List<Word> row = new ArrayList<>();
        double x = 0;
        for (Word word : words(line)) {
            double wide = fit.width(word.text().stripTrailing(), word.font());
            if (x + wide > width && !row.isEmpty()) {
                rows.add(row);
                row = new ArrayList<>();
                x = 0;
            }
            if (wide > width) {
                for (String part : fit.wrap(word.text(), word.font(), width, Integer.MAX_VALUE)) {
                    rows.add(List.of(new Word(part, word.font(), word.code())));
                }
                continue;
            }
            row.add(word);
            x += fit.width(word.text(), word.font());
        }
        if (!row.isEmpty() || rows.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    private List<Word> words(NoteText.Line line) {
        List<Word> words = new ArrayList<>();
        for (NoteText.Span span : line.spans()) {
            Face face = span.bold()
                    ? Face.SEMI_BOLD
                    : span.italic()
                            ? Face.ITALIC
                            : span.code()
                                    ? Face.MEDIUM
                                    : Face.REGULAR;
            Font font = fonts.font(face, SIZE);
            if (span.code()) {
                words.add(new Word(span.text(), font, true));
                continue;
            }
            int start = 0;
            for (int at = 1; at <= span.text().length(); at++) {
                boolean edge = at == span.text().length()
                        || span.text().charAt(at - 1) == ' ' && span.text().charAt(at) != ' ';
                if (edge) {
                    words.add(new Word(span.text().substring(start, at), font, false));
                    start = at;
                }
            }
        }
        return words;
    }
}
