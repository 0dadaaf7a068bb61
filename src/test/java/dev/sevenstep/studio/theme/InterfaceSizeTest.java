package dev.sevenstep.studio.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class InterfaceSizeTest {
    @Test
    void stepsGoUpAndDownAndStopAtTheEnds() {
        InterfaceSize size = InterfaceSize.SYSTEM;
        int steps = 0;
        while (!size.larger().equals(size)) {
            size = size.larger();
            steps++;
        }
        assertEquals(350, size.percent());
        assertEquals(InterfaceSize.STEPS.size() - 1, steps);
        for (int i = 0; i < 20; i++) {
            size = size.smaller();
        }
        assertEquals(100, size.percent());
        assertThrows(IllegalArgumentException.class, () -> new InterfaceSize(137));
    }

    @Test
    void javaFxIsToldUnlessTheUserAlreadyDid() {
        Properties system = new Properties();
        InterfaceSize.SYSTEM.apply(system);
        assertTrue(system.isEmpty(), "as the system: nothing is said");
        system.setProperty("glass.win.uiScale", "3.0");
        new InterfaceSize(150).apply(system);
        assertEquals("150%", system.getProperty("glass.gtk.uiScale"));
        assertEquals("3.0", system.getProperty("glass.win.uiScale"));
    }
}
