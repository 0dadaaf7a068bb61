package dev.sevenstep.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

class AxesTest {

    @Test
    void allNumbersHaveAsManyDecimalsAsTheStepsNeed() {
        NumberAxis axis = Axes.linear("precision", "0.0##");
        axis.setRange(0.774, 0.826);
        assertEquals(List.of("0.78", "0.79", "0.80", "0.81", "0.82"), ticks(axis));
        axis.setRange(0, 3);
        assertEquals("0.0", ticks(axis).getFirst());
        NumberAxis euros = Axes.linear("€ a day", "#,##0");
        euros.setRange(0, 5_000);
        assertEquals("1,000", ticks(euros).get(1));
    }

    private static List<String> ticks(NumberAxis axis) {
        Graphics2D graphics = new BufferedImage(300, 50, BufferedImage.TYPE_INT_RGB).createGraphics();
        List<String> texts = new ArrayList<>();
        for (Object tick : axis.refreshTicks(graphics, new AxisState(), new Rectangle2D.Double(0, 0, 300, 50),
                RectangleEdge.BOTTOM)) {
            String text = ((NumberTick) tick).getText();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }
}
