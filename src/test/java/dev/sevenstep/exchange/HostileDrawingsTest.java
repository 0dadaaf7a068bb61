package dev.sevenstep.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Suggestions;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.DesignFile;
import dev.sevenstep.design.io.DesignWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to do harm, and files damaged by chance: each opens or is refused with words, soon and without side effects. */
class HostileDrawingsTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Importer IMPORTER = new Importer(CatalogueReader.bundled(), Suggestions.none());

    @TempDir
    private Path folder;

    private static ImportedDrawing read(String file) {
        return assertTimeoutPreemptively(SOON,
                () -> IMPORTER.read(file.getBytes(StandardCharsets.UTF_8), "../../name", "new"));
    }

    private static String refused(String file) {
        String message = assertThrows(ImportException.class, () -> read(file)).getMessage();
        assertTrue(message != null && message.length() > 20 && message.length() < 400, message);
        return message;
    }

    private static String drawio(String cells) {
        return "<mxfile><diagram name=\"a\"><mxGraphModel><root><mxCell id=\"0\"/><mxCell id=\"1\" parent=\"0\"/>"
                + cells
                + "</root></mxGraphModel></diagram></mxfile>";
    }

    private static String box(String id, String title, String place) {
        return "<mxCell id=\"" + id + "\" value=\"" + title + "\" vertex=\"1\" parent=\"1\"><mxGeometry " + place
                + " as=\"geometry\"/></mxCell>";
    }

    private static String excalidraw(String elements) {
        return "{\"type\":\"excalidraw\",\"elements\":[" + elements + "]}";
    }

    private static String element(String id, String rest) {
        return "{\"id\":\"" + id + "\",\"type\":\"rectangle\"" + rest + "},{\"id\":\"" + id
                + "-t\",\"type\":\"text\",\"containerId\":\"" + id + "\",\"text\":\"Kafka " + id + "\"}";
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE mxfile [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY a").append(i).append(" \"&a").append(i - 1).append(";&a").append(i - 1)
                    .append(";\">");
        }
        assertTrue(refused(entities + "]>" + drawio(box("a", "&a29;", ""))).contains("document type"));
    }

    @Test
    void nothingIsFetchedAndNoFileIsRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            String address = "http://localhost:" + server.getLocalPort() + "/x";
            for (String type : new String[]{"<!DOCTYPE a SYSTEM \"" + address + "\">",
                    "<!DOCTYPE a [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>",
                    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]>"}) {
                assertFalse(refused(type + drawio(box("a", "&s;", ""))).contains("SECRET"));
            }
            assertThrows(IOException.class, server::accept, "nobody called");
        }
    }

    @Test
    void aDeflateBombIsStopped() throws IOException {
        String bomb = ImporterTest.packed(" ".repeat(40_000_000));
        assertTrue(bomb.length() < 1_000_000);
        assertTrue(refused("<mxfile><diagram>" + bomb + "</diagram></mxfile>").contains("unpacks to more"));
    }

    @Test
    void packedRubbishIsRefused() throws IOException {
        refused("<mxfile><diagram>no base 64 at all!</diagram></mxfile>");
        refused("<mxfile><diagram>" + ImporterTest.packed("<mxGraphModel><root>") + "</diagram></mxfile>");
        String twice = ImporterTest.packed("<mxfile><diagram>" + ImporterTest.packed("<a/>") + "</diagram></mxfile>");
        refused("<mxfile><diagram>" + twice + "</diagram></mxfile>");
    }

    @Test
    void deepNestingIsRefused() {
        assertTrue(refused("<a>".repeat(100_000)).contains("levels deep"));
        refused("{\"elements\":" + "[".repeat(100_000));
    }

    @Test
    void oneHundredMillionCharactersAreRefused() {
        byte[] large = new byte[100 << 20];
        java.util.Arrays.fill(large, (byte) 'a');
        large[0] = '{';
        String message = assertThrows(ImportException.class, () -> IMPORTER.read(large, "x", "new")).getMessage();
        assertTrue(String.valueOf(message).contains("too large"), message);
    }

    @Test
    void longTitlesAreCut() {
        Design design = read(drawio(box("a", "Kafka " + "x".repeat(10_000_000), ""))).design().design();
        assertEquals(Limits.TITLE, design.components().list().getFirst().title().length());
    }

    @Test
    void tooManyShapesAreRefused() {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < Limits.SHAPES + 2; i++) {
            cells.append("<mxCell id=\"x").append(i).append("\" vertex=\"1\"/>");
        }
        assertTrue(refused(drawio(cells.toString())).contains("Split it"));
        String element = "{\"id\":\"a\",\"type\":\"rectangle\"}";
        assertTrue(refused(excalidraw((element + ",").repeat(Limits.SHAPES + 1) + element)).contains("Split it"));
    }

    @Test
    void idsMayBeDoubleMissingOrPointAtThemselves() throws Exception {
        String cells = box("a", "Kafka", "x=\"1\"") + box("a", "Redis", "x=\"400\"") + box("", "Grafana", "")
                + "<mxCell id=\"b\" value=\"Airflow\" vertex=\"1\" parent=\"b\"/><mxCell id=\"c\" value=\"MLflow\" vertex=\"1\" parent=\"d\"/>"
                + "<mxCell id=\"d\" value=\"Spark\" vertex=\"1\" parent=\"c\"/><mxCell value=\"x\" edge=\"1\" source=\"a\" target=\"a\"/>"
                + "<mxCell id=\"e\" edge=\"1\" parent=\"e\" source=\"e\" target=\"e\"/>";
        ImportedDrawing drawing = read(drawio(cells));
        check(drawing);
        assertTrue(drawing.leftOut().stream().anyMatch(what -> what.contains("id “a”")), drawing.leftOut()::toString);
        check(read(excalidraw(element("a", ",\"frameId\":\"a\"") + "," + element("a", "") + "," + element("", "")
                + ",{\"id\":\"r\",\"type\":\"arrow\",\"startBinding\":{\"elementId\":\"r\"},\"endBinding\":{\"elementId\":\"r\"}}"
                + ",{\"id\":\"t\",\"type\":\"text\",\"containerId\":\"t\",\"text\":\"x\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e308", "-1e999", "x", "", "0x1p3",
            "99999999999999999999"})
    void placesMayBeNoNumbersOrHuge(String number) throws Exception {
        String place = "x=\"N\" y=\"N\" width=\"N\" height=\"N\"".replace("N", number);
        check(read(drawio(box("a", "Kafka", place) + box("b", "Redis", place))));
        String json = number.matches("-?[0-9]+(e[0-9]+)?") ? number : "\"" + number + "\"";
        String there = ",\"x\":N,\"y\":N,\"width\":N,\"height\":N".replace("N", json);
        check(read(excalidraw(element("a", there) + "," + element("b", there))));
    }

    private static void check(ImportedDrawing drawing) throws Exception {
        Design design = drawing.design().design();
        for (Component card : design.components()) {
            assertTrue(card.x() >= 0 && card.x() <= 10_000 && card.y() >= 0 && card.y() <= 100_000, card.toString());
        }
        assertEquals(design, DesignFile.open(DesignWriter.write(design)).design());
    }

    @Test
    void marksOfOursThatLieAreHarmless() throws Exception {
        String cells = "<UserObject id=\"r\" sevenstep=\"design\" source=\"{&quot;format&quot;:1\"><mxCell/></UserObject>"
                + "<UserObject id=\"f\" sevenstep=\"frame\" step=\"../..\"><mxCell vertex=\"1\"/></UserObject>"
                + "<UserObject id=\"k\" label=\"A\" sevenstep=\"component\" element=\"../../x\" kind=\"../y\" step=\"z\">"
                + "<mxCell vertex=\"1\" parent=\"f\"><mxGeometry x=\"-9e9\" y=\"NaN\" as=\"geometry\"/></mxCell></UserObject>";
        ImportedDrawing drawing = read(drawio(cells));
        assertTrue(drawing.leftOut().stream().anyMatch(what -> what.contains("design inside")));
        check(drawing);
    }

    @Test
    void namesOfFilesAreOnlyTitles() {
        assertEquals("../../name",
                read("<mxGraphModel><root>" + box("a", "Kafka", "") + "</root></mxGraphModel>").design()
                        .design().title());
        assertEquals("new", read(excalidraw(element("a", ""))).design().design().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "{", "{}", "[]", "{\"elements\":1}", "{\"elements\":[]}", "<", "<a/>",
            "<mxfile/>", "<mxfile><diagram/></mxfile>", "<svg xmlns=\"x\"/>", "%PDF-1.7", "\u0000\u0000"})
    void whatIsNoDrawingIsRefusedWithWords(String file) {
        refused(file);
    }

    /** Bytes changed, cut and doubled at random: opens, or is refused; nothing else is thrown. */
    @ParameterizedTest
    @ValueSource(strings = {"recommender.drawio", "recommender.excalidraw"})
    void damagedFilesOpenOrAreRefused(String name) throws Exception {
        byte[] sound = ImporterTest.resource(name);
        long seed = 20_260_203;
        Random random = new Random(seed);
        int opened = 0;
        for (int i = 0; i < 1_500; i++) {
            byte[] damaged = sound.clone();
            for (int j = 0; j <= random.nextInt(8); j++) {
                int at = random.nextInt(damaged.length);
                switch (random.nextInt(20)) {
                    case 0, 1, 2, 3, 4, 5, 6, 7 -> damaged[at] = (byte) (' ' + random.nextInt(95));
                    case 8 -> damaged = java.util.Arrays.copyOf(damaged, at + 1);
                    default -> {
                        int from = random.nextInt(damaged.length);
                        int length = Math.min(random.nextInt(200), damaged.length - Math.max(at, from));
                        System.arraycopy(sound, from, damaged, at, Math.max(0, length));
                    }
                }
            }
            try {
                DesignWriter.write(IMPORTER.read(damaged, "x", "new").design().design());
                opened++;
            } catch (ImportException e) {
                assertTrue(e.getMessage() != null && !e.getMessage().isBlank());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + i, e);
            }
        }
        assertTrue(opened > 50, "some are still drawings: " + opened);
    }
}
