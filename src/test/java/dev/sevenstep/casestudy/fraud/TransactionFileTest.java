package dev.sevenstep.casestudy.fraud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.RunException;
import dev.sevenstep.task.StageLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionFileTest {
    private static final String HANDBOOK = "TRANSACTION_ID,TX_DATETIME,CUSTOMER_ID,TERMINAL_ID,TX_AMOUNT,TX_TIME_SECONDS,"
            + "TX_TIME_DAYS,TX_FRAUD,TX_FRAUD_SCENARIO\n0,2018-04-01 00:00:31,596,3156,57.16,31,0,0,0\n"
            + "1,2018-04-02 00:02:10,4961,3412,381.51,130,0,1,1\n";

    @TempDir
    private Path folder = Path.of("");

    private Transactions read(String text, String mapping) throws IOException {
        return read(Files.writeString(folder.resolve("data.csv"), text), mapping);
    }

    private static Transactions read(Path file, String mapping) {
        return TransactionFile.read(file, mapping, new StageLog(System::nanoTime, _ -> {}));
    }

    private void assertRefused(String text, String mapping, String... parts) {
        String message = String.valueOf(assertThrows(RunException.class, () -> read(text, mapping)).getMessage());
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void readsTheHandbooksFile() throws IOException {
        Transactions data = read(HANDBOOK, "");
        assertEquals(2, data.rows());
        assertArrayEquals(new int[]{31, 86_400 + 130}, data.second());
        assertEquals("2018-04-01 00:00:31", data.time(0));
        assertEquals("596", data.cardName(0));
        assertEquals("3412", data.terminalName(1));
        assertEquals(381.51, data.amount()[1]);
        assertTrue(data.fraud()[1]);
        assertEquals(1, data.scenario()[1]);
        assertTrue(data.info().simulated());
    }

    @Test
    void theHashIsThatOfTheFile() throws Exception {
        Transactions data = read("time,amount,label\n1,2,0\n", "time=time,amount=amount,label=label");
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                .digest("time,amount,label\n1,2,0\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(java.util.HexFormat.of().formatHex(digest), data.info().hash());
        assertFalse(data.info().simulated());
    }

    @Test
    void readsGzipBySight() throws IOException {
        Path file = folder.resolve("data.bin");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(HANDBOOK.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(2, read(file, "").rows());
    }

    @Test
    void readsAnyFileWithAMappingAndSortsItByTime() throws IOException {
        Transactions data = read("\uFEFFwhen;euro;pan;is_fraud\r\n2024-02-29T10:00:00Z;\"1.5\";\"a;b\";true\r\n"
                + "2024-02-28T23:59;2;\"say \"\"c\"\"\";false\r\n\r\n",
                "time=when, amount=euro, card=pan, label=is_fraud");
        assertEquals(List.of("2024-02-28 23:59:00", "2024-02-29 10:00:00"), List.of(data.time(0), data.time(1)));
        assertEquals(List.of("say \"c\"", "a;b"), List.of(data.cardName(0), data.cardName(1)));
        assertFalse(data.hasTerminals());
        assertTrue(data.fraud()[1]);
    }

    @Test
    void secondsSince1970AreDatesAndSmallNumbersAreNot() throws IOException {
        String mapping = "time=t,amount=a,label=l";
        assertEquals("2018-04-01 00:00:31", read("t,a,l\n1522540831,1,0\n", mapping).time(0));
        assertEquals("2018-04-01 00:00:31", read("t,a,l\n1522540831000,1,0\n", mapping).time(0));
        Transactions relative = read("t,a,l\n90061,1,0\n", mapping);
        assertFalse(relative.calendar());
        assertEquals("day 1 01:01:01", relative.time(0));
    }

    @Test
    void errorsNameFileLineAndReason() {
        assertRefused(HANDBOOK + "2,2018-04-03 00:00:00,1,2,abc,0,0,0,0\n", "", "data.csv", "line 4", "'abc'",
                "TX_AMOUNT");
        assertRefused(HANDBOOK + "2,2018-13-03 00:00:00,1,2,1,0,0,0,0\n", "", "line 4", "2018-13-03");
        assertRefused(HANDBOOK + "2,yesterday,1,2,1,0,0,0,0\n", "", "line 4", "yesterday");
        assertRefused(HANDBOOK + "2,2018-04-03 00:00:00,1,2,1,0,0,maybe,0\n", "", "line 4", "neither 0 nor 1");
        assertRefused(HANDBOOK + "2,2018-04-03\n", "", "line 4", "2 fields");
        assertRefused(HANDBOOK + "2,2018-04-03 00:00:00,1,2,NaN,0,0,0,0\n", "", "line 4", "not a number");
        assertRefused("", "", "empty");
        assertRefused("a,b\n", "", "neither the handbook's", "Column mapping");
        assertRefused("t,a,l\n", "time=t,amount=a,label=l", "no rows");
        assertRefused("t,a,l\n1,1,1\n", "time=t,amount=x,label=l", "no column 'x'", "t, a, l");
        assertRefused("t,a,l\n1,1,1\n", "time=t,label=l", "amount is missing");
        assertRefused("t,a,l\n1,1,1\n", "when=t", "'when=t'");
        assertRefused("t,a,l\n1,1,1\n1600000000,1,1\n", "time=t,amount=a,label=l", "some times are dates");
        assertRefused("t,a,l\n" + "9".repeat(200_000), "time=t,amount=a,label=l", "longer than");
        assertThrows(RunException.class, () -> read(folder.resolve("missing.csv"), ""));
    }

    @Test
    void damagedFilesAreAnsweredByAMessage() throws IOException {
        byte[] good = HANDBOOK.getBytes(StandardCharsets.UTF_8);
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] bad = good.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("bad.csv"), bad);
            try {
                assertTrue(read(file, "").rows() > 0);
            } catch (RunException e) {
                assertTrue(String.valueOf(e.getMessage()).contains("bad.csv"), "seed " + seed + ": " + e.getMessage());
            }
        }
    }
}
