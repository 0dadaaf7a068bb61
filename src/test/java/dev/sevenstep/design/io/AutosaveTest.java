package dev.sevenstep.design.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Design;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Side files and what is found of them after a crash. Time passes when the test says so. */
class AutosaveTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final ManualScheduler time = new ManualScheduler();
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final Design saved = Design.empty("d", "Saved");
    private final Design edited = saved.withTitle("Edited");
    private final List<String> troubles = new ArrayList<>();

    private Path config;
    private Path work;
    private Path file;
    private DesignStore store;
    private Autosave autosave;
    private Autosave.Place place;

    @BeforeEach
    void aSavedDocument() throws Exception {
        config = folder.resolve("config");
        work = Files.createDirectory(folder.resolve("work"));
        file = work.resolve("d.json");
        DesignFile.save(saved, file);
        place = new Autosave.Place(Optional.of(file), Optional.of(DesignFile.open(file).content()));
        use(DiskSteps.real());
    }

    private void use(DiskSteps disk) {
        store = new DesignStore(config, clock, disk);
        autosave = store.autosave(time,
                problem -> troubles.add(problem.map(DesignFileException::reason).orElse("fine")));
    }

    private static List<Path> sideFiles(Path in) throws IOException {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(path -> path.toString().endsWith(Autosave.ENDING)).toList();
        }
    }

    private List<Path> beside() throws IOException {
        return sideFiles(work);
    }

    private List<Path> inConfig() throws IOException {
        return sideFiles(config.resolve("unsaved"));
    }

    /** As if the program that wrote the side files had ended without a word. */
    private void crash() throws Exception {
        List<Path> all = new ArrayList<>(beside());
        all.addAll(inConfig());
        for (Path side : all) {
            KeptDesign kept = KeptDesign.read(side);
            ProgramId gone = new ProgramId(kept.owner().orElseThrow().pid(), Instant.EPOCH,
                    kept.owner().orElseThrow().host());
            Files.write(side, new KeptDesign(kept.document(), kept.base(), kept.written(), Optional.of(gone),
                    kept.design()).bytes());
        }
    }

    @Test
    void anEditIsKeptWithinTwoSecondsAndTheNewestWins() throws Exception {
        autosave.edited(edited, place);
        assertTrue(time.longest().compareTo(Duration.ofSeconds(2)) < 0);
        autosave.edited(saved.withTitle("Newer"), place);
        assertEquals(1, time.waiting(), "one write for all edits of a second");
        assertEquals(List.of(), beside());
        time.pass();
        assertEquals("Newer", KeptDesign.read(beside().getFirst()).design().title());
        autosave.edited(saved.withTitle("Newest"), place);
        time.pass();
        assertEquals(1, beside().size());
        assertEquals("Newest", KeptDesign.read(beside().getFirst()).design().title());
        assertEquals(saved, DesignFile.read(file), "the document itself is not touched");
    }

    @Test
    void aCleanSaveOrCloseLeavesNothingBeside() throws Exception {
        autosave.edited(edited, place);
        time.pass();
        autosave.clean();
        time.pass();
        assertEquals(List.of(), beside());
        autosave.edited(edited, place);
        time.pass();
        autosave.cleanNow();
        assertEquals(List.of(), beside());
        autosave.edited(edited, place);
        autosave.clean();
        time.pass();
        assertEquals(List.of(), beside(), "undone before it was kept");
    }

    @Test
    void withoutAFileOrTheRightToWriteItLiesInTheConfigurationFolder() throws Exception {
        autosave.edited(edited, Autosave.Place.none());
        time.pass();
        assertEquals(1, inConfig().size());
        autosave.edited(edited, place);
        time.pass();
        assertEquals(0, inConfig().size(), "it moves to the document once that has a file");
        assertEquals(1, beside().size());
        autosave.cleanNow();

        use(new DiskSteps.RealDisk() {
            @Override
            public void writeNew(Path fresh, byte[] bytes) throws IOException {
                if (fresh.startsWith(work)) {
                    throw new AccessDeniedException(fresh.toString());
                }
                super.writeNew(fresh, bytes);
            }
        });
        autosave.edited(edited, place);
        time.pass();
        assertEquals(List.of(), beside());
        assertEquals(1, inConfig().size());
        crash();
        assertEquals(edited, store.recovery().find(file).getFirst().design());
        assertEquals(List.of(), troubles);
    }

    @Test
    void aFolderThatIsGoneIsNoObstacle() throws Exception {
        Files.delete(file);
        Files.delete(work);
        autosave.edited(edited, place);
        time.pass();
        assertEquals(1, inConfig().size());
        crash();
        Recovery.Found found = store.recovery().find(List.of()).getFirst();
        assertEquals(Optional.empty(), found.onFile());
        assertEquals(Optional.of(file), found.document());
    }

    @Test
    void whileAWriteHangsNoOtherComesToWaitForItAndWhatCameMeanwhileIsKept() throws Exception {
        Design newer = saved.withTitle("Newer");
        List<Integer> waiting = new ArrayList<>();
        use(new DiskSteps.RealDisk() {
            @Override
            public void writeNew(Path fresh, byte[] bytes) throws IOException {
                if (waiting.isEmpty()) {
                    autosave.edited(newer, place);
                    waiting.add(time.waiting());
                }
                super.writeNew(fresh, bytes);
            }
        });
        autosave.edited(edited, place);
        time.pass();
        assertEquals(List.of(0), waiting);
        crash();
        assertEquals(newer, store.recovery().find(file).getFirst().design());
    }

    @Test
    void whereNothingCanBeWrittenItIsToldOnceAndWhenItWorksAgain() throws Exception {
        boolean[] full = {true};
        use(new DiskSteps.RealDisk() {
            @Override
            public void writeNew(Path fresh, byte[] bytes) throws IOException {
                if (full[0]) {
                    throw new IOException("No space left on device");
                }
                super.writeNew(fresh, bytes);
            }
        });
        autosave.edited(edited, place);
        time.pass();
        autosave.edited(saved.withTitle("More"), place);
        time.pass();
        assertEquals(1, troubles.size());
        assertTrue(troubles.getFirst().contains("No space left"), troubles::toString);
        full[0] = false;
        autosave.edited(saved.withTitle("Still more"), place);
        time.pass();
        assertEquals("fine", troubles.getLast());
        assertEquals("Still more", KeptDesign.read(beside().getFirst()).design().title());
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInWords() throws Exception {
        Files.createDirectories(config);
        Files.writeString(config.resolve("unsaved"), "no folder");
        autosave.edited(edited, Autosave.Place.none());
        time.pass();
        assertEquals(List.of("the folder cannot be made, because a file stands in its place"), troubles);
    }

    @Test
    void whatCouldNotBeReadAgainIsToldAtOnce() throws Exception {
        autosave.edited(edited, place);
        time.pass();
        autosave.edited(saved.withSummary("x".repeat(Limits.STRING_LENGTH + 1)), place);
        time.pass();
        assertTrue(troubles.getLast().contains("could not be opened again"), troubles::toString);
        assertEquals(edited, KeptDesign.read(beside().getFirst()).design(), "the last that can be read stays");
    }

    @Test
    void offeredOnlyWhenItDiffersAndNobodyIsAtIt() throws Exception {
        autosave.edited(edited, place);
        time.pass();
        assertEquals(List.of(), store.recovery().find(file), "this program is still running");
        crash();
        Recovery.Found found = store.recovery().find(file).getFirst();
        assertEquals(edited, found.design());
        assertEquals(saved, found.onFile().orElseThrow().design());
        assertEquals(NOON, found.written());
        assertFalse(found.fileChanged());

        DesignFile.save(saved.withTitle("By somebody"), file);
        assertTrue(store.recovery().find(file).getFirst().fileChanged());

        DesignFile.save(edited, file);
        assertEquals(List.of(), store.recovery().find(file), "the file holds it all");
        assertEquals(List.of(), beside(), "so it is removed");
    }

    @Test
    void programsDoNotWriteOverEachOthersOrOverWhatACrashLeft() throws Exception {
        autosave.edited(edited, place);
        time.pass();
        crash();
        Autosave next = new DesignStore(config, clock).autosave(time, _ -> {});
        next.edited(saved.withTitle("Other work"), place);
        time.pass();
        assertEquals(2, beside().size());
        assertEquals(List.of(edited),
                store.recovery().find(file).stream().map(Recovery.Found::design).toList());
        next.cleanNow();
        assertEquals(1, beside().size());
    }

    @Test
    void recoveredWorkStaysUntilItIsSafeElsewhere() throws Exception {
        autosave.edited(edited, place);
        time.pass();
        crash();
        Recovery.Found found = store.recovery().find(file).getFirst();
        Autosave next = store.autosave(time, _ -> {});
        next.adopt(found);
        next.edited(found.design(), place);
        assertEquals(List.of(found.sideFile()), beside());
        time.pass();
        assertEquals(1, beside().size());
        assertFalse(Files.exists(found.sideFile()));
        next.cleanNow();
        assertEquals(List.of(), beside());
    }

    @Test
    void keepingTheFilesVersionRemovesTheOffer() throws Exception {
        autosave.edited(edited, place);
        time.pass();
        crash();
        store.recovery().discard(store.recovery().find(file).getFirst());
        assertEquals(List.of(), store.recovery().find(List.of(file)));
        assertEquals(List.of(), beside());
    }

    @Test
    void strangeSideFilesAreLeftAlone() throws Exception {
        for (String content : List.of("", "\n", "{}\n{}", "{\"written\": \"yesterday\"}\n{}", "{\"pid\": 1e99}",
                "half of a li")) {
            Path strange = Files.writeString(file.resolveSibling(".d.json.strange.autosave"), content);
            assertEquals(List.of(), store.recovery().find(List.of(file)), content);
            assertTrue(Files.exists(strange));
        }
    }

    @Test
    void aSideFileIsADesignBelowItsFirstLine() throws Exception {
        autosave.edited(edited, place);
        time.pass();
        String text = Files.readString(beside().getFirst());
        assertEquals(new String(DesignWriter.write(edited), java.nio.charset.StandardCharsets.UTF_8),
                text.substring(text.indexOf('\n') + 1));
    }
}
