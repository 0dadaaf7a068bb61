package dev.sevenstep.studio.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

/**
 * Text and signs can be read in both themes: contrast as WCAG 2.2 defines it, worked out from the tokens, 4.5 : 1 for text (1.4.3)
 * and 3 : 1 for lines and marks that carry meaning (1.4.11). Disabled things are exempt, as there.
 */
class ContrastTest {
    private static final Path SHEETS = Path.of("src/main/resources/dev/sevenstep/studio");
    private static final Pattern TOKEN = Pattern.compile("(-(?:color|ss)-[a-z0-9-]+)\\s*:\\s*([^;]+);");
    private static final Pattern TEXT = Pattern.compile("-fx-(?:prompt-)?text-fill:\\s*(-[a-z0-9-]+)");

    private static final double FOR_TEXT = 4.5;
    private static final double FOR_SIGNS = 3;

    /** What things stand on, from the bottom up: translucent tokens let what is below shine through. */
    private enum Ground {
        CANVAS, SURFACE, RAISED, HOVER, CHOSEN, GOOD, WARN, BAD, QUIET, FRAME, GROUP_ACCENT, GROUP_OK, GROUP_WARN, GROUP_BAD, INPUT, POPUP, ACCENT, MESSAGE;

        List<String> layers() {
            return switch (this) {
                case CANVAS -> List.of("-ss-canvas");
                case SURFACE -> List.of("-ss-surface");
                case RAISED -> List.of("-ss-raised");
                case HOVER -> List.of("-ss-surface", "-ss-hover");
                case CHOSEN -> List.of("-ss-surface", "-ss-accent-soft");
                case GOOD -> List.of("-ss-surface", "-color-success-subtle");
                case WARN -> List.of("-ss-surface", "-color-warning-subtle");
                case BAD -> List.of("-ss-surface", "-color-danger-subtle");
                case QUIET -> List.of("-ss-surface", "-color-neutral-subtle");
                case FRAME -> List.of("-ss-canvas", "-ss-frame");
                case GROUP_ACCENT -> List.of("-ss-canvas", "-ss-frame", "-ss-group-accent");
                case GROUP_OK -> List.of("-ss-canvas", "-ss-frame", "-ss-group-ok");
                case GROUP_WARN -> List.of("-ss-canvas", "-ss-frame", "-ss-group-warn");
                case GROUP_BAD -> List.of("-ss-canvas", "-ss-frame", "-ss-group-bad");
                case INPUT -> List.of("-color-bg-default");
                case POPUP -> List.of("-color-bg-overlay");
                case ACCENT -> List.of("-color-accent-emphasis");
                case MESSAGE -> List.of("-color-neutral-emphasis-plus");
            };
        }
    }

    /** A token and everything it is written or drawn on. */
    private record Use(String token, double least, Set<Ground> grounds) {}

    private static final List<Use> USES = List.of(
            text("-color-fg-default", Ground.CANVAS, Ground.SURFACE, Ground.RAISED, Ground.HOVER, Ground.CHOSEN,
                    Ground.GOOD, Ground.WARN, Ground.BAD, Ground.QUIET, Ground.FRAME, Ground.GROUP_ACCENT,
                    Ground.GROUP_OK, Ground.GROUP_WARN, Ground.GROUP_BAD, Ground.INPUT, Ground.POPUP),
            text("-color-fg-muted", Ground.CANVAS, Ground.SURFACE, Ground.RAISED, Ground.HOVER, Ground.CHOSEN,
                    Ground.GOOD, Ground.WARN, Ground.BAD, Ground.QUIET, Ground.FRAME, Ground.GROUP_ACCENT,
                    Ground.GROUP_OK, Ground.GROUP_WARN, Ground.GROUP_BAD, Ground.INPUT, Ground.POPUP),
            text("-color-accent-fg", Ground.CANVAS, Ground.SURFACE, Ground.HOVER, Ground.CHOSEN, Ground.FRAME,
                    Ground.GROUP_ACCENT),
            text("-color-success-fg", Ground.SURFACE, Ground.GOOD, Ground.FRAME, Ground.GROUP_OK),
            text("-color-warning-fg", Ground.SURFACE, Ground.WARN, Ground.FRAME, Ground.GROUP_WARN),
            text("-color-danger-fg", Ground.SURFACE, Ground.CANVAS, Ground.FRAME, Ground.GROUP_BAD),
            text("-color-fg-emphasis", Ground.ACCENT, Ground.MESSAGE),
            sign("-ss-link", Ground.CANVAS, Ground.FRAME, Ground.SURFACE),
            sign("-ss-guide", Ground.CANVAS, Ground.FRAME),
            sign("-color-accent-emphasis", Ground.CANVAS, Ground.FRAME, Ground.SURFACE, Ground.CHOSEN, Ground.INPUT),
            sign("-color-success-emphasis", Ground.SURFACE, Ground.FRAME),
            sign("-color-danger-emphasis", Ground.SURFACE, Ground.FRAME, Ground.CANVAS),
            sign("-color-danger-fg", Ground.BAD), sign("-color-warning-fg", Ground.WARN));

    private static Use text(String token, Ground... grounds) {
        return new Use(token, FOR_TEXT, Set.of(grounds));
    }

    private static Use sign(String token, Ground... grounds) {
        return new Use(token, FOR_SIGNS, Set.of(grounds));
    }

    private enum Scheme {
        LIGHT, DARK;

        Map<String, String> tokens() {
            Map<String, String> tokens = new HashMap<>();
            String base = this == LIGHT
                    ? new PrimerLight().getUserAgentStylesheet()
                    : new PrimerDark().getUserAgentStylesheet();
            Matcher theirs = TOKEN.matcher(resource(base));
            while (theirs.find()) {
                // The first declaration is that of the root; later ones are of single controls.
                tokens.putIfAbsent(theirs.group(1), theirs.group(2));
            }
            Matcher ours = TOKEN.matcher(read(SHEETS.resolve(
                    this == LIGHT ? "theme/sevenstep-light.css" : "theme/sevenstep-dark.css")));
            while (ours.find()) {
                tokens.put(ours.group(1), ours.group(2));
            }
            return tokens;
        }
    }

    private static String resource(String path) {
        try (InputStream in = PrimerLight.class.getResourceAsStream(path)) {
            return new String(java.util.Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingCanBeReadOnWhatItStandsOn(Scheme scheme) {
        Map<String, String> tokens = scheme.tokens();
        List<String> poor = new ArrayList<>();
        for (Use use : USES) {
            for (Ground ground : use.grounds()) {
                double[] below = {0, 0, 0};
                for (String layer : ground.layers()) {
                    below = over(below, color(tokens, layer));
                }
                double contrast = contrast(over(below, color(tokens, use.token())), below);
                if (contrast < use.least()) {
                    poor.add(String.format("%s on %s: %.2f, wanted %.1f", use.token(), ground, contrast,
                            use.least()));
                }
            }
        }
        assertTrue(poor.isEmpty(), () -> String.join("\n", poor));
    }

    /** A colour that a sheet gives to text stands in the table above; else nobody has looked whether it can be read. */
    @Test
    void everyTextColourIsLookedAt() throws IOException {
        Set<String> known = USES.stream().filter(use -> use.least() == FOR_TEXT).map(Use::token)
                .collect(Collectors.toSet());
        // The tone of a group is one of the tokens above, by its kind.
        known.add("-ss-tone-text");
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SHEETS)) {
            for (Path sheet : files.filter(file -> file.toString().endsWith(".css")).toList()) {
                Matcher found = TEXT.matcher(read(sheet));
                while (found.find()) {
                    used.add(found.group(1));
                }
            }
        }
        used.removeAll(known);
        assertEquals(Set.of(), used);
    }

    /** Follows tokens that stand for others. */
    private static Color color(Map<String, String> tokens, String token) {
        String value = token;
        while (value.startsWith("-")) {
            String next = tokens.get(value.strip());
            assertTrue(next != null, value + " is no token");
            value = String.valueOf(next).strip();
        }
        return Color.web(value);
    }

    private static double[] over(double[] below, Color color) {
        double alpha = color.getOpacity();
        return new double[]{color.getRed() * alpha + below[0] * (1 - alpha),
                color.getGreen() * alpha + below[1] * (1 - alpha), color.getBlue() * alpha + below[2] * (1 - alpha)};
    }

    private static double contrast(double[] a, double[] b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(double[] rgb) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            linear[i] = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
}
