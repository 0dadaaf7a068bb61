package dev.sevenstep.design.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A file of every version of the format; these files never change. */
class GoldenFilesTest {

    @Test
    void versionOneBecomesVersionTwo() throws Exception {
        DesignFile.Opened opened = DesignFile.open(golden("version-1.json"));
        assertEquals(1, opened.version());
        assertEquals(text(golden("version-1-as-2.json")), text(DesignWriter.write(opened.design())));
    }

    @Test
    void versionTwoIsWrittenAsItWasRead() throws Exception {
        byte[] bytes = golden("version-2.json");
        DesignFile.Opened opened = DesignFile.open(bytes);
        assertEquals(2, opened.version());
        assertTrue(opened.canonical());
        assertEquals(text(bytes), text(DesignWriter.write(opened.design())));
        assertEquals(1, opened.design().placeholders().size());
    }

    /** The file of the oldest format, for tests that need one. */
    static byte[] version1() throws IOException {
        return golden("version-1.json");
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(GoldenFilesTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
