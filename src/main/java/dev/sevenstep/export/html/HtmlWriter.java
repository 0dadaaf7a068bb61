package dev.sevenstep.export.html;

import dev.sevenstep.chart.Palette;
import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.export.Contents;
import dev.sevenstep.export.Markup;
import dev.sevenstep.export.diagram.Diagram;
import dev.sevenstep.export.diagram.DrawingFonts;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** Writes the page: head with policy, style and script; the diagram; a section for each step. */
public final class HtmlWriter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)
            .withZone(ZoneOffset.UTC);

    private final Catalogue catalogue;
    private final DrawingFonts fonts;

    public HtmlWriter(Catalogue catalogue, DrawingFonts fonts) {
        this.catalogue = catalogue;
        this.fonts = fonts;
    }

    /**
     * @param when the date in the footer
     */
    public String write(Design design, Instant when) throws IOException {
        Contents contents = new Contents(design, catalogue);
        HtmlBoard board = new HtmlBoard(contents, Diagram.of(design), fonts);
        String style = colours() + resource("page.css") + board.places();
        String script = resource("page.js");

        Markup page = new Markup("<!doctype html>\n");
        page.open("html", "lang", "en").line();
        page.open("head").line();
        page.empty("meta", "charset", "utf-8").line();
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src '"
                + hash(style) + "'; script-src '" + hash(script)
                + "'; img-src data:; base-uri 'none'; form-action 'none'").line();
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
        page.empty("meta", "name", "color-scheme", "content", "light dark").line();
        page.empty("meta", "name", "generator", "content", "Sevenstep").line();
        page.empty("link", "rel", "icon", "href", "data:,").line();
        page.leaf("title", contents.title()).line();
        page.open("style").trusted(style).close().line();
        page.close().line();
        page.open("body").line();
        page.leaf("a", "Skip the diagram", "class", "skip", "href", "#steps").line();
        header(page, contents);
        page.open("main").line();
        board.write(page);
        page.open("div", "id", "steps").line();
        HtmlSteps steps = new HtmlSteps(page, contents);
        for (Step step : Step.values()) {
            steps.write(step);
        }
        page.close().line();
        page.close().line();
        page.open("footer").leaf("p", "Made with Sevenstep, " + DAY.format(when)).close().line();
        page.open("script").trusted(script).close().line();
        page.close().line();
        page.close().line();
        return page.toString();
    }

    private static void header(Markup page, Contents contents) {
        page.open("header").line();
        page.leaf("h1", contents.title()).line();
        if (!contents.design().question().isBlank()) {
            page.open("p", "class", "question").lines(contents.design().question()).close().line();
        }
        if (!contents.design().summary().isBlank()) {
            page.open("p").lines(contents.design().summary()).close().line();
        }
        page.leaf("p", contents.counts(), "class", "quiet").line();
        page.open("nav", "aria-label", "Steps").open("ol").line();
        for (Step step : Step.values()) {
            page.open("li").leaf("a", step.shortName(), "href", "#step-" + step.id()).close().line();
        }
        page.close().close().line();
        page.close().line();
    }

    /** The colours of the charts and diagrams as variables, for light, dark and paper. */
    private static String colours() {
        return ":root {" + variables(Palette.LIGHT) + "}\n@media (prefers-color-scheme: dark) { :root {"
                + variables(Palette.DARK) + "} }\n@media print { :root {" + variables(Palette.PRINT) + "} }\n";
    }

    private static String variables(Palette palette) {
        return variable("surface", palette.surface()) + variable("background", palette.background())
                + variable("foreground", palette.foreground()) + variable("muted", palette.muted())
                + variable("line", palette.line()) + variable("subtle", palette.subtle())
                + variable("accent", palette.accent()) + variable("accent-subtle", palette.accentSubtle())
                + variable("ok", palette.ok()) + variable("warn", palette.warn())
                + variable("warn-subtle", palette.warnSubtle()) + variable("bad", palette.bad());
    }

    private static String variable(String name, Color colour) {
        return String.format(Locale.ROOT, " --%s: #%06x;", name, colour.getRGB() & 0xffffff);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = HtmlWriter.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        }
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
