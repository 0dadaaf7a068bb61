package dev.sevenstep.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a window can be shown. */
class MainTest {
    @ParameterizedTest
    @CsvSource({"Linux, :0, true", "Linux, '', false", "FreeBSD, '', false", "Mac OS X, '', true",
            "Windows 11, '', true"})
    void aDisplayIsAnXServerOrADesktopSystem(String system, String display, boolean expected) {
        assertEquals(expected, Main.hasDisplay(system, display.isEmpty() ? Map.of() : Map.of("DISPLAY", display)));
    }
}
