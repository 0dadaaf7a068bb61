package dev.sevenstep.export.pdf;

import dev.sevenstep.export.diagram.PrintableText;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Builds the document tree of a report. Text goes in as text nodes, so it needs no escaping. */
final class Tree {
    private static final Pattern PER_CENT = Pattern.compile("(\\d) %");

    private final Document document;
    private final PrintableText printable;
    private boolean lossy;

    Tree(PrintableText printable) {
        this.printable = printable;
        try {
            document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML tree", e);
        }
    }

    Document document() {
        return document;
    }

    /** Whether any text so far had characters that the font lacks. */
    boolean isLossy() {
        return lossy;
    }

    private String line(String text) {
        return noted(text, printable.line(text));
    }

    private String block(String text) {
        return noted(text, printable.block(text));
    }

    /** A number and its % stay on one line. */
    private String noted(String text, String printed) {
        String shown = PER_CENT.matcher(printed).replaceAll("$1\u00a0%");
        lossy |= shown.indexOf(PrintableText.BOX) >= 0 && text.indexOf(PrintableText.BOX) < 0;
        return shown;
    }

    /** The root element. */
    Element root(String name) {
        Element root = document.createElement(name);
        document.appendChild(root);
        return root;
    }

    /** Adds an element at the end of {@code parent}. */
    Element add(Element parent, String name) {
        Element element = document.createElement(name);
        parent.appendChild(element);
        return element;
    }

    /**
     * @param style one or more class names of the style sheet
     */
    Element add(Element parent, String name, String style) {
        Element element = add(parent, name);
        element.setAttribute("class", style);
        return element;
    }

    /** Adds an element with one line of text. */
    Element line(Element parent, String name, String style, String text) {
        Element element = style.isEmpty() ? add(parent, name) : add(parent, name, style);
        element.appendChild(document.createTextNode(line(text)));
        return element;
    }

    /** Adds text that may have several lines; each becomes a paragraph of its own. Nothing for blank text. */
    void paragraphs(Element parent, String style, String text) {
        block(text).lines().map(String::strip).filter(line -> !line.isEmpty())
                .forEach(line -> line(parent, "p", style, line));
    }

    /** Adds a piece of text behind what {@code parent} holds. */
    void text(Element parent, String text) {
        parent.appendChild(document.createTextNode(block(text)));
    }

    /** Text for an attribute such as a picture's description. */
    String attribute(String text) {
        return line(text);
    }
}
