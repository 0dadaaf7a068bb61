package dev.sevenstep.export.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.io.CatalogueReader;
import dev.sevenstep.design.io.Samples;
import dev.sevenstep.export.HostileDesign;
import dev.sevenstep.export.diagram.DrawingFonts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a browser makes of the page is tested with one: see {@code ConsumersTest}. */
class HtmlWriterTest {
    private static final DrawingFonts FONTS = new DrawingFonts();

    private final HtmlWriter writer = new HtmlWriter(CatalogueReader.bundled(), FONTS);

    private String page(Design design) throws Exception {
        return writer.write(design, Instant.EPOCH);
    }

    /** Script and style are left out: they are ours and no XML. */
    private static Document tree(String page) throws Exception {
        String xml = page.replaceFirst("(?s)<style>.*?</style>", "").replaceFirst("(?s)<script>.*?</script>\n</body>",
                "</body>").replaceFirst("<!doctype html>", "");
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document tree, String tag) {
        NodeList nodes = tree.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @Test
    void everyStepComponentAndDecisionHasItsSection() throws Exception {
        Design design = Samples.open("card-fraud");
        Document tree = tree(page(design));
        Set<String> headings = new HashSet<>();
        List.of("h1", "h2", "h4").forEach(tag -> all(tree, tag).forEach(h -> headings.add(h.getTextContent())));
        assertTrue(headings.contains(design.title()));
        for (Step step : Step.values()) {
            assertTrue(headings.contains(step.number() + " " + step.fullName()), step.fullName());
        }
        for (Component card : design.components()) {
            assertTrue(headings.contains(card.title()), card.title());
        }
        design.decisions().forEach(decision -> assertTrue(headings.contains(decision.choice())));
    }

    @Test
    void everyCardLeadsToItsFieldsAndEveryNameIsUsedOnce() throws Exception {
        for (String id : Samples.ids()) {
            Document tree = tree(page(Samples.open(id)));
            Set<String> names = new HashSet<>();
            for (Element element : all(tree, "*")) {
                if (element.hasAttribute("id")) {
                    assertTrue(names.add(element.getAttribute("id")), element.getAttribute("id"));
                }
            }
            for (Element element : all(tree, "*")) {
                for (String reference : List.of("href", "aria-labelledby")) {
                    String target = element.getAttribute(reference).replaceFirst("^#", "");
                    assertTrue(target.isEmpty() || target.startsWith("data:") || names.contains(target), target);
                }
            }
        }
    }

    @Test
    void thePolicyAllowsExactlyItsOwnStyleAndScript() throws Exception {
        String page = page(Samples.open("card-fraud"));
        String policy = page.replaceFirst("(?s).*http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\".*", "$1");
        for (String tag : List.of("style", "script")) {
            String content = page.replaceFirst("(?s).*<" + tag + ">(.*)</" + tag + ">.*", "$1");
            String hash = Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
            assertTrue(policy.contains(tag + "-src 'sha256-" + hash + "'"), tag);
        }
        assertTrue(policy.startsWith("default-src 'none'"), policy);
        assertFalse(page.contains(" style=\"") || page.matches("(?s).* on[a-z]+=\".*"), "nothing inline");
        assertFalse(page.contains("http://") || page.contains("https://"), "no address");
    }

    @Test
    void hostileTextStaysText() throws Exception {
        Design hostile = HostileDesign.design();
        Document tree = tree(page(hostile));
        Set<String> tags = new HashSet<>();
        for (Element element : all(tree, "*")) {
            tags.add(element.getTagName());
            assertFalse(element.hasAttribute("onerror") || element.hasAttribute("onload"), element.getTagName());
            assertFalse(element.getAttribute("href").contains("javascript"), element.getAttribute("href"));
        }
        tags.removeAll(Set.of("html", "head", "meta", "link", "title", "body", "a", "header", "h1", "h2", "h3", "h4",
                "p",
                "nav", "ol", "ul", "li", "main", "section", "div", "button", "output", "span", "svg", "g", "path",
                "rect",
                "text", "symbol", "use", "article", "table", "thead", "tbody", "tr", "th", "td", "br", "footer",
                "strong", "em", "code"));
        assertEquals(Set.of(), tags);
        assertEquals("<script>ALERT(1)</script>", all(tree, "title").getFirst().getTextContent());
        assertEquals(hostile.components().size(),
                all(tree, "a").stream().filter(link -> link.getAttribute("class").equals("card")).count());
    }

    @Test
    void equalDesignsGiveEqualPages() throws Exception {
        assertEquals(page(Samples.open("image-search")), page(Samples.open("image-search")));
    }
}
