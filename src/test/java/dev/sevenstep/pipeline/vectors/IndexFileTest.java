package dev.sevenstep.pipeline.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.pipeline.RunException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFileTest {
    private static final EmbeddingId EMBEDDING = new EmbeddingId("perceptron", "1f0c");
    private static final Effort EFFORT = new Effort(30, 5, 20);

    @TempDir
    Path folder;

    @Test
    void aReopenedIndexFindsTheSame() throws IOException {
        Vectors catalogue = IndexesTest.clustered(21, 400, 19);
        for (Metric metric : Metric.values()) {
            for (IndexSpec spec : IndexesTest.specs()) {
                VectorIndex index = IndexesTest.build(spec, catalogue, metric, 1);
                Path file = folder.resolve("an index");
                IndexFile.save(index, EMBEDDING, file);
                VectorIndex again = IndexFile.open(file, EMBEDDING, 2);
                assertEquals(spec, again.spec());
                assertEquals(metric, again.metric());
                assertEquals(index.bytesPerVector(), again.bytesPerVector());
                for (int i = 0; i < 10; i++) {
                    Neighbours one = index.search(catalogue.row(i), 8, EFFORT);
                    Neighbours two = again.search(catalogue.row(i), 8, EFFORT);
                    assertArrayEquals(one.ids(), two.ids(), spec.label());
                    assertArrayEquals(one.distances(), two.distances(), spec.label());
                }
            }
        }
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing is left beside it");
        }
    }

    @Test
    void anIndexOfAnotherEmbeddingIsRefusedAndSaysWhy() {
        Path file = saved(IndexSpec.EXACT);
        String other = refused(file, new EmbeddingId("hog", "1"));
        assertTrue(other.contains("perceptron, version 1f0c") && other.contains("hog, version 1")
                && other.contains("space of its own"), other);
        String version = refused(file, new EmbeddingId("perceptron", "2a"));
        assertTrue(version.contains("trained or fed in another way"), version);
    }

    @Test
    void filesOfNewerProgramsAndNoFilesAreRefused() throws IOException {
        Path file = saved(IndexSpec.EXACT);
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = 2;
        Files.write(file, bytes);
        assertTrue(refused(file, EMBEDDING).contains("newer version"));
        assertTrue(refused(folder.resolve("none"), EMBEDDING).contains("no such file"));
        assertTrue(refused(Files.writeString(folder.resolve("text"), "These are no vectors."), EMBEDDING)
                .contains("does not begin as"));
        assertTrue(refused(Files.createFile(folder.resolve("empty")), EMBEDDING).contains("damaged"));
    }

    @Test
    void aFileThatCannotBeWrittenSaysSoAndLeavesTheOldOne() throws IOException {
        VectorIndex index = IndexesTest.build(IndexSpec.EXACT, IndexesTest.clustered(22, 10, 3), Metric.COSINE, 1);
        Path blocked = Files.createDirectories(folder.resolve("folder/in the way"));
        assertTrue(assertThrows(RunException.class, () -> IndexFile.save(index, EMBEDDING, blocked.resolveSibling("")))
                .toString().contains("was not saved"));
        assertTrue(Files.isDirectory(blocked));
        assertThrows(RunException.class, () -> IndexFile.save(index, EMBEDDING, folder.resolve("no/folder/index")));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing is left beside it");
        }
    }

    /** Torn anywhere, or with any byte changed: refused by the checksum if by nothing else. */
    @Test
    void damagedFilesAreRefused() throws IOException {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (IndexSpec spec : IndexesTest.specs()) {
            Path file = saved(spec);
            byte[] bytes = Files.readAllBytes(file);
            for (int round = 0; round < 20; round++) {
                byte[] changed = bytes.clone();
                if (round % 2 == 0) {
                    changed = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                } else {
                    changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                Files.write(file, changed);
                String message = refused(file, EMBEDDING);
                assertTrue(message.contains("Build it again") || message.contains("uild the index again"),
                        "seed " + seed + ": " + message);
            }
            Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
            refused(file, EMBEDDING);
        }
    }

    /** Made on purpose, with a checksum that fits: refused, or opened as an index that answers. */
    @Test
    void hostileFilesDoNotBreakTheProgram() throws IOException {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        int opened = 0;
        for (IndexSpec spec : IndexesTest.specs()) {
            Path file = saved(spec);
            byte[] bytes = Files.readAllBytes(file);
            for (int round = 0; round < 60; round++) {
                byte[] changed = bytes.clone();
                ByteBuffer buffer = ByteBuffer.wrap(changed);
                int at = random.nextInt(8, bytes.length - 12);
                switch (random.nextInt(3)) {
                    case 0 -> buffer.putInt(at, random.nextInt());
                    case 1 -> buffer.putInt(at, random.nextInt(-3, 300));
                    default -> buffer.put(at, (byte) random.nextInt());
                }
                CRC32C sum = new CRC32C();
                sum.update(changed, 0, changed.length - 8);
                buffer.putLong(changed.length - 8, sum.getValue());
                Files.write(file, changed);
                try {
                    VectorIndex index = IndexFile.open(file, EMBEDDING, 1);
                    index.search(new float[index.dimension()], 5, EFFORT);
                    opened++;
                } catch (RunException e) {
                    assertTrue(e.toString().contains("uild"), "seed " + seed + ": " + e);
                }
            }
        }
        assertTrue(opened > 0, "some changes only move a vector");
    }

    private Path saved(IndexSpec spec) {
        Path file = folder.resolve("saved");
        IndexFile.save(IndexesTest.build(spec, IndexesTest.clustered(23, 120, 5), Metric.COSINE, 1), EMBEDDING, file);
        return file;
    }

    private static String refused(Path file, EmbeddingId embedding) {
        return assertThrows(RunException.class, () -> IndexFile.open(file, embedding, 1)).toString();
    }
}
