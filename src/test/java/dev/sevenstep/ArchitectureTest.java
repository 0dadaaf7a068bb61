package dev.sevenstep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who may import whom. Data flows one way, from the document up to the window; a package may use only what stands in its row
 * of {@link #MAY_IMPORT}.
 */
class ArchitectureTest {
    private static final String ROOT = "dev.sevenstep";

    /** Package → packages of ours it may use. The key is the path below the root; sub-packages belong to their parent. */
    private static final Map<String, Set<String>> MAY_IMPORT = rows();

    /** The features of the window know nothing of each other; these they share. */
    private static final Set<String> STUDIO_SHARED = Set.of("command", "control", "theme", "document", "form");

    private static JavaClasses ours;

    private static Map<String, Set<String>> rows() {
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        rows.put("design", Set.of());
        rows.put("layout", Set.of("design"));
        rows.put("stats", Set.of());
        rows.put("task", Set.of());
        rows.put("pipeline", Set.of("stats", "task"));
        rows.put("casestudy", Set.of("pipeline", "stats", "task"));
        rows.put("tracking", Set.of("pipeline", "stats", "task"));
        rows.put("chart", Set.of("stats", "pipeline"));
        rows.put("export", Set.of("design", "stats", "task", "pipeline", "tracking", "chart"));
        rows.put("exchange", Set.of("design", "export"));
        rows.put("studio",
                Set.of("design", "layout", "stats", "task", "pipeline", "casestudy", "tracking", "chart", "export",
                        "exchange"));
        rows.put("cli",
                Set.of("design", "layout", "stats", "task", "pipeline", "casestudy", "tracking", "chart", "export",
                        "exchange"));
        rows.put("app", Set.of("design", "tracking", "studio", "cli"));
        return rows;
    }

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> found = new TreeSet<>();
        ours.forEach(type -> found.add(floor(type)));
        found.removeAll(MAY_IMPORT.keySet());
        assertEquals(Set.of(), found);
    }

    @Test
    void packagesImportOnlyWhatStandsInTheirRow() {
        List<String> breaches = new ArrayList<>();
        for (JavaClass type : ours) {
            Set<String> allowed = MAY_IMPORT.getOrDefault(floor(type), Set.of());
            type.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .filter(target -> !floor(target).equals(floor(type)) && !allowed.contains(floor(target)))
                    .forEach(target -> breaches.add(type.getName() + " uses " + target.getName()));
        }
        assertTrue(breaches.isEmpty(), () -> String.join("\n", new TreeSet<>(breaches)));
    }

    @Test
    void noCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(ours);
    }

    @Test
    void noCyclesWithinTheStudio() {
        slices().matching(ROOT + ".studio.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(ours);
    }

    /** Only the shell knows the features, so a feature can be taken out without touching another. */
    @Test
    void studioFeaturesDoNotKnowEachOther() {
        List<String> breaches = new ArrayList<>();
        for (JavaClass type : ours) {
            String from = feature(type);
            if (from.isEmpty() || from.equals("shell")) {
                continue;
            }
            type.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass())
                    .filter(target -> !feature(target).isEmpty() && !feature(target).equals(from)
                            && !STUDIO_SHARED.contains(feature(target)))
                    .forEach(target -> breaches.add(type.getName() + " uses " + target.getName()));
        }
        assertTrue(breaches.isEmpty(), () -> String.join("\n", new TreeSet<>(breaches)));
    }

    /**
     * Pauses move nothing, and the view that follows what is held at its edge is moved by the user; whatever else animates must
     * know whether it may.
     */
    @Test
    void animationsAskWhetherTheyMayMove() {
        Set<String> still = Set.of("PauseTransition", "Animation", "Interpolator");
        String byHand = ROOT + ".studio.canvas.EdgePan";
        List<String> breaches = new ArrayList<>();
        for (JavaClass type : ours) {
            Set<JavaClass> used = type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass()).collect(Collectors.toSet());
            boolean moves = used.stream().anyMatch(target -> target.getPackageName().equals("javafx.animation")
                    && !still.contains(target.getSimpleName()));
            if (moves && !type.getName().equals(byHand)
                    && used.stream().noneMatch(target -> target.getName().equals(ROOT + ".studio.theme.Motion"))) {
                breaches.add(type.getName() + " animates without asking studio.theme.Motion.isReduced");
            }
        }
        assertTrue(breaches.isEmpty(), () -> String.join("\n", breaches));
    }

    @Test
    void caseStudiesDoNotKnowEachOther() {
        slices().matching(ROOT + ".casestudy.(*)..").should().notDependOnEachOther().allowEmptyShould(true).check(ours);
    }

    /** Models, figures and paper must work where there is no display. */
    @Test
    void onlyTheStudioKnowsJavaFx() {
        noClasses().that().resideOutsideOfPackages(ROOT + ".studio..", ROOT + ".app..").should()
                .dependOnClassesThat().resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp.ikonli.javafx..")
                .check(ours);
    }

    /** Jackson reads and writes documents in one place, and XGBoost's models; records stay free of a format's annotations. */
    @Test
    void jacksonStaysAtTheEdges() {
        noClasses().that().resideInAnyPackage(ROOT + ".design..", ROOT + ".stats..", ROOT + ".task..",
                ROOT + ".pipeline..", ROOT + ".chart..").and().resideOutsideOfPackages(ROOT + ".design.io..",
                        ROOT + ".pipeline.trees..")
                .should().dependOnClassesThat().resideInAnyPackage("com.fasterxml.jackson..").check(ours);
    }

    /** A large library, loaded when somebody tidies and not before. */
    @Test
    void onlyTidyingKnowsTheLayoutKernel() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".layout..").should().dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.elk..", "org.eclipse.emf..").check(ours);
    }

    /** State belongs to objects that somebody owns and passes on. */
    @Test
    void noStaticState() {
        fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(ours);
    }

    @Test
    void noUtils() {
        classes().should().haveSimpleNameNotEndingWith("Utils").andShould().haveSimpleNameNotEndingWith("Util")
                .check(ours);
    }

    private static String floor(JavaClass type) {
        String below = type.getPackageName().equals(ROOT) ? "" : type.getPackageName().substring(ROOT.length() + 1);
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
    }

    private static String feature(JavaClass type) {
        String studio = ROOT + ".studio.";
        if (!type.getPackageName().startsWith(studio)) {
            return "";
        }
        String below = type.getPackageName().substring(studio.length());
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
    }
}
