package dev.sevenstep.export;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Elements;
import dev.sevenstep.design.Fields;
import dev.sevenstep.design.Group;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Note;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Designs whose every text tries to break out of the format it is written into. */
public final class HostileDesign {
    /** Each tries one trick; all keep the word ALERT, so that a test can see that the text itself arrived. */
    public static final List<String> TEXTS = List.of("<script>ALERT(1)</script>", "\"><img src=x onerror=ALERT(1)>",
            "]]><script>ALERT</script>", "\"] --> x[\"ALERT", "-->ALERT<!--", "[ALERT](javascript:ALERT(1))",
            "javascript:ALERT", "`ALERT` ``` ALERT", "%%{init: {\"theme\":\"ALERT\"}}%%",
            "click a \"javascript:ALERT\"",
            "style: #ALERT;", "1. ALERT", "- ALERT", "# ALERT", "> ALERT", "| ALERT | a |", "a\n\n```\nALERT",
            "<UserObject label=\"ALERT\"/>", "&lt;b&gt;ALERT&amp;", "'\"`ALERT\\", "\u0000\u0007ALERT\u001b[31m",
            "\ud800 ALERT \udc00", "\u202eALERT\u2066", "$ALERT$ ~ALERT~ **ALERT** __ALERT__", "end ALERT;",
            "</style></title>ALERT", "${ALERT} #{ALERT} {{ALERT}}", "../../ALERT", "<svg/onload=ALERT(1)>",
            "\uFFFEALERT\u2028x",
            ":ALERT: http://ALERT.example @ALERT");

    private HostileDesign() {
    }

    /** A design with every hostile text in every place that takes text. */
    public static Design design() {
        List<Component> cards = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        Design design = Design.empty("hostile\"><", TEXTS.getFirst()).withQuestion(String.join("\n", TEXTS))
                .withSummary(String.join("\n", TEXTS));
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            Step step = Step.values()[i % Step.values().length];
            Fields fields = new Fields(Map.of("text" + text.replaceAll("\\p{Cs}", ""), new Value.Text(text), "list",
                    new Value.TextList(TEXTS), "choice", new Value.Choice(text)));
            cards.add(new Component(text, i % 2 == 0 ? "trees" : text, step, text, i % 3 * 200, i * 16 * 6,
                    Component.DEFAULT_WIDTH, Component.DEFAULT_HEIGHT, fields));
            if (i > 0) {
                links.add(new Link("link" + text, Link.Kind.values()[i % 3], TEXTS.get(i - 1), text, text)
                        .withDisabled(i % 5 == 0));
            }
            notes.add(new Note("note" + text, text, -400, i * 100, 200, 80));
            groups.add(new Group("group" + text, text, "accent", -700, i * 100, 200, 80));
            decisions.add(new Decision("decision" + text, step, text, text,
                    List.of(new Decision.Alternative(text, text, text)), text, Map.of()));
            design = design.withFields(step, fields);
        }
        return design.withComponents(Elements.of(cards)).withLinks(Elements.of(links)).withNotes(Elements.of(notes))
                .withGroups(Elements.of(groups)).withDecisions(Elements.of(decisions));
    }
}
